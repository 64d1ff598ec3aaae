/*
id: cloudtrail.global_service_events
version: 4
severity: HIGH
title:
  en: A trail records the events of global services
  ja: 証跡がグローバルサービスのイベントを記録している
remediation:
  en: Make the trail one of all Regions, which records global services too; a trail of one Region sees IAM, STS and CloudFront in us-east-1 only.
  ja: 証跡を全リージョン対象にすると、グローバルサービスのイベントも記録されます。単一リージョンの証跡では、IAM、STS、CloudFrontのイベントはus-east-1でのみ記録されます。
reasons:
  "The events of global services are recorded by {0}.": "{0}がグローバルサービスのイベントを記録しています。"
  "Not all events of global services of this account are recorded.":
    "このアカウントのグローバルサービスのイベントの一部が記録されていません。"
  "No trail that is logging records the events of global services of this account.":
    "このアカウントのグローバルサービスのイベントを記録している、ログ記録中の証跡がありません。"
  "Only the reads of global services are recorded, by {0}.":
    "グローバルサービスの読み取りイベントのみが{0}で記録されています。"
  "Only the writes of global services are recorded, by {0}.":
    "グローバルサービスの書き込みイベントのみが{0}で記録されています。"
  "Whether {0} records the events of global services is not known.":
    "{0}がグローバルサービスのイベントを記録しているかどうかを判断できません。"
  "A trail that shows here could not be read where it is at home: {0}":
    "ここに表示される証跡を、そのホームリージョンで読み取れませんでした。{0}"
  "Whether the organization has a trail here could not be read in account {0}: {1}":
    "このリージョンに組織の証跡があるかどうかを、アカウント{0}で読み取れませんでした。{1}"
  "The trail {0} shows here, but not in account {1}, which owns it.":
    "証跡{0}はここに表示されますが、所有アカウント{1}には表示されません。"
  "The organization trail {0} is to record this account, but does not show in it.":
    "組織の証跡{0}がこのアカウントを記録するはずですが、このアカウントには表示されません。"
sources: [cloudtrail, cloudtrail-elsewhere]
age: none because whether a trail is logging, and what it is to record, is of the moment in which it was read
csf20:
  primary: PR.PS-04
  reason: Who made a user, a role or a key is in the events of global services.
  secondary:
    DE.CM-03: Intruders stay by means of IAM, which is a global service.
csf11:
  primary: PR.PT-1
  reason: Who made a user, a role or a key is in the events of global services.
  secondary:
    DE.CM-3: Intruders stay by means of IAM, which is a global service.
*/
WITH recording AS (
  SELECT account_id,
         min(arn) FILTER (WHERE global_reads AND global_writes) AS arn,
         min(arn) FILTER (WHERE global_reads) AS reads_arn,
         min(arn) FILTER (WHERE global_writes) AS writes_arn,
         min(arn) FILTER (WHERE conditions IS NOT NULL) AS narrowed_arn,
         min(arn) FILTER (WHERE global_reads IS NULL) AS unknown_reads_arn,
         min(arn) FILTER (WHERE global_writes IS NULL) AS unknown_writes_arn
  FROM trail_reach
  GROUP BY account_id
),
unread AS (
  SELECT account_id, min(unread_reason) AS reason FROM trail_coverage GROUP BY account_id
),
judged AS (
  SELECT e.account_id,
         'global' AS region,
         e.account_id AS resource_id,
         CASE
           WHEN e.unread_verdict = 'NOT_APPLICABLE' OR e.status = 'EXCLUDED' THEN
             ARRAY[e.unread_verdict, e.unread_reason]
           WHEN r.arn IS NOT NULL THEN
             ARRAY['COMPLIANT', 'The events of global services are recorded by ' || r.arn || '.']
           WHEN r.reads_arn IS NOT NULL AND r.writes_arn IS NOT NULL THEN
             ARRAY['COMPLIANT', 'The events of global services are recorded by ' || r.reads_arn || ', ' || r.writes_arn
               || '.']
           WHEN u.reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', u.reason]
           WHEN coalesce(r.reads_arn, r.unknown_reads_arn) IS NOT NULL
             AND coalesce(r.writes_arn, r.unknown_writes_arn) IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'Whether '
               || CASE WHEN r.reads_arn IS NULL THEN r.unknown_reads_arn ELSE r.unknown_writes_arn END
               || ' records the events of global services is not known.']
           WHEN r.narrowed_arn IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Not all events of global services of this account are recorded.']
           WHEN r.reads_arn IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Only the reads of global services are recorded, by ' || r.reads_arn || '.']
           WHEN r.writes_arn IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Only the writes of global services are recorded, by ' || r.writes_arn || '.']
           ELSE
             ARRAY['NON_COMPLIANT', 'No trail that is logging records the events of global services of this account.']
         END AS outcome
  FROM coverage e
  LEFT JOIN recording r ON r.account_id = e.account_id
  LEFT JOIN unread u ON u.account_id = e.account_id
  WHERE e.source = 'cloudtrail-elsewhere'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
