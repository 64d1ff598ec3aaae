/*
id: cloudtrail.enabled
version: 3
severity: CRITICAL
title:
  en: A trail records management events in every Region
  ja: すべてのリージョンで証跡が管理イベントを記録している
remediation:
  en: Create an organization trail for all Regions in the management account or its delegated administrator, or start the stopped trail.
  ja: 管理アカウントまたは委任管理者で全リージョン対象の組織の証跡を作成するか、停止している証跡を開始してください。
reasons:
  "Covered by {0}.": "{0}の対象になっています。"
  "Covered in part by {0}: {1}.": "{0}の対象ですが、一部のイベントは記録されません({1})。"
  "No trail that is logging records management events here.":
    "このリージョンで管理イベントを記録している、ログ記録中の証跡がありません。"
  "A trail that shows here could not be read where it is at home: {0}":
    "ここに表示される証跡を、そのホームリージョンで読み取れませんでした。{0}"
  "Whether the organization has a trail here could not be read in account {0}: {1}":
    "このリージョンに組織の証跡があるかどうかを、アカウント{0}で読み取れませんでした。{1}"
  "The trail {0} shows here, but not in account {1}, which owns it.":
    "証跡{0}はここに表示されますが、所有アカウント{1}には表示されません。"
  "The organization trail {0} is to record this account, but does not show in it.":
    "組織の証跡{0}がこのアカウントを記録するはずですが、このアカウントには表示されません。"
  "What {0} records is not known, since its selectors name {1}.":
    "証跡{0}のセレクターに{1}が含まれるため、記録される内容を判断できません。"
  "Management events are recorded in part only: {0}.": "管理イベントの一部のみが記録されています({0})。"
sources: [cloudtrail, cloudtrail-elsewhere]
age: none because whether a trail is logging, and what it is to record, is of the moment in which it was read
csf20:
  primary: PR.PS-04
  reason: Trails are the log records of what is done in an account.
  secondary:
    DE.CM-03: Trails show who did what.
csf11:
  primary: PR.PT-1
  reason: Trails are the audit log of what is done in an account.
  secondary:
    DE.CM-3: Trails show who did what.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN t.broad AND (t.management_events = 'ALL' OR t.conditions IS NULL) THEN
             ARRAY['COMPLIANT', 'Covered by ' || array_join(t.trail_arns, ', ') || '.']
           WHEN t.broad THEN
             ARRAY['COMPLIANT', 'Covered in part by ' || array_join(t.trail_arns, ', ') || ': ' || t.conditions || '.']
           WHEN t.unread_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', t.unread_reason]
           WHEN t.unknown_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', t.unknown_reason]
           WHEN t.covered THEN
             ARRAY['NON_COMPLIANT', 'Management events are recorded in part only: ' || t.conditions || '.']
           ELSE ARRAY['NON_COMPLIANT', 'No trail that is logging records management events here.']
         END AS outcome
  FROM coverage c
  JOIN trail_coverage t ON t.account_id = c.account_id AND t.region = c.region
  WHERE c.source = 'cloudtrail'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
