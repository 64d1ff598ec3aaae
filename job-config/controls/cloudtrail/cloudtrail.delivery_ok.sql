/*
id: cloudtrail.delivery_ok
version: 2
severity: HIGH
title:
  en: Trails deliver their log files without error
  ja: 証跡のログファイルが正常に配信されている
remediation:
  en: Repair the bucket, its policy or the key that the error names.
  ja: エラーが示すバケット、バケットポリシー、またはKMSキーを修正してください。
reasons:
  "The trail is stopped and delivers nothing.": "証跡のログ記録が停止しているため、配信されるログはありません。"
  "The latest delivery failed: {0}.": "直近の配信が失敗しています({0})。"
  "CloudTrail does not say whether the trail is logging.": "証跡がログ記録中かどうかを、CloudTrailが示していません。"
  "The latest delivery succeeded on {0}.": "直近の配信は{0}に成功しています。"
  "CloudTrail names no delivery yet.": "CloudTrailにまだ配信の記録がありません。"
  "The account has no trail of its own.": "このアカウントが所有する証跡はありません。"
  "The latest delivery was on {0}, more than {1} hours before the trail was asked.":
    "最後の配信は{0}で、証跡の確認時点から{1}時間より前です。"
parameters:
  hours:
    type: number
    default: 24
    meaning:
      en: For how many hours after a delivery the trail counts as delivering.
      ja: 配信から何時間まで証跡を配信中とみなすか。
sources: [cloudtrail, cloudtrail-elsewhere]
age: trail.latest_delivery_at
csf20:
  primary: PR.PS-04
  reason: A record that is not delivered is not available.
csf11:
  primary: PR.PT-1
  reason: A record that is not delivered is not available.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'cloudtrail.delivery_ok' AND name = 'hours'
),
judged AS (
  SELECT t.account_id,
         t.region,
         t.arn AS resource_id,
         CASE
           WHEN NOT t.logging THEN ARRAY['NOT_APPLICABLE', 'The trail is stopped and delivers nothing.']
           WHEN t.latest_delivery_error IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The latest delivery failed: ' || t.latest_delivery_error || '.']
           WHEN t.logging IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail does not say whether the trail is logging.']
           WHEN t.latest_delivery_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail names no delivery yet.']
           WHEN t.latest_delivery_at >= t.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['COMPLIANT', 'The latest delivery succeeded on ' || CAST(CAST(t.latest_delivery_at AS date) AS varchar) || '.']
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
