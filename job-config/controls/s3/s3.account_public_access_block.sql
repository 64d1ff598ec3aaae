/*
id: s3.account_public_access_block
version: 1
severity: HIGH
title:
  en: S3 blocks public access for the account as a whole
  ja: S3のパブリックアクセスがアカウント全体でブロックされている
remediation:
  en: Turn on all four settings of the account's block, or attach an S3 policy of the organization; where a bucket is meant to be public, keep it in an account of its own.
  ja: アカウントのブロックパブリックアクセスの4項目をすべて有効にするか、組織のS3ポリシーを適用してください。公開が必要なバケットは、専用のアカウントに分けてください。
reasons:
  "S3 blocks public access to all buckets of the account, by ACL and by policy.":
    "アカウントのすべてのバケットで、ACLとポリシーによるパブリックアクセスがブロックされています。"
  "S3 blocks nothing for the account: its block was never set.":
    "アカウントのブロックパブリックアクセスが設定されたことがなく、何もブロックされていません。"
  "The account's block leaves these settings off: {0}.":
    "アカウントのブロックパブリックアクセスで、次の項目が無効です。{0}"
  "S3 does not say of all four settings whether they are on.":
    "ブロックパブリックアクセスの4項目すべての状態を、S3が示していません。"
  "A bucket that everybody can reach gives more access than anybody needs.":
    "誰でもアクセスできるバケットは、必要以上のアクセスを許しています。"
  "What everybody can read is not guarded against disclosure.":
    "誰でも読み取れるデータは、漏えいから保護されていません。"
  "Who may reach the data from afar is settled for all buckets at once.":
    "外部からのデータへのアクセスの可否が、全バケットでまとめて定まります。"
  "What everybody can read leaks.":
    "誰でも読み取れるデータは漏えいします。"
sources: [s3-account-block]
age: none because a block is of the moment in which it is read
csf20:
  primary: PR.AA-05
  reason: A bucket that everybody can reach gives more access than anybody needs.
  secondary:
    PR.DS-01: What everybody can read is not guarded against disclosure.
csf11:
  primary: PR.AC-4
  reason: A bucket that everybody can reach gives more access than anybody needs.
  secondary:
    PR.AC-3: Who may reach the data from afar is settled for all buckets at once.
    PR.DS-5: What everybody can read leaks.
*/
WITH settings AS (
  SELECT account_id, 1 AS place, 'BlockPublicAcls' AS setting, block_public_acls AS is_on FROM s3_account_block
  UNION ALL
  SELECT account_id, 2, 'IgnorePublicAcls', ignore_public_acls FROM s3_account_block
  UNION ALL
  SELECT account_id, 3, 'BlockPublicPolicy', block_public_policy FROM s3_account_block
  UNION ALL
  SELECT account_id, 4, 'RestrictPublicBuckets', restrict_public_buckets FROM s3_account_block
),
blocks AS (
  SELECT account_id,
         count_if(is_on) AS on_count,
         array_join(array_agg(setting ORDER BY place) FILTER (WHERE NOT is_on), ', ') AS off
  FROM settings
  GROUP BY account_id
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.account_id AS resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN c.status = 'NOT_ENABLED' THEN
             ARRAY['NON_COMPLIANT', 'S3 blocks nothing for the account: its block was never set.']
           WHEN b.off IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The account''s block leaves these settings off: ' || b.off || '.']
           WHEN b.on_count = 4 THEN
             ARRAY['COMPLIANT', 'S3 blocks public access to all buckets of the account, by ACL and by policy.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'S3 does not say of all four settings whether they are on.']
         END AS outcome
  FROM coverage c
  LEFT JOIN blocks b ON b.account_id = c.account_id
  WHERE c.source = 's3-account-block'
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
