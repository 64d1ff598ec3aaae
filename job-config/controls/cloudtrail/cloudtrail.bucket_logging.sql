/*
id: cloudtrail.bucket_logging
version: 1
severity: LOW
title:
  en: Requests to buckets of trails are logged
  ja: 証跡のバケットへのリクエストが記録される
remediation:
  en: Switch on server access logging, into another bucket.
  ja: サーバーアクセスログを、別のバケットに記録するよう有効にしてください。
reasons:
  "Requests to it are logged in the bucket {0}.":
    "リクエストがバケット{0}に記録されます。"
  "Requests to it are not logged.":
    "リクエストが記録されません。"
  "There is no such bucket.":
    "バケットが存在しません。"
  "What S3 said of the bucket is missing.":
    "バケットについてのS3の回答がありません。"
  "No trail names a bucket of this account.":
    "このアカウントのバケットを配信先とする証跡はありません。"
sources: [cloudtrail-bucket, cloudtrail, cloudtrail-elsewhere]
age: none because it is the bucket's setting.
csf20:
  primary: PR.PS-04
  reason: Who reads or deletes logs is itself to be seen in a log.
csf11:
  primary: PR.PT-1
  reason: Who reads or deletes logs is itself to be seen in a log.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN NOT b.found THEN ARRAY['NOT_APPLICABLE', 'There is no such bucket.']
           WHEN b.log_bucket IS NOT NULL THEN
             ARRAY['COMPLIANT', 'Requests to it are logged in the bucket ' || b.log_bucket || '.']
           WHEN b.found THEN ARRAY['NON_COMPLIANT', 'Requests to it are not logged.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'What S3 said of the bucket is missing.']
         END AS outcome
  FROM coverage c
  LEFT JOIN trail_bucket b ON b.arn = c.resource_id
  WHERE c.source = 'cloudtrail-bucket'
  UNION ALL
  SELECT s.account_id,
         'global' AS region,
         s.account_id AS resource_id,
         CASE
           WHEN s.unread_verdict = 'INSUFFICIENT_DATA' THEN ARRAY[s.unread_verdict, s.unread_reason]
           ELSE ARRAY['NOT_APPLICABLE', 'No trail names a bucket of this account.']
         END AS outcome
  FROM trail_sight s
  WHERE s.unread_verdict = 'INSUFFICIENT_DATA'
     OR s.account_id NOT IN (SELECT account_id FROM coverage WHERE source = 'cloudtrail-bucket')
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
