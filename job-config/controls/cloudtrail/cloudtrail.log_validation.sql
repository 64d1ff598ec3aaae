/*
id: cloudtrail.log_validation
version: 2
severity: MEDIUM
title:
  en: Trails deliver digests of their log files
  ja: 証跡でログファイルの整合性検証が有効である
remediation:
  en: Switch on log file validation for the trail.
  ja: 証跡のログファイル検証を有効にしてください。
reasons:
  "Log file validation is on; the latest digest was delivered on {0}.":
    "ログファイルの検証が有効で、直近のダイジェストは{0}に配信されています。"
  "Log file validation is off.": "ログファイルの検証が無効です。"
  "CloudTrail does not say whether log file validation is on.":
    "ログファイルの検証が有効かどうかを、CloudTrailが示していません。"
  "The account has no trail of its own.": "このアカウントが所有する証跡はありません。"
  "The trail is stopped and delivers nothing.": "証跡のログ記録が停止しているため、配信されるログはありません。"
  "CloudTrail does not say whether the trail is logging.": "証跡がログ記録中かどうかを、CloudTrailが示していません。"
  "The latest delivery of a digest failed: {0}.": "直近のダイジェストの配信が失敗しています({0})。"
  "CloudTrail names no digest yet.": "CloudTrailにまだダイジェストの配信の記録がありません。"
  "The latest digest was on {0}, more than {1} hours before the trail was asked.":
    "最後のダイジェストの配信は{0}で、証跡の確認時点から{1}時間より前です。"
parameters:
  hours:
    type: number
    default: 24
    meaning:
      en: For how many hours after a digest the trail counts as delivering digests.
      ja: ダイジェストの配信から何時間まで証跡をダイジェスト配信中とみなすか。
sources: [cloudtrail, cloudtrail-elsewhere]
age: trail.latest_digest_at
csf20:
  primary: PR.DS-01
  reason: Digests show whether stored log files were altered.
  secondary:
    PR.PS-04: Logs are of use only where they can be trusted.
csf11:
  primary: PR.DS-6
  reason: Digests show whether stored log files were altered.
  secondary:
    PR.PT-1: Logs are of use only where they can be trusted.
*/
WITH limits AS (
  SELECT CAST(value AS bigint) AS hours FROM parameter WHERE control_id = 'cloudtrail.log_validation' AND name = 'hours'
),
judged AS (
  SELECT t.account_id,
         t.region,
         t.arn AS resource_id,
         CASE
           WHEN NOT t.log_file_validation THEN ARRAY['NON_COMPLIANT', 'Log file validation is off.']
           WHEN t.log_file_validation IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail does not say whether log file validation is on.']
           WHEN NOT t.logging THEN ARRAY['NOT_APPLICABLE', 'The trail is stopped and delivers nothing.']
           WHEN t.latest_digest_error IS NOT NULL THEN
             ARRAY['NON_COMPLIANT', 'The latest delivery of a digest failed: ' || t.latest_digest_error || '.']
           WHEN t.logging IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail does not say whether the trail is logging.']
           WHEN t.latest_digest_at IS NULL THEN
             ARRAY['INSUFFICIENT_DATA', 'CloudTrail names no digest yet.']
           WHEN t.latest_digest_at >= t.collected_at - l.hours * INTERVAL '1' HOUR THEN
             ARRAY['COMPLIANT', 'Log file validation is on; the latest digest was delivered on '
               || CAST(CAST(t.latest_digest_at AS date) AS varchar) || '.']
           ELSE
             ARRAY['INSUFFICIENT_DATA', 'The latest digest was on ' || CAST(CAST(t.latest_digest_at AS date) AS varchar)
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
