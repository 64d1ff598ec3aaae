/*
id: cloudtrail.kms
version: 2
severity: MEDIUM
title:
  en: Trails encrypt their log files with a key of AWS KMS
  ja: 証跡のログファイルがAWS KMSのキーで暗号化されている
remediation:
  en: Name a KMS key in the trail whose policy lets CloudTrail encrypt.
  ja: CloudTrailによる暗号化をキーポリシーで許可したKMSキーを証跡に設定してください。
reasons:
  "Its log files, the latest of {0}, are encrypted with the key {1}.":
    "ログファイル(最新は{0})はキー{1}で暗号化されています。"
  "The trail names no KMS key, so that its log files have the bucket's own encryption.":
    "証跡にKMSキーが設定されておらず、ログファイルにはバケット側の暗号化が適用されます。"
  "The account has no trail of its own.": "このアカウントが所有する証跡はありません。"
  "The trail is stopped and delivers nothing.": "証跡のログ記録が停止しているため、配信されるログはありません。"
  "CloudTrail does not say whether the trail is logging.": "証跡がログ記録中かどうかを、CloudTrailが示していません。"
  "The latest delivery was on {0}, more than {1} hours before the trail was asked.":
    "最後の配信は{0}で、証跡の確認時点から{1}時間より前です。"
  "The latest delivery failed: {0}.": "直近の配信が失敗しています({0})。"
  "CloudTrail names no delivery yet.": "CloudTrailにまだ配信の記録がありません。"
parameters:
  hours:
    type: number
    default: 24
    meaning:
      en: For how many hours after a delivery its log files count as those of today.
      ja: 配信から何時間まで、そのログファイルを現在のものとみなすか。
sources: [cloudtrail, cloudtrail-elsewhere]
age: trail.latest_delivery_at
csf20:
  primary: PR.DS-01
  reason: Whoever reads the stored logs needs the key as well as the bucket.
csf11:
  primary: PR.DS-1
  reason: Whoever reads the stored logs needs the key as well as the bucket.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'cloudtrail.kms' AND name = 'hours'
),
judged AS (
  SELECT t.account_id,
         t.region,
         t.arn AS resource_id,
         CASE
           WHEN t.kms_key_id IS NULL THEN
             ARRAY['NON_COMPLIANT',
               'The trail names no KMS key, so that its log files have the bucket''s own encryption.']
           WHEN NOT t.logging THEN ARRAY['NOT_APPLICABLE', 'The trail is stopped and delivers nothing.']
           WHEN t.latest_delivery_error IS NOT NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'The latest delivery failed: ' || t.latest_delivery_error || '.']
           WHEN t.logging IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail does not say whether the trail is logging.']
           WHEN t.latest_delivery_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail names no delivery yet.']
           WHEN t.latest_delivery_at >= t.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['COMPLIANT', 'Its log files, the latest of ' || CAST(CAST(t.latest_delivery_at AS date) AS varchar)
               || ', are encrypted with the key ' || t.kms_key_id || '.']
           ELSE
             ARRAY['INSUFFICIENT_DATA', 'The latest delivery was on ' || CAST(CAST(t.latest_delivery_at AS date) AS varchar)
               || ', more than ' || CAST(l.hours AS varchar) || ' hours before the trail was asked.']
         END AS outcome
  FROM trail t
  CROSS JOIN limits l
  WHERE split_part(t.arn, ':', 5) = t.account_id
  UNION ALL
  SELECT account_id, 'global' AS region, account_id AS resource_id, ARRAY[unread_verdict, unread_reason] AS outcome
  FROM trail_sight
  WHERE unread_verdict IS NOT NULL
)
SELECT account_id, region, resource_id, outcome[1] AS verdict, outcome[2] AS reason
FROM judged
