/*
id: cloudtrail.mgmt_events_rw
version: 3
severity: HIGH
title:
  en: Trails record both read and write management events
  ja: 証跡が読み取りと書き込みの両方の管理イベントを記録している
remediation:
  en: Set a trail's selectors to all management events, or remove its selectors, which means the same.
  ja: 証跡のセレクターをすべての管理イベントに設定するか、セレクターを削除してください(同じ意味になります)。
reasons:
  "All management events are recorded by {0}.": "{0}がすべての管理イベントを記録しています。"
  "Only management events that read are recorded.": "読み取りの管理イベントのみが記録されています。"
  "Only management events that write are recorded.": "書き込みの管理イベントのみが記録されています。"
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
  "Not all management events of {0} are recorded.": "{0}の管理イベントの一部または全部が記録されていません。"
sources: [cloudtrail, cloudtrail-elsewhere]
age: none because whether a trail is logging, and what it is to record, is of the moment in which it was read
csf20:
  primary: PR.PS-04
  reason: A log without reads, or without writes, has half of what is done.
  secondary:
    DE.CM-03: Reconnaissance shows in reads, damage in writes.
csf11:
  primary: PR.PT-1
  reason: A log without reads, or without writes, has half of what is done.
  secondary:
    DE.CM-3: Reconnaissance shows in reads, damage in writes.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN t.management_events = 'ALL' THEN
             ARRAY['COMPLIANT', 'All management events are recorded by ' || array_join(t.trail_arns, ', ') || '.']
           WHEN t.unread_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', t.unread_reason]
           WHEN t.unknown_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', t.unknown_reason]
           WHEN cardinality(t.excluded_sources) > 0 THEN
             ARRAY['NON_COMPLIANT', 'Not all management events of ' || array_join(t.excluded_sources, ', ')
               || ' are recorded.']
           WHEN t.conditions IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Management events are recorded in part only: ' || t.conditions || '.']
           WHEN t.management_events = 'READ_ONLY' THEN
             ARRAY['NON_COMPLIANT', 'Only management events that read are recorded.']
           WHEN t.management_events = 'WRITE_ONLY' THEN
             ARRAY['NON_COMPLIANT', 'Only management events that write are recorded.']
           ELSE ARRAY['NON_COMPLIANT', 'No trail that is logging records management events here.']
         END AS outcome
  FROM coverage c
  JOIN trail_coverage t ON t.account_id = c.account_id AND t.region = c.region
  WHERE c.source = 'cloudtrail'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
