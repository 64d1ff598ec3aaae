/*
id: cloudtrail.cloudwatch_logs
version: 1
severity: LOW
title:
  en: Trails also deliver to CloudWatch Logs
  ja: 証跡がCloudWatch Logsにも配信している
remediation:
  en: Name a log group and a role in the trail, so that alarms can watch its events.
  ja: 証跡にロググループとロールを設定し、イベントをアラームで監視できるようにしてください。
reasons:
  "The trail delivers to {0}.": "証跡は{0}に配信しています。"
  "The trail names no log group of CloudWatch Logs.": "証跡にCloudWatch Logsのロググループが設定されていません。"
  "The account has no trail of its own.": "このアカウントが所有する証跡はありません。"
sources: [cloudtrail, cloudtrail-elsewhere]
csf20:
  primary: PR.PS-04
  reason: Events that stream to a log group are available for monitoring at once.
csf11:
  primary: PR.PT-1
  reason: Events that stream to a log group can be reviewed at once.
*/
WITH judged AS (
  SELECT t.account_id,
         t.region,
         t.arn AS resource_id,
         CASE
           WHEN t.cloud_watch_logs_group_arn IS NOT NULL THEN
             ARRAY['COMPLIANT', 'The trail delivers to ' || t.cloud_watch_logs_group_arn || '.']
           ELSE ARRAY['NON_COMPLIANT', 'The trail names no log group of CloudWatch Logs.']
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
