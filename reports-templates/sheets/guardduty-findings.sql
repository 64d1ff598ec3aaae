/*
below: guardduty
order: 2
heading: {en: Open findings of high and critical severity, ja: 重要度が高または重大の未対応の検出結果}
sources: [guardduty-findings, guardduty-organization-findings]
dataset: guardduty_finding
empty:
  en: "Nothing: no finding of high or critical severity is open, as far as could be read."
  ja: ありません。読み取れた範囲では、重要度が高または重大の未対応の検出結果はありません。
columns:
- {name: account, kind: account}
- {name: account_name, width: 26}
- {name: region, width: 16}
- {name: severity, kind: word, width: 12, words: severity}
- {name: score, width: 10, head: {en: Score, ja: スコア}}
- {name: created, kind: date, head: {en: Open since, ja: 検出日}}
- {name: type, width: 40, head: {en: Type, ja: タイプ}}
- {name: title, width: 50, head: {en: What happened, ja: 内容}}
- {name: occurrences, kind: number, head: {en: Times, ja: 回数}}
- {name: sample, kind: flag, head: {en: A sample, ja: サンプル}}
*/
SELECT f.account_id AS account, max(a.name) AS account_name, f.region, min(f.severity) AS severity,
  min(f.score) AS score, CAST(min(f.created_at) AS date) AS created, min(f.type) AS type, min(f.title) AS title,
  max(f.occurrences) AS occurrences, bool_and(f.sample) AS sample
FROM guardduty_finding f
LEFT JOIN account a ON a.account_id = f.account_id
GROUP BY f.account_id, f.region, f.finding_id
ORDER BY bool_and(f.sample), min(f.severity), min(f.created_at), f.account_id, f.region, f.finding_id
