/*
id: cloudtrail.enabled
version: 1
severity: CRITICAL
title:
  en: A trail records management events in every Region
  ja: すべてのリージョンで証跡が管理イベントを記録している
remediation:
  en: Create an organization trail for all Regions in the management account or its delegated administrator, or start the stopped trail.
  ja: 管理アカウントまたは委任管理者で全リージョン対象の組織証跡を作成するか、停止している証跡を開始してください。
sources: [cloudtrail, cloudtrail-elsewhere]
csf20:
  primary: PR.PS-04
  reason: Trails are the log records of what is done in an account.
  secondary:
    DE.AE-03: Other sources are put together with the trail's events.
    DE.CM-03: Trails show who did what.
csf11:
  primary: PR.PT-1
  reason: Trails are the audit log of what is done in an account.
  secondary:
    DE.AE-3: Other sources are put together with the trail's events.
    DE.CM-3: Trails show who did what.
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
         WHEN t.covered THEN 'COMPLIANT'
         WHEN NOT t.covered AND e.unread_verdict IS NULL THEN 'NON_COMPLIANT'
         ELSE 'INSUFFICIENT_DATA'
       END AS verdict,
       CASE
         WHEN c.unread_verdict = 'NOT_APPLICABLE' THEN c.unread_reason
         WHEN c.status = 'EXCLUDED' THEN c.unread_reason
         WHEN t.covered THEN 'Covered by ' || array_join(t.trail_arns, ', ') || '.'
         WHEN NOT t.covered AND e.unread_verdict IS NULL THEN 'No trail that is logging records management events here.'
         ELSE coalesce(c.unread_reason, e.unread_reason,
           'A trail that shows here could not be read where it is at home: ' || u.reason)
       END AS reason
FROM coverage c
JOIN coverage e ON e.account_id = c.account_id AND e.source = 'cloudtrail-elsewhere'
JOIN trail_coverage t ON t.account_id = c.account_id AND t.region = c.region
LEFT JOIN unread_home u ON u.account_id = c.account_id AND u.region = c.region
WHERE c.source = 'cloudtrail'
