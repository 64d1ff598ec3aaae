/*
sheet:
  name: {en: Rollups, ja: 集計}
  title: {en: Rollups, ja: 組織の区分別の集計}
  note:
    en: "Each part of the organization by organizational unit, environment, workload, business unit and billing. Counted as on Summary."
    ja: 組織単位・環境・ワークロード・事業部門・請求区分別の集計です。数え方は概要と同じです。
  order: 50
  colour: 2E75B6
dataset: unit
empty:
  en: "Nothing: the roster has no account."
  ja: ありません。対象のアカウントがありません。
freeze: 2
words:
  split:
    ou_path: {en: Organizational unit, ja: 組織単位 (OU)}
    environment: {en: Environment, ja: 環境}
    workload: {en: Workload, ja: ワークロード}
    business_unit: {en: Business unit, ja: 事業部門}
    billing: {en: Billing, ja: 請求区分}
columns:
- {name: split, kind: word, width: 22, words: split}
- {name: part, width: 44}
- {name: accounts, kind: number}
- {name: compliant, kind: number}
- {name: non_compliant, kind: number}
- {name: insufficient, kind: number}
- {name: not_applicable, kind: number}
- {name: outside_units, kind: number}
- {name: score, kind: score, signs: true}
- {name: unknown, kind: share}
*/
WITH part AS (
  SELECT 'ou_path' AS split, 0 AS nth, coalesce(ou_id, ou_path) AS key, ou_path AS part, account_id FROM account
  UNION ALL SELECT 'environment', 1, environment, environment, account_id FROM account
  UNION ALL SELECT 'workload', 2, workload, workload, account_id FROM account
  UNION ALL SELECT 'business_unit', 3, business_unit, business_unit, account_id FROM account
  UNION ALL SELECT 'billing', 4, billing, billing, account_id FROM account
), counted AS (
  SELECT account_id, verdict, outside FROM unit WHERE csf_version = leading_csf('2.0', '1.1')
), line AS (
  SELECT p.split, p.nth, p.key, min(p.part) AS part, count(DISTINCT p.account_id) AS accounts,
    count_if(u.outside IS NULL AND u.verdict = 'COMPLIANT') AS compliant,
    count_if(u.outside IS NULL AND u.verdict = 'NON_COMPLIANT') AS non_compliant,
    count_if(u.outside IS NULL AND u.verdict = 'INSUFFICIENT_DATA') AS insufficient,
    count_if(u.outside IS NULL AND u.verdict = 'NOT_APPLICABLE') AS not_applicable,
    count_if(u.outside IS NOT NULL) AS outside_units
  FROM part p LEFT JOIN counted u ON u.account_id = p.account_id
  GROUP BY p.split, p.nth, p.key
)
SELECT l.split, coalesce(l.part || CASE WHEN count(*) OVER (PARTITION BY l.split, l.part) > 1
    THEN ' (' || l.key || ')' ELSE '' END, in_language('(none)', '(なし)')) AS part, l.accounts, l.compliant, l.non_compliant,
  l.insufficient, l.not_applicable, l.outside_units,
  CAST(l.compliant AS double) / nullif(l.compliant + l.non_compliant, 0) AS score,
  CAST(l.insufficient AS double) / nullif(l.compliant + l.non_compliant + l.insufficient, 0) AS unknown
FROM line l
ORDER BY l.nth, l.part NULLS LAST, l.key
