/*
id: cloudtrail.enabled
version: 2
severity: CRITICAL
title:
  en: A trail records management events in every Region
  ja: すべてのリージョンで証跡が管理イベントを記録している
remediation:
  en: Create an organization trail for all Regions in the management account or its delegated administrator, or start the stopped trail.
  ja: 管理アカウントまたは委任管理者で全リージョン対象の組織の証跡を作成するか、停止している証跡を開始してください。
reasons:
  "Covered by {0}.": "{0}の対象になっています。"
  "No trail that is logging records management events here.":
    "このリージョンで管理イベントを記録している、ログ記録中の証跡がありません。"
  "A trail that shows here could not be read where it is at home: {0}":
    "ここに表示される証跡を、そのホームリージョンで読み取れませんでした。{0}"
  "Whether the organization has a trail here could not be read in account {0}: {1}":
    "このリージョンに組織の証跡があるかどうかを、アカウント{0}で読み取れませんでした。{1}"
sources: [cloudtrail, cloudtrail-elsewhere, organizations-delegation]
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
           WHEN t.covered THEN ARRAY['COMPLIANT', 'Covered by ' || array_join(t.trail_arns, ', ') || '.']
           WHEN t.unread_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', t.unread_reason]
           ELSE ARRAY['NON_COMPLIANT', 'No trail that is logging records management events here.']
         END AS outcome
  FROM coverage c
  JOIN trail_coverage t ON t.account_id = c.account_id AND t.region = c.region
  WHERE c.source = 'cloudtrail'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
