/*
id: cloudtrail.mgmt_events_rw
version: 1
severity: HIGH
title:
  en: Trails record both read and write management events
  ja: 証跡が読み取りと書き込みの両方の管理イベントを記録している
remediation:
  en: Set a trail's selectors to all management events, or remove its selectors, which means the same.
  ja: 証跡のセレクターをすべての管理イベントに設定するか、セレクターを削除してください(同じ意味になります)。
sources: [cloudtrail, cloudtrail-elsewhere]
csf20:
  primary: PR.PS-04
  reason: A log without reads, or without writes, has half of what is done.
  secondary:
    DE.CM-03: Reconnaissance shows in reads, damage in writes.
csf11:
  primary: PR.PT-1
  reason: A log without reads, or without writes, has half of what is done.
  secondary:
    DE.CM-3: Reconnaissance shows in reads, damage in writes.
*/
WITH unread_home AS (
  SELECT c.account_id,
         c.region,
         min(CASE WHEN h.account_id IS NULL THEN e.unread_reason ELSE h.unread_reason END) AS reason
  FROM coverage c
  JOIN trail_shadow s ON s.account_id = c.account_id AND (s.multi_region OR s.home_region = c.region)
  LEFT JOIN coverage h ON h.account_id = s.owner_account_id AND h.region = s.home_region
    AND h.source = 'cloudtrail' AND h.status <> 'EXCLUDED'
  LEFT JOIN coverage e ON e.account_id = s.owner_account_id
    AND e.source = 'cloudtrail-elsewhere' AND e.status <> 'EXCLUDED'
  WHERE c.source = 'cloudtrail'
  GROUP BY c.account_id, c.region
)
SELECT c.account_id,
       c.region,
       c.account_id AS resource_id,
       CASE
         WHEN c.unread_verdict = 'NOT_APPLICABLE' THEN c.unread_verdict
         WHEN c.status = 'EXCLUDED' THEN c.unread_verdict
         WHEN t.management_events = 'ALL' THEN 'COMPLIANT'
         WHEN t.management_events IS NOT NULL AND e.unread_verdict IS NULL THEN 'NON_COMPLIANT'
         ELSE 'INSUFFICIENT_DATA'
       END AS verdict,
       CASE
         WHEN c.unread_verdict = 'NOT_APPLICABLE' THEN c.unread_reason
         WHEN c.status = 'EXCLUDED' THEN c.unread_reason
         WHEN t.management_events = 'ALL' THEN 'All management events are recorded by ' || array_join(t.trail_arns, ', ') || '.'
         WHEN t.management_events IS NOT NULL AND e.unread_verdict IS NULL THEN
           CASE t.management_events
             WHEN 'READ_ONLY' THEN 'Only management events that read are recorded.'
             WHEN 'WRITE_ONLY' THEN 'Only management events that write are recorded.'
             ELSE 'No trail that is logging records management events here.'
           END
         ELSE coalesce(c.unread_reason, e.unread_reason,
           'A trail that shows here could not be read where it is at home: ' || u.reason)
       END AS reason
FROM coverage c
JOIN coverage e ON e.account_id = c.account_id AND e.source = 'cloudtrail-elsewhere'
JOIN trail_coverage t ON t.account_id = c.account_id AND t.region = c.region
LEFT JOIN unread_home u ON u.account_id = c.account_id AND u.region = c.region
WHERE c.source = 'cloudtrail'
