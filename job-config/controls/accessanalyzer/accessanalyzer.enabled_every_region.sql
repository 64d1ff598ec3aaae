/*
id: accessanalyzer.enabled_every_region
version: 1
severity: HIGH
title:
  en: An IAM Access Analyzer looks for external access in every Region
  ja: すべてのリージョンでIAM Access Analyzerが外部アクセスを分析している
remediation:
  en: Create an organization analyzer in every Region in the delegated administrator of IAM Access Analyzer.
  ja: IAM Access Analyzerの委任管理者で、全リージョンに組織アナライザーを作成してください。
reasons:
  "Covered by {0}.": "{0}の対象になっています。"
  "Whether the organization has an analyzer here could not be read: {0}":
    "このリージョンに組織アナライザーがあるかどうかを読み取れませんでした。{0}"
  "No active analyzer of external access sees this account and Region.":
    "このアカウントとリージョンを対象とする、アクティブな外部アクセスアナライザーがありません。"
sources: [access-analyzer, organizations-delegation]
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
WITH active AS (
  SELECT account_id, region, arn, type
  FROM analyzer
  WHERE status = 'ACTIVE' AND type IN ('ACCOUNT', 'ORGANIZATION')
),
own AS (
  SELECT account_id, region, min(arn) AS arn FROM active GROUP BY account_id, region
),
organization AS (
  SELECT region, min(arn) AS arn FROM active WHERE type = 'ORGANIZATION' GROUP BY region
),
-- where an organization's analyzer can be
owner AS (
  SELECT account_id FROM account WHERE management
  UNION
  SELECT administrator_id FROM delegated_administrator WHERE service_principal = 'access-analyzer.amazonaws.com'
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
           WHEN o.arn IS NOT NULL THEN ARRAY['COMPLIANT', 'Covered by ' || o.arn || '.']
           WHEN a.management IS NOT NULL AND g.arn IS NOT NULL THEN ARRAY['COMPLIANT', 'Covered by ' || g.arn || '.']
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN a.management IS NOT NULL AND u.region IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether the organization has an analyzer here could not be read: ' || u.reason]
           ELSE ARRAY['NON_COMPLIANT', 'No active analyzer of external access sees this account and Region.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  LEFT JOIN own o ON o.account_id = c.account_id AND o.region = c.region
  LEFT JOIN organization g ON g.region = c.region
  LEFT JOIN unread_owner u ON u.region = c.region
  WHERE c.source = 'access-analyzer'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
