/*
id: cloudtrail.delivery_ok
version: 1
severity: HIGH
title:
  en: Trails deliver their log files without error
  ja: 証跡のログファイルが正常に配信されている
remediation:
  en: Repair the bucket, its policy or the key that the error names.
  ja: エラーが示すバケット、バケットポリシー、または鍵を修正してください。
sources: [cloudtrail, cloudtrail-elsewhere]
csf20:
  primary: PR.PS-04
  reason: A record that is not delivered is not available.
  secondary:
    DE.AE-03: What is not delivered cannot be put together with anything.
csf11:
  primary: PR.PT-1
  reason: A record that is not delivered is not available.
  secondary:
    DE.AE-3: What is not delivered cannot be put together with anything.
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
         WHEN NOT t.logging THEN 'NOT_APPLICABLE'
         WHEN t.latest_delivery_error IS NOT NULL THEN 'NON_COMPLIANT'
         WHEN t.logging AND t.latest_delivery_at IS NOT NULL THEN 'COMPLIANT'
         ELSE 'INSUFFICIENT_DATA'
       END AS verdict,
       CASE
         WHEN NOT t.logging THEN 'The trail is stopped and delivers nothing.'
         WHEN t.latest_delivery_error IS NOT NULL THEN 'The latest delivery failed: ' || t.latest_delivery_error || '.'
         WHEN t.logging IS NULL THEN 'CloudTrail does not say whether the trail is logging.'
         WHEN t.latest_delivery_at IS NOT NULL THEN 'The latest delivery succeeded.'
         ELSE 'CloudTrail names no delivery yet.'
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
