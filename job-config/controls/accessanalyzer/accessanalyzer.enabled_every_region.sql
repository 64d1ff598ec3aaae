/*
id: accessanalyzer.enabled_every_region
version: 2
severity: HIGH
title:
  en: An IAM Access Analyzer looks for external access in every Region
  ja: すべてのリージョンでIAM Access Analyzerが外部アクセスを分析している
remediation:
  en: Create an organization analyzer in every Region in the delegated administrator of IAM Access Analyzer.
  ja: IAM Access Analyzerの委任管理者で、全リージョンに組織アナライザーを作成してください。
reasons:
  "Covered by {0}, which last analyzed on {1}.": "{0}の対象になっています(最終分析: {1})。"
  "Whether the organization has an analyzer here could not be read: {0}":
    "このリージョンに組織アナライザーがあるかどうかを読み取れませんでした。{0}"
  "No active analyzer of external access sees this account and Region.":
    "このアカウントとリージョンを対象とする、アクティブな外部アクセスアナライザーがありません。"
  "The analyzer last analyzed on {0}, more than {1} hours before it was asked.":
    "アナライザーが最後に分析したのは{0}で、照会の{1}時間より前です。"
  "The analyzer, made on {0}, has analyzed nothing yet.": "アナライザー({0}作成)は、まだ何も分析していません。"
  "a day that it does not name": "作成日不明"
parameters:
  hours:
    type: number
    default: 48
    meaning:
      en: For how many hours after it last analyzed a resource the analyzer counts as looking.
      ja: アナライザーが最後にリソースを分析してから何時間まで分析中とみなすか。
sources: [access-analyzer, organizations-delegation]
age: analyzer.last_analyzed_at
csf20:
  primary: PR.AA-05
  reason: Whoever reviews permissions must know who outside has them.
  secondary:
    DE.CM-09: The analyzer watches policies for access that nobody intended.
csf11:
  primary: PR.AC-4
  reason: Whoever manages permissions must know who outside has them.
  secondary:
    DE.CM-7: The analyzer watches for access that nobody approved.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours
  FROM parameter
  WHERE control_id = 'accessanalyzer.enabled_every_region' AND name = 'hours'
),
active AS (
  SELECT account_id, region, arn, type, last_analyzed_at, created_at
  FROM analyzer
  WHERE status = 'ACTIVE' AND type IN ('ACCOUNT', 'ORGANIZATION')
),
looking AS (
  SELECT account_id, region, arn, last_analyzed_at, created_at FROM active
  UNION ALL
  SELECT a.account_id, o.region, o.arn, o.last_analyzed_at, o.created_at
  FROM account a
  CROSS JOIN active o
  WHERE a.management IS NOT NULL AND o.type = 'ORGANIZATION'
),
-- the one that analyzed last
latest AS (
  SELECT account_id, region, max(last_analyzed_at) AS analyzed_at, max(created_at) AS made_at
  FROM looking
  GROUP BY account_id, region
),
covering AS (
  SELECT t.account_id, t.region, t.analyzed_at, t.made_at, min(w.arn) AS arn
  FROM latest t
  LEFT JOIN looking w ON w.account_id = t.account_id AND w.region = t.region AND w.last_analyzed_at = t.analyzed_at
  GROUP BY t.account_id, t.region, t.analyzed_at, t.made_at
),
-- where an organization's analyzer can be
owner AS (
  SELECT account_id FROM account WHERE management
  UNION
  SELECT administrator_id FROM delegated_administrator WHERE service_principal LIKE 'access-analyzer.amazonaws.%'
  UNION
  -- nobody said who administers: any account could
  SELECT a.account_id
  FROM account a
  CROSS JOIN coverage d
  WHERE d.source = 'organizations-delegation' AND d.unread_verdict = 'INSUFFICIENT_DATA'
),
unread_owner AS (
  SELECT c.region, min(c.unread_reason) AS reason
  FROM coverage c
  JOIN owner o ON o.account_id = c.account_id
  WHERE c.source = 'access-analyzer' AND c.unread_verdict = 'INSUFFICIENT_DATA'
  GROUP BY c.region
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN v.analyzed_at >= c.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['COMPLIANT', 'Covered by ' || v.arn || ', which last analyzed on '
               || CAST(CAST(v.analyzed_at AS date) AS varchar) || '.']
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN a.management IS NOT NULL AND u.region IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether the organization has an analyzer here could not be read: ' || u.reason]
           WHEN v.account_id IS NOT NULL AND v.analyzed_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The analyzer, made on '
               || coalesce(CAST(CAST(v.made_at AS date) AS varchar), 'a day that it does not name')
               || ', has analyzed nothing yet.']
           WHEN v.account_id IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The analyzer last analyzed on ' || CAST(CAST(v.analyzed_at AS date) AS varchar)
               || ', more than ' || CAST(l.hours AS varchar) || ' hours before it was asked.']
           ELSE ARRAY['NON_COMPLIANT', 'No active analyzer of external access sees this account and Region.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  CROSS JOIN limits l
  LEFT JOIN covering v ON v.account_id = c.account_id AND v.region = c.region
  LEFT JOIN unread_owner u ON u.region = c.region
  WHERE c.source = 'access-analyzer'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
