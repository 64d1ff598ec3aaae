/*
id: cloudtrail.data_events
version: 2
severity: LOW
title:
  en: All data events of some type of resource are recorded in every Region
  ja: すべてのリージョンで、いずれかのリソースタイプのデータイベントがすべて記録されている
remediation:
  en: Add data events to a trail's selectors, of all resources of a type and both reads and writes; where a trail records those of chosen resources on purpose, waive this.
  ja: 証跡のセレクターに、リソースタイプの全リソースの読み取りと書き込みのデータイベントを追加してください。意図して一部のリソースのみを記録している場合は、例外として登録してください。
reasons:
  "All data events of {0} are recorded by {1}.": "{1}が{0}のすべてのデータイベントを記録しています。"
  "Of no type of resource are both all reads and all writes recorded here.":
    "このリージョンで、すべての読み取りと書き込みが記録されているリソースタイプがありません。"
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
  "CloudTrail does not say which data events {0} records.":
    "{0}がどのデータイベントを記録しているかを、CloudTrailが示していません。"
  "Data events are recorded in part only: {0}.": "データイベントの一部のみが記録されています({0})。"
sources: [cloudtrail, cloudtrail-elsewhere]
age: none because whether a trail is logging, and what it is to record, is of the moment in which it was read
csf20:
  primary: PR.PS-04
  reason: Reading and writing of data is logged by data events only.
  secondary:
    DE.CM-03: Data events show who read what.
csf11:
  primary: PR.PT-1
  reason: Reading and writing of data is logged by data events only.
  secondary:
    DE.CM-3: Data events show who read what.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN cardinality(d.types) > 0 THEN
             ARRAY['COMPLIANT', 'All data events of ' || array_join(d.types, ', ') || ' are recorded by '
               || array_join(d.trail_arns, ', ') || '.']
           WHEN t.unread_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', t.unread_reason]
           WHEN d.unknown_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', d.unknown_reason]
           WHEN d.conditions IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Data events are recorded in part only: ' || d.conditions || '.']
           ELSE ARRAY['NON_COMPLIANT', 'Of no type of resource are both all reads and all writes recorded here.']
         END AS outcome
  FROM coverage c
  JOIN trail_coverage t ON t.account_id = c.account_id AND t.region = c.region
  JOIN data_coverage d ON d.account_id = c.account_id AND d.region = c.region
  WHERE c.source = 'cloudtrail'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
