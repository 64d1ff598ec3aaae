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
WITH cells AS (
  SELECT account_id,
         count(*) FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA') AS unread,
         min(unread_reason) FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA') AS unread_reason,
         count(*) FILTER (WHERE unread_verdict IS NULL) AS seen,
         min(unread_reason) FILTER (WHERE unread_verdict = 'NOT_APPLICABLE') AS closed_reason
  FROM coverage
  WHERE source IN ('cloudtrail', 'cloudtrail-elsewhere')
  GROUP BY account_id
),
own AS (
  SELECT * FROM trail WHERE split_part(arn, ':', 5) = account_id
)
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
FROM own t
UNION ALL
-- an account without a trail of its own, or with cells in which one could be that nobody saw
SELECT c.account_id,
       'global' AS region,
       c.account_id AS resource_id,
       CASE WHEN c.unread > 0 THEN 'INSUFFICIENT_DATA' ELSE 'NOT_APPLICABLE' END AS verdict,
       CASE
         WHEN c.unread > 0 THEN c.unread_reason
         WHEN c.seen > 0 THEN 'The account has no trail of its own.'
         ELSE c.closed_reason
       END AS reason
FROM cells c
WHERE c.unread > 0 OR c.account_id NOT IN (SELECT account_id FROM own)
