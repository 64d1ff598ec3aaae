/*
sheet:
  name: {en: Findings, ja: 検出結果}
  note:
    en: "Every verdict, the worst first. A control leads to the evidence behind it."
    ja: すべての判定を悪いものから順に示します。コントロールのリンクは根拠となる証跡を開きます。
  order: 60
  colour: C00000
dataset: finding
empty:
  en: "Nothing: no control was evaluated."
  ja: ありません。評価されたコントロールがありません。
freeze: 3
columns:
- {name: verdict, kind: verdict}
- {name: severity, kind: word, width: 11, words: severity}
- {name: control, kind: evidence, width: 34}
- {name: title, width: 46}
- {name: csf, width: 12}
- {name: account, kind: account}
- {name: name, width: 24}
- {name: environment, width: 14}
- {name: region, width: 16}
- {name: resource, width: 50}
- {name: reason, kind: reason, width: 80}
- {name: first_seen, kind: date}
- {name: last_known, kind: word, width: 18, words: verdict}
- {name: waiver, width: 20}
*/
SELECT f.verdict, f.severity, f.control_id AS control, in_language(c.title_en, c.title_ja) AS title,
  leading_csf(f.csf20_primary, f.csf11_primary) AS csf, f.account_id AS account, a.name, a.environment, f.region,
  f.resource_id AS resource, f.reason, f.first_seen_on AS first_seen, f.last_known_verdict AS last_known,
  f.waiver_id AS waiver, c.sources
FROM finding f
JOIN control c ON c.control_id = f.control_id
JOIN account a ON a.account_id = f.account_id
ORDER BY verdict_rank(f.verdict),
  CASE f.severity WHEN 'CRITICAL' THEN 1 WHEN 'HIGH' THEN 2 WHEN 'MEDIUM' THEN 3 ELSE 4 END,
  f.control_id, f.account_id, f.region, f.resource_id
