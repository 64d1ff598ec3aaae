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
SELECT t.account_id,
       t.region,
       t.arn AS resource_id,
       CASE
         WHEN t.log_file_validation THEN 'COMPLIANT'
         WHEN NOT t.log_file_validation THEN 'NON_COMPLIANT'
         ELSE 'INSUFFICIENT_DATA'
       END AS verdict,
       CASE
         WHEN t.log_file_validation THEN 'Log file validation is on.'
         WHEN NOT t.log_file_validation THEN 'Log file validation is off.'
         ELSE 'CloudTrail does not say whether log file validation is on.'
       END AS reason
FROM trail t
WHERE split_part(t.arn, ':', 5) = t.account_id
UNION ALL
SELECT account_id, 'global' AS region, account_id AS resource_id, unread_verdict AS verdict, unread_reason AS reason
FROM trail_sight
WHERE unread_verdict IS NOT NULL
