/*
id: cloudtrail.delegated_administrator
version: 2
severity: LOW
title:
  en: An account other than management administers CloudTrail
  ja: 管理アカウント以外のアカウントがCloudTrailを管理している
remediation:
  en: In the management account, register an account of the security team as delegated administrator of CloudTrail.
  ja: 管理アカウントで、セキュリティチームのアカウントをCloudTrailの委任管理者として登録してください。
reasons:
  "Who administers CloudTrail could not be read in account {0}: {1}":
    "CloudTrailの委任管理者を、アカウント{0}で読み取れませんでした。{1}"
  "Account {0} administers CloudTrail.": "アカウント{0}がCloudTrailを管理しています。"
  "Account {0} administers CloudTrail and is not on the roster.":
    "CloudTrailの委任管理者であるアカウント{0}が監査対象の一覧にありません。"
  "Account {0} administers CloudTrail and is not active.": "CloudTrailの委任管理者であるアカウント{0}は有効ではありません。"
  "CloudTrail has no delegated administrator.": "CloudTrailの委任管理者が登録されていません。"
  "CloudTrail has no delegated administrator that is active, for which account {0} answers.":
    "CloudTrailの有効な委任管理者が登録されていません。管理アカウント{0}で判定しています。"
sources: [cloudtrail-elsewhere, organizations-delegation]
age: none because who administers CloudTrail is of the moment in which it was read
csf20:
  primary: PR.AA-05
  reason: Whoever looks after trails needs no access to the management account, which may do everything.
csf11:
  primary: PR.AC-4
  reason: Whoever looks after trails needs no access to the management account, which may do everything.
*/
WITH judged AS (
  SELECT c.account_id,
         'global' AS region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN s.unread_verdict IS NOT NULL THEN
             ARRAY[s.unread_verdict, 'Who administers CloudTrail could not be read in account ' || s.asked_in || ': '
               || s.unread_reason]
           WHEN s.administrator_id IS NOT NULL THEN
             ARRAY['COMPLIANT', 'Account ' || s.administrator_id || ' administers CloudTrail.']
           WHEN s.unknown_administrator_id IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Account ' || s.unknown_administrator_id
               || ' administers CloudTrail and is not on the roster.']
           WHEN NOT coalesce(a.management, false) THEN
             ARRAY['NOT_APPLICABLE',
               'CloudTrail has no delegated administrator that is active, for which account ' || s.answers_in
                 || ' answers.']
           WHEN s.inactive_administrator_id IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Account ' || s.inactive_administrator_id
               || ' administers CloudTrail and is not active.']
           ELSE ARRAY['NON_COMPLIANT', 'CloudTrail has no delegated administrator.']
         END AS outcome
  FROM coverage c
  JOIN account a ON a.account_id = c.account_id
  JOIN organization_service s ON s.service = 'cloudtrail'
  WHERE c.source = 'cloudtrail-elsewhere'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
