/*
id: cloudtrail.trail_logging
version: 1
severity: HIGH
title:
  en: Every trail is logging
  ja: すべての証跡がログ記録中である
remediation:
  en: Start logging of the trail, or delete it where nobody needs it.
  ja: 証跡のログ記録を開始するか、不要であれば証跡を削除してください。
reasons:
  "The trail is logging.": "証跡はログ記録中です。"
  "The trail is stopped.": "証跡のログ記録が停止しています。"
  "CloudTrail does not say whether the trail is logging.": "証跡がログ記録中かどうかを、CloudTrailが示していません。"
  "The account has no trail of its own.": "このアカウントが所有する証跡はありません。"
sources: [cloudtrail, cloudtrail-elsewhere]
age: none because whether a trail is logging is of the moment in which it was asked
csf20:
  primary: PR.PS-04
  reason: A trail that is stopped makes no log records.
  secondary:
    DE.CM-03: What is done while a trail is stopped shows nowhere.
csf11:
  primary: PR.PT-1
  reason: A trail that is stopped makes no log records.
  secondary:
    DE.CM-3: What is done while a trail is stopped shows nowhere.
*/
WITH judged AS (
  SELECT t.account_id,
         t.region,
         t.arn AS resource_id,
         CASE
           WHEN t.logging THEN ARRAY['COMPLIANT', 'The trail is logging.']
           WHEN NOT t.logging THEN ARRAY['NON_COMPLIANT', 'The trail is stopped.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'CloudTrail does not say whether the trail is logging.']
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
