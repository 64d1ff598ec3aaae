/*
id: cloudtrail.log_validation
version: 1
severity: MEDIUM
title:
  en: Trails deliver digests of their log files
  ja: 証跡でログファイルの整合性検証が有効である
remediation:
  en: Switch on log file validation for the trail.
  ja: 証跡のログファイル検証を有効にしてください。
reasons:
  "Log file validation is on.": "ログファイルの検証が有効です。"
  "Log file validation is off.": "ログファイルの検証が無効です。"
  "CloudTrail does not say whether log file validation is on.":
    "ログファイルの検証が有効かどうかを、CloudTrailが示していません。"
  "The account has no trail of its own.": "このアカウントが所有する証跡はありません。"
sources: [cloudtrail, cloudtrail-elsewhere]
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
WITH judged AS (
  SELECT t.account_id,
         t.region,
         t.arn AS resource_id,
         CASE
           WHEN t.log_file_validation THEN ARRAY['COMPLIANT', 'Log file validation is on.']
           WHEN NOT t.log_file_validation THEN ARRAY['NON_COMPLIANT', 'Log file validation is off.']
           ELSE ARRAY['INSUFFICIENT_DATA', 'CloudTrail does not say whether log file validation is on.']
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
