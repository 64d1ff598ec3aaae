/*
id: cloudtrail.notification_ok
version: 1
severity: LOW
title:
  en: Trails that name a topic notify it of their log files
  ja: トピックを設定した証跡がログファイルの配信を通知している
remediation:
  en: Repair the topic or its policy as the error says, or remove the topic from the trail where nobody listens.
  ja: エラーに従ってトピックまたはそのポリシーを修正するか、購読者がいなければ証跡からトピックを外してください。
reasons:
  "The trail names no topic of Amazon SNS.": "証跡にAmazon SNSのトピックが設定されていません。"
  "The trail is stopped and delivers nothing.": "証跡のログ記録が停止しているため、配信されるログはありません。"
  "CloudTrail does not say whether the trail is logging.": "証跡がログ記録中かどうかを、CloudTrailが示していません。"
  "The latest notification of {0} failed: {1}.": "{0}への直近の通知が失敗しています({1})。"
  "CloudTrail names no notification of {0} yet.": "CloudTrailにまだ{0}への通知の記録がありません。"
  "The trail notified {0} on {1}.": "証跡は{1}に{0}へ通知しています。"
  "The latest notification of {0} was on {1}, more than {2} hours before the trail was asked.":
    "{0}への最後の通知は{1}で、証跡の確認時点から{2}時間より前です。"
  "The account has no trail of its own.": "このアカウントが所有する証跡はありません。"
parameters:
  hours:
    type: number
    default: 24
    meaning:
      en: For how many hours after a notification the trail counts as notifying.
      ja: 通知から何時間まで証跡を通知中とみなすか。
sources: [cloudtrail, cloudtrail-elsewhere]
age: trail.latest_notification_at
csf20:
  primary: PR.PS-04
  reason: Whoever works on log files as they arrive waits for these notifications.
csf11:
  primary: PR.PT-1
  reason: Whoever works on log files as they arrive waits for these notifications.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'cloudtrail.notification_ok' AND name = 'hours'
),
judged AS (
  SELECT t.account_id,
         t.region,
         t.arn AS resource_id,
         CASE
           WHEN t.topic_arn IS NULL THEN ARRAY['NOT_APPLICABLE', 'The trail names no topic of Amazon SNS.']
           WHEN NOT t.logging THEN ARRAY['NOT_APPLICABLE', 'The trail is stopped and delivers nothing.']
           WHEN t.latest_notification_error IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The latest notification of ' || t.topic_arn || ' failed: '
               || t.latest_notification_error || '.']
           WHEN t.logging IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail does not say whether the trail is logging.']
           WHEN t.latest_notification_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail names no notification of ' || t.topic_arn || ' yet.']
           WHEN t.latest_notification_at >= t.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['COMPLIANT', 'The trail notified ' || t.topic_arn || ' on '
               || CAST(CAST(t.latest_notification_at AS date) AS varchar) || '.']
           ELSE
             ARRAY['INSUFFICIENT_DATA', 'The latest notification of ' || t.topic_arn || ' was on '
               || CAST(CAST(t.latest_notification_at AS date) AS varchar) || ', more than ' || CAST(l.hours AS varchar)
               || ' hours before the trail was asked.']
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
