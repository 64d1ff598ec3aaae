/*
id: cloudtrail.s3_object_reads
version: 1
severity: LOW
title:
  en: Trails record the reads of all S3 objects
  ja: 証跡がすべてのS3オブジェクトの読み取りを記録している
remediation:
  en: Add the data events of all S3 buckets that are reads to a trail of all Regions.
  ja: 全リージョン対象の証跡に、すべてのS3バケットの読み取りデータイベントを追加してください。
reasons:
  "The reads of all S3 objects are recorded by {0}.": "{0}がすべてのS3オブジェクトの読み取りを記録しています。"
  "No trail that is logging records the reads of S3 objects here.":
    "このリージョンでS3オブジェクトの読み取りを記録している、ログ記録中の証跡がありません。"
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
  reason: Who took data from a bucket shows in the log of reads alone.
  secondary:
    DE.CM-03: Reads of objects show who took what.
csf11:
  primary: PR.PT-1
  reason: Who took data from a bucket shows in the log of reads alone.
  secondary:
    DE.CM-3: Reads of objects show who took what.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict = 'NOT_APPLICABLE' OR c.status = 'EXCLUDED' THEN
             ARRAY[c.unread_verdict, c.unread_reason]
           WHEN d.s3_reads_arn IS NOT NULL THEN
             ARRAY['COMPLIANT', 'The reads of all S3 objects are recorded by ' || d.s3_reads_arn || '.']
           WHEN t.unread_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', t.unread_reason]
           WHEN d.unknown_reason IS NOT NULL THEN ARRAY['INSUFFICIENT_DATA', d.unknown_reason]
           WHEN d.s3_conditions IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'Data events are recorded in part only: ' || d.s3_conditions || '.']
           ELSE ARRAY['NON_COMPLIANT', 'No trail that is logging records the reads of S3 objects here.']
         END AS outcome
  FROM coverage c
  JOIN trail_coverage t ON t.account_id = c.account_id AND t.region = c.region
  JOIN data_coverage d ON d.account_id = c.account_id AND d.region = c.region
  WHERE c.source = 'cloudtrail'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
