/*
sheet:
  name: {en: Rollups, ja: 集計}
  title: {en: Rollups, ja: 組織の区分別の集計}
  note:
    en: "Each part of the organization by organizational unit, environment, workload, business unit and billing. Counted as on Summary."
    ja: 組織単位・環境・ワークロード・事業部門・請求区分別の集計です。数え方は概要と同じです。
  order: 50
  colour: 2E75B6
dataset: finding
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
- {name: score, kind: share, signs: true}
- {name: unknown, kind: share}
*/
WITH part AS (
  SELECT 'ou_path' AS split, 0 AS nth, coalesce(ou_id, ou_path) AS key, ou_path AS part, account_id FROM account
  UNION ALL SELECT 'environment', 1, environment, environment, account_id FROM account
  UNION ALL SELECT 'workload', 2, workload, workload, account_id FROM account
  UNION ALL SELECT 'business_unit', 3, business_unit, business_unit, account_id FROM account
  UNION ALL SELECT 'billing', 4, billing, billing, account_id FROM account
), unit AS (
  SELECT control_id, leading_csf(csf20_primary, csf11_primary) AS subcategory, account_id,
    min(verdict_rank(verdict)) AS worst
  FROM finding
  GROUP BY 1, 2, 3
), line AS (
  SELECT p.split, p.nth, p.key, min(p.part) AS part, count(DISTINCT p.account_id) AS accounts,
    count(*) FILTER (WHERE u.worst = 3) AS compliant, count(*) FILTER (WHERE u.worst = 1) AS non_compliant,
    count(*) FILTER (WHERE u.worst = 2) AS insufficient, count(*) FILTER (WHERE u.worst = 4) AS not_applicable
  FROM part p LEFT JOIN unit u ON u.account_id = p.account_id
  GROUP BY p.split, p.nth, p.key
)
SELECT l.split, coalesce(l.part || CASE WHEN count(*) OVER (PARTITION BY l.split, l.part) > 1
    THEN ' (' || l.key || ')' ELSE '' END, in_language('(none)', '(なし)')) AS part, l.accounts, l.compliant, l.non_compliant,
  l.insufficient, l.not_applicable,
  CAST(l.compliant AS double) / nullif(l.compliant + l.non_compliant, 0) AS score,
  CAST(l.insufficient AS double) / nullif(l.compliant + l.non_compliant + l.insufficient, 0) AS unknown
FROM line l
ORDER BY l.nth, l.part NULLS LAST, l.key
