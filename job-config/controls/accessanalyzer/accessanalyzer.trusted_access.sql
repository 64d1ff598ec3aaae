/*
id: accessanalyzer.trusted_access
version: 1
severity: MEDIUM
title:
  en: IAM Access Analyzer has trusted access where the organization has an analyzer
  ja: 組織アナライザーがある場合、IAM Access Analyzerの信頼されたアクセスが有効である
remediation:
  en: In the management account, enable trusted access for IAM Access Analyzer; without it analyzers of the organization are disabled.
  ja: 管理アカウントでIAM Access Analyzerの信頼されたアクセスを有効にしてください。無効のままでは、組織のアナライザーが機能しません。
reasons:
  "Whom the organization trusts could not be read in account {0}: {1}":
    "組織が信頼するサービスを、アカウント{0}で読み取れませんでした。{1}"
  "The organization trusts IAM Access Analyzer.": "組織はIAM Access Analyzerを信頼しています。"
  "The organization does not trust IAM Access Analyzer, for which account {0} answers.":
    "組織はIAM Access Analyzerを信頼していません。管理アカウント{0}で判定しています。"
  "The organization does not trust IAM Access Analyzer, and has the analyzer {0}.":
    "組織のアナライザー{0}がありますが、組織はIAM Access Analyzerを信頼していません。"
  "The organization does not trust IAM Access Analyzer, and whether it has an analyzer could not be read: {0}":
    "組織はIAM Access Analyzerを信頼しておらず、組織のアナライザーがあるかどうかを読み取れませんでした。{0}"
  "The organization does not trust IAM Access Analyzer, and has no analyzer either.":
    "組織はIAM Access Analyzerを信頼しておらず、組織のアナライザーもありません。"
sources: [account-regions, access-analyzer, organizations-delegation]
age: none because the list of trusted services is of the moment in which it is read
csf20:
  primary: PR.AA-05
  reason: Permissions are reviewed across accounts only while IAM Access Analyzer may see them.
  secondary:
    DE.CM-09: Without trusted access an analyzer of the organization watches nothing.
csf11:
  primary: PR.AC-4
  reason: Permissions are reviewed across accounts only while IAM Access Analyzer may see them.
  secondary:
    DE.CM-7: Without trusted access an analyzer of the organization watches nothing.
*/
WITH organization_analyzer AS (
  SELECT min(z.arn) AS arn
  FROM analyzer z
  WHERE z.type LIKE 'ORGANIZATION%'
),
-- where an organization's analyzer can be
unread_owner AS (
  SELECT min(c.unread_reason) AS reason
  FROM coverage c
  WHERE c.source = 'access-analyzer'
    AND c.unread_verdict = 'INSUFFICIENT_DATA'
    AND c.account_id IN (
      SELECT account_id FROM account WHERE management
      UNION
      SELECT administrator_id FROM delegated_administrator WHERE service_principal LIKE 'access-analyzer.amazonaws.%'
    )
),
judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.unread_verdict IS NOT NULL THEN
             ARRAY[s.unread_verdict, 'Whom the organization trusts could not be read in account ' || s.asked_in
               || ': ' || s.unread_reason]
           WHEN s.trusted THEN ARRAY['COMPLIANT', 'The organization trusts IAM Access Analyzer.']
           WHEN NOT coalesce(a.management, false) THEN
             ARRAY['NOT_APPLICABLE', 'The organization does not trust IAM Access Analyzer, for which account '
               || s.answers_in || ' answers.']
           WHEN o.arn IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The organization does not trust IAM Access Analyzer, and has the analyzer '
               || o.arn || '.']
           WHEN u.reason IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA',
               'The organization does not trust IAM Access Analyzer, and whether it has an analyzer could not be read: '
                 || u.reason]
           ELSE
             ARRAY['NOT_APPLICABLE', 'The organization does not trust IAM Access Analyzer, and has no analyzer either.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  JOIN organization_service s ON s.service = 'access-analyzer'
  CROSS JOIN organization_analyzer o
  CROSS JOIN unread_owner u
  WHERE c.source = 'account-regions'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
