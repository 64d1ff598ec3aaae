/*
id: cloudtrail.bucket_not_public
version: 1
severity: HIGH
title:
  en: Buckets of trails are not public by their own settings
  ja: 証跡のバケットが自身の設定によって公開されていない
remediation:
  en: Switch on all four settings of the bucket's public access block, and take the public out of its policy and ACL.
  ja: バケットのパブリックアクセスブロックの4項目をすべて有効にし、バケットポリシーとACLから公開の許可を取り除いてください。
reasons:
  "Neither its policy nor its ACL opens it to the public.":
    "バケットポリシーとACLのいずれも、バケットを公開していません。"
  "Its own public access block holds back what its policy or its ACL opens to the public.":
    "ポリシーまたはACLによる公開は、バケット自身のパブリックアクセスブロックによって無効になっています。"
  "Its policy lets the public in, and its own public access block does not hold that back.":
    "バケットポリシーが公開を許可しており、バケット自身のパブリックアクセスブロックでも止められていません。"
  "Its ACL grants {0}, and its own public access block does not hold that back.":
    "ACLが{0}を許可しており、バケット自身のパブリックアクセスブロックでも止められていません。"
  "There is no such bucket.":
    "バケットが存在しません。"
  "What S3 said of the bucket is missing.":
    "バケットについてのS3の回答がありません。"
  "No trail names a bucket of this account.":
    "このアカウントのバケットを配信先とする証跡はありません。"
sources: [cloudtrail-bucket, cloudtrail, cloudtrail-elsewhere]
age: none because they are the bucket's settings.
csf20:
  primary: PR.AA-05
  reason: Logs that anybody can read, or change, give away what is done, and are no evidence.
  secondary:
    PR.DS-01: Logs that anybody can read, or change, give away what is done, and are no evidence.
    PR.PS-04: Logs that anybody can read, or change, give away what is done, and are no evidence.
csf11:
  primary: PR.AC-3
  reason: Logs that anybody can read, or change, give away what is done, and are no evidence.
  secondary:
    PR.DS-5: Logs that anybody can read, or change, give away what is done, and are no evidence.
    PR.PT-1: Logs that anybody can read, or change, give away what is done, and are no evidence.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN NOT b.found THEN ARRAY['NOT_APPLICABLE', 'There is no such bucket.']
           WHEN b.policy_public AND NOT b.restricts_public_policy THEN
             ARRAY['NON_COMPLIANT',
               'Its policy lets the public in, and its own public access block does not hold that back.']
           WHEN array_join(b.public_grants, ', ') <> '' AND NOT b.ignores_public_acls THEN
             ARRAY['NON_COMPLIANT', 'Its ACL grants ' || array_join(b.public_grants, ', ')
               || ', and its own public access block does not hold that back.']
           WHEN NOT b.policy_public AND array_join(b.public_grants, ', ') = '' THEN
             ARRAY['COMPLIANT', 'Neither its policy nor its ACL opens it to the public.']
           WHEN (NOT b.policy_public OR b.restricts_public_policy)
             AND (array_join(b.public_grants, ', ') = '' OR b.ignores_public_acls) THEN
             ARRAY['COMPLIANT',
               'Its own public access block holds back what its policy or its ACL opens to the public.']
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
