/*
id: cloudtrail.kms
version: 1
severity: MEDIUM
title:
  en: Trails encrypt their log files with a key of AWS KMS
  ja: 証跡のログファイルがAWS KMSのキーで暗号化されている
remediation:
  en: Name a KMS key in the trail whose policy lets CloudTrail encrypt.
  ja: CloudTrailによる暗号化をキーポリシーで許可したKMSキーを証跡に設定してください。
reasons:
  "Its log files are encrypted with the key {0}.": "ログファイルはキー{0}で暗号化されています。"
  "The trail names no KMS key, so that its log files have the bucket's own encryption.":
    "証跡にKMSキーが設定されておらず、ログファイルにはバケット側の暗号化が適用されます。"
  "The account has no trail of its own.": "このアカウントが所有する証跡はありません。"
sources: [cloudtrail, cloudtrail-elsewhere]
csf20:
  primary: PR.DS-01
  reason: Whoever reads the stored logs needs the key as well as the bucket.
csf11:
  primary: PR.DS-1
  reason: Whoever reads the stored logs needs the key as well as the bucket.
*/
WITH judged AS (
  SELECT t.account_id,
         t.region,
         t.arn AS resource_id,
         CASE
           WHEN t.kms_key_id IS NOT NULL THEN
             ARRAY['COMPLIANT', 'Its log files are encrypted with the key ' || t.kms_key_id || '.']
           ELSE
             ARRAY['NON_COMPLIANT',
               'The trail names no KMS key, so that its log files have the bucket''s own encryption.']
         END AS outcome
  FROM trail t
  WHERE split_part(t.arn, ':', 5) = t.account_id
  UNION ALL
  SELECT account_id, 'global' AS region, account_id AS resource_id, ARRAY[unread_verdict, unread_reason] AS outcome
  FROM trail_sight
  WHERE unread_verdict IS NOT NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
