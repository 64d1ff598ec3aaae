/*
id: cloudtrail.bucket_tls
version: 1
severity: MEDIUM
title:
  en: Buckets of trails deny requests without TLS
  ja: 証跡のバケットがTLSによらないリクエストを拒否する
remediation:
  en: Add a statement to the bucket's policy that denies everybody every action on the bucket and its objects where aws:SecureTransport is false.
  ja: aws:SecureTransportがfalseの場合に、すべてのプリンシパルとアクションをバケットとオブジェクトの両方について拒否するステートメントを、バケットポリシーに追加してください。
reasons:
  "Its policy denies every request without TLS.":
    "バケットポリシーがTLSによらないリクエストをすべて拒否します。"
  "Its policy denies requests without TLS to some, or of some kinds, alone.":
    "バケットポリシーが拒否するのは、TLSによらないリクエストの一部のみです。"
  "No statement of its policy denies requests without TLS.":
    "TLSによらないリクエストを拒否するステートメントがバケットポリシーにありません。"
  "Its policy denies by the way of transport in a manner that is not weighed here.":
    "バケットポリシーの通信方式に関する拒否の条件は、ここでは評価できません。"
  "There is no such bucket.":
    "バケットが存在しません。"
  "What S3 said of the bucket is missing.":
    "バケットについてのS3の回答がありません。"
  "No trail names a bucket of this account.":
    "このアカウントのバケットを配信先とする証跡はありません。"
sources: [cloudtrail-bucket, cloudtrail, cloudtrail-elsewhere]
age: none because it is the bucket's policy.
csf20:
  primary: PR.DS-02
  reason: Logs are guarded on their way to whoever reads them only where TLS is demanded.
csf11:
  primary: PR.DS-2
  reason: Logs are guarded on their way to whoever reads them only where TLS is demanded.
*/
WITH judged AS (
  SELECT c.account_id,
         c.region,
         c.resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN NOT b.found THEN ARRAY['NOT_APPLICABLE', 'There is no such bucket.']
           WHEN b.transport = 'ALL' THEN ARRAY['COMPLIANT', 'Its policy denies every request without TLS.']
           WHEN b.transport = 'SOME' THEN
             ARRAY['NON_COMPLIANT', 'Its policy denies requests without TLS to some, or of some kinds, alone.']
           WHEN b.transport = 'NONE' THEN
             ARRAY['NON_COMPLIANT', 'No statement of its policy denies requests without TLS.']
           WHEN b.transport = 'UNKNOWN' THEN
             ARRAY['INSUFFICIENT_DATA',
               'Its policy denies by the way of transport in a manner that is not weighed here.']
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
