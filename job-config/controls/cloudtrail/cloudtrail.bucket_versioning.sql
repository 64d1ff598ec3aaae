/*
id: cloudtrail.bucket_versioning
version: 1
severity: MEDIUM
title:
  en: Buckets of trails keep versions
  ja: 証跡のバケットのバージョニングが有効である
remediation:
  en: Switch on versioning.
  ja: バージョニングを有効にしてください。
reasons:
  "It keeps versions.":
    "バージョニングが有効です。"
  "It no longer keeps versions.":
    "バージョニングが停止されています。"
  "It never kept versions.":
    "バージョニングが一度も有効にされていません。"
  "There is no such bucket.":
    "バケットが存在しません。"
  "What S3 said of the bucket is missing.":
    "バケットについてのS3の回答がありません。"
  "No trail names a bucket of this account.":
    "このアカウントのバケットを配信先とする証跡はありません。"
sources: [cloudtrail-bucket, cloudtrail, cloudtrail-elsewhere]
age: none because it is the bucket's setting.
csf20:
  primary: PR.DS-01
  reason: A log that was overwritten or deleted is still there where versions are kept.
csf11:
  primary: PR.DS-6
  reason: A log that was overwritten or deleted is still there where versions are kept.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN NOT b.found THEN ARRAY['NOT_APPLICABLE', 'There is no such bucket.']
           WHEN b.versioning = 'Enabled' THEN ARRAY['COMPLIANT', 'It keeps versions.']
           WHEN b.versioning = 'Suspended' THEN ARRAY['NON_COMPLIANT', 'It no longer keeps versions.']
           WHEN b.found AND b.versioning IS NULL THEN ARRAY['NON_COMPLIANT', 'It never kept versions.']
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
