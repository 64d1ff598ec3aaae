/*
id: config.trusted_access
version: 1
severity: MEDIUM
title:
  en: The organization trusts AWS Config
  ja: 組織でAWS Configの信頼されたアクセスが有効になっている
remediation:
  en: In the management account, enable trusted access for AWS Config; without it aggregators learn of no account that joins.
  ja: 管理アカウントでAWS Configの信頼されたアクセスを有効にしてください。無効のままでは、新しく加わったアカウントが集約されません。
reasons:
  "Whom the organization trusts could not be read in account {0}: {1}":
    "組織が信頼するサービスを、アカウント{0}で読み取れませんでした。{1}"
  "The organization trusts AWS Config.": "組織はAWS Configを信頼しています。"
  "The organization does not trust AWS Config.": "組織はAWS Configを信頼していません。"
  "The organization does not trust AWS Config, for which account {0} answers.":
    "組織はAWS Configを信頼していません。管理アカウント{0}で判定しています。"
sources: [account-regions, organizations-delegation]
age: none because the list of trusted services is of the moment in which it is read
csf20:
  primary: PR.PS-01
  reason: Configuration is managed across accounts only while AWS Config may see them.
csf11:
  primary: PR.IP-1
  reason: A baseline is held across accounts only while AWS Config may see them.
*/
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.unread_verdict IS NOT NULL THEN
             ARRAY[s.unread_verdict, 'Whom the organization trusts could not be read in account ' || s.asked_in || ': '
               || s.unread_reason]
           WHEN s.trusted THEN ARRAY['COMPLIANT', 'The organization trusts AWS Config.']
           WHEN a.management THEN ARRAY['NON_COMPLIANT', 'The organization does not trust AWS Config.']
           ELSE
             ARRAY['NOT_APPLICABLE', 'The organization does not trust AWS Config, for which account '
               || s.answers_in || ' answers.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  JOIN organization_service s ON s.service = 'config'
  WHERE c.source = 'account-regions'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
