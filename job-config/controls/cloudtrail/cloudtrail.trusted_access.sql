/*
id: cloudtrail.trusted_access
version: 1
severity: HIGH
title:
  en: CloudTrail has trusted access where the organization has a trail
  ja: 組織の証跡がある場合、CloudTrailの信頼されたアクセスが有効である
remediation:
  en: In the management account, enable trusted access for CloudTrail, or delete the organization's trail.
  ja: 管理アカウントでCloudTrailの信頼されたアクセスを有効にするか、組織の証跡を削除してください。
reasons:
  "Which services the organization trusts could not be read in account {0}: {1}":
    "組織で信頼されたアクセスが有効なサービスを、アカウント{0}で読み取れませんでした。{1}"
  "CloudTrail has trusted access to the organization.": "組織でCloudTrailの信頼されたアクセスが有効です。"
  "CloudTrail has no trusted access to the organization, for which account {0} answers.":
    "組織でCloudTrailの信頼されたアクセスが無効です。管理アカウント{0}で判定しています。"
  "CloudTrail has no trusted access to the organization, which has the trail {0}.":
    "組織の証跡{0}がありますが、組織でCloudTrailの信頼されたアクセスが無効です。"
  "CloudTrail has no trusted access to the organization, which has no trail either.":
    "組織でCloudTrailの信頼されたアクセスが無効で、組織の証跡もありません。"
sources: [cloudtrail, cloudtrail-elsewhere, organizations-delegation]
age: none because what the organization trusts is of the moment in which it was read
csf20:
  primary: PR.PS-04
  reason: Without trusted access new members get no trail, and no log records.
csf11:
  primary: PR.PT-1
  reason: Without trusted access new members get no trail, and no audit log.
*/
WITH organization_trail AS (
  SELECT min(t.arn) AS arn
  FROM trail t
  JOIN account o ON o.account_id = split_part(t.arn, ':', 5) AND o.management
  WHERE t.organization_trail
),
unread AS (
  SELECT account_id, min(unread_reason) AS reason FROM trail_coverage GROUP BY account_id
),
judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.unread_verdict IS NOT NULL THEN
             ARRAY[s.unread_verdict, 'Which services the organization trusts could not be read in account '
               || s.asked_in || ': ' || s.unread_reason]
           WHEN s.trusted THEN ARRAY['COMPLIANT', 'CloudTrail has trusted access to the organization.']
           WHEN NOT coalesce(a.management, false) THEN
             ARRAY['NOT_APPLICABLE', 'CloudTrail has no trusted access to the organization, for which account '
               || s.answers_in || ' answers.']
           WHEN o.arn IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'CloudTrail has no trusted access to the organization, which has the trail '
               || o.arn || '.']
           WHEN u.reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', u.reason]
           ELSE
             ARRAY['NOT_APPLICABLE', 'CloudTrail has no trusted access to the organization, which has no trail either.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  JOIN organization_service s ON s.service = 'cloudtrail'
  CROSS JOIN organization_trail o
  LEFT JOIN unread u ON u.account_id = c.account_id
  WHERE c.source = 'cloudtrail-elsewhere'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
