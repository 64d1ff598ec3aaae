/*
id: cloudtrail.cloudwatch_logs
version: 2
severity: LOW
title:
  en: Trails also deliver to CloudWatch Logs
  ja: 証跡がCloudWatch Logsにも配信している
remediation:
  en: Name a log group and a role in the trail, so that alarms can watch its events.
  ja: 証跡にロググループとロールを設定し、イベントをアラームで監視できるようにしてください。
reasons:
  "The trail delivered to {0} on {1}.": "証跡は{1}に{0}へ配信しています。"
  "The trail names no log group of CloudWatch Logs.": "証跡にCloudWatch Logsのロググループが設定されていません。"
  "The account has no trail of its own.": "このアカウントが所有する証跡はありません。"
  "The trail is stopped and delivers nothing.": "証跡のログ記録が停止しているため、配信されるログはありません。"
  "CloudTrail does not say whether the trail is logging.": "証跡がログ記録中かどうかを、CloudTrailが示していません。"
  "The latest delivery to {0} failed: {1}.": "{0}への直近の配信が失敗しています({1})。"
  "CloudTrail names no delivery to {0} yet.": "CloudTrailにまだ{0}への配信の記録がありません。"
  "The latest delivery to {0} was on {1}, more than {2} hours before the trail was asked.":
    "{0}への最後の配信は{1}で、証跡の確認時点から{2}時間より前です。"
parameters:
  hours:
    type: number
    default: 24
    meaning:
      en: For how many hours after a delivery to the log group the trail counts as delivering to it.
      ja: ロググループへの配信から何時間まで証跡を配信中とみなすか。
sources: [cloudtrail, cloudtrail-elsewhere]
age: trail.latest_log_group_at
csf20:
  primary: PR.PS-04
  reason: Events that stream to a log group are available for monitoring at once.
csf11:
  primary: PR.PT-1
  reason: Events that stream to a log group can be reviewed at once.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'cloudtrail.cloudwatch_logs' AND name = 'hours'
),
judged AS (
  SELECT t.account_id,
         t.region,
         t.arn AS resource_id,
         CASE
           WHEN t.cloud_watch_logs_group_arn IS NULL THEN
             ARRAY['NON_COMPLIANT', 'The trail names no log group of CloudWatch Logs.']
           WHEN NOT t.logging THEN ARRAY['NOT_APPLICABLE', 'The trail is stopped and delivers nothing.']
           WHEN t.latest_log_group_error IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The latest delivery to ' || t.cloud_watch_logs_group_arn || ' failed: '
               || t.latest_log_group_error || '.']
           WHEN t.logging IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail does not say whether the trail is logging.']
           WHEN t.latest_log_group_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail names no delivery to ' || t.cloud_watch_logs_group_arn || ' yet.']
           WHEN t.latest_log_group_at >= t.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['COMPLIANT', 'The trail delivered to ' || t.cloud_watch_logs_group_arn || ' on '
               || CAST(CAST(t.latest_log_group_at AS date) AS varchar) || '.']
           ELSE
             ARRAY['INSUFFICIENT_DATA', 'The latest delivery to ' || t.cloud_watch_logs_group_arn || ' was on '
               || CAST(CAST(t.latest_log_group_at AS date) AS varchar) || ', more than ' || CAST(l.hours AS varchar)
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
