/*
sheet:
  name: {en: Coverage, ja: 収集状況}
  title: {en: Coverage of every cell, ja: 全セルの収集状況}
  note:
    en: "One row for every account, source and Region; gaps first."
    ja: アカウント・ソース・リージョンごとに1行です。欠落を先に示します。
  order: 230
  colour: 7F7F7F
dataset: coverage
empty:
  en: "Nothing: there was nothing to ask."
  ja: ありません。問い合わせる対象がありませんでした。
freeze: 2
columns:
- {name: status, kind: status, width: 20}
- {name: account, kind: account}
- {name: name, width: 24}
- {name: region, width: 16}
- {name: source, kind: word, width: 30, words: source}
- {name: operation, width: 44}
- {name: code, width: 28}
- {name: denied_by, kind: word, width: 22, words: denied-by}
- {name: message, width: 60}
- {name: expected, kind: flag}
- {name: request, width: 40}
- {name: calls, kind: number}
- {name: retries, kind: number}
- {name: collected, kind: time}
- {name: resource, width: 50}
*/
SELECT c.status, c.account_id AS account, a.name, c.region, c.source, c.operation, c.error_code AS code, c.denied_by,
  c.error_message AS message, CASE WHEN c.gap THEN c.expected END AS expected, c.request_id AS request, c.calls,
  c.retries, c.collected_at AS collected, c.resource_id AS resource
FROM coverage c LEFT JOIN account a ON a.account_id = c.account_id
ORDER BY CASE WHEN c.gap THEN 1 ELSE 2 END, c.account_id, c.source, c.region, c.resource_id
