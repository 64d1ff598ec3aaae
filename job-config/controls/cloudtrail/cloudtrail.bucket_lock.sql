/*
id: cloudtrail.bucket_lock
version: 2
severity: MEDIUM
title:
  en: Log files of trails are protected against deletion
  ja: 証跡のログファイルが削除から保護されている
remediation:
  en: Give the bucket a default retention of Object Lock, or switch on MFA delete.
  ja: オブジェクトロックの既定の保持期間を設定するか、MFA Deleteを有効にしてください。
reasons:
  "To delete a version takes a second factor.":
    "バージョンの削除には多要素認証が必要です。"
  "Its objects are locked for {0} days by default ({1}).":
    "オブジェクトは既定で{0}日間ロックされます({1})。"
  "Its objects are locked for {0} days by default; whoever may bypass governance retention can still delete them.":
    "オブジェクトは既定で{0}日間ロックされますが、ガバナンスモードのため、バイパス権限を持つ者は削除できます。"
  "Its objects are locked for {0} days by default ({1}), fewer than {2}.":
    "オブジェクトが既定でロックされるのは{0}日間({1})で、{2}日に足りません。"
  "Its objects can be locked, but are not by default, and CloudTrail locks none.":
    "オブジェクトロックは有効ですが、既定の保持期間がなく、CloudTrail自身はロックを設定しません。"
  "Versions can be deleted: neither Object Lock nor MFA delete is on.":
    "オブジェクトロックとMFA Deleteのいずれも有効でなく、バージョンを削除できます。"
  "There is no such bucket.":
    "バケットが存在しません。"
  "What S3 said of the bucket is missing.":
    "バケットについてのS3の回答がありません。"
  "No trail names a bucket of this account.":
    "このアカウントのバケットを配信先とする証跡はありません。"
parameters:
  days:
    type: number
    default: 90
    meaning:
      en: For how many days at least objects have to be locked, as long as CloudTrail itself shows what was done.
      ja: オブジェクトを少なくとも何日間ロックするか。既定値はCloudTrail自身がイベント履歴を示す日数です。
sources: [cloudtrail-bucket, cloudtrail, cloudtrail-elsewhere]
age: none because it is the bucket's setting.
csf20:
  primary: PR.DS-01
  reason: Logs that one person can delete for good are evidence only as long as that person wishes.
csf11:
  primary: PR.DS-6
  reason: Logs that one person can delete for good are evidence only as long as that person wishes.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS days FROM parameter WHERE control_id = 'cloudtrail.bucket_lock' AND name = 'days'
),
judged AS (
  SELECT c.account_id,
         c.region,
         c.resource_id,
         CASE
           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
           WHEN NOT b.found THEN ARRAY['NOT_APPLICABLE', 'There is no such bucket.']
           WHEN b.mfa_delete THEN ARRAY['COMPLIANT', 'To delete a version takes a second factor.']
           WHEN b.lock_days >= l.days AND b.lock_mode = 'GOVERNANCE' THEN
             ARRAY['COMPLIANT', 'Its objects are locked for ' || CAST(b.lock_days AS varchar)
               || ' days by default; whoever may bypass governance retention can still delete them.']
           WHEN b.lock_days >= l.days THEN
             ARRAY['COMPLIANT', 'Its objects are locked for ' || CAST(b.lock_days AS varchar) || ' days by default ('
               || coalesce(b.lock_mode, '-') || ').']
           WHEN b.lock_days < l.days THEN
             ARRAY['NON_COMPLIANT', 'Its objects are locked for ' || CAST(b.lock_days AS varchar)
               || ' days by default (' || coalesce(b.lock_mode, '-') || '), fewer than ' || CAST(l.days AS varchar) || '.']
           WHEN b.object_lock AND NOT b.mfa_delete THEN
             ARRAY['NON_COMPLIANT', 'Its objects can be locked, but are not by default, and CloudTrail locks none.']
           WHEN NOT b.object_lock AND NOT b.mfa_delete THEN
             ARRAY['NON_COMPLIANT', 'Versions can be deleted: neither Object Lock nor MFA delete is on.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'What S3 said of the bucket is missing.']
         END AS outcome
  FROM coverage c
  CROSS JOIN limits l
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
