/*
title: Findings that are open longest
description: Of each severity the twenty NON_COMPLIANT findings without a waiver that have been so for longest. Latest night.
*/
SELECT severity, control_id, account_id, name, region, resource_id, first_seen_on, days_open, reason, finding_id
FROM (
  SELECT f.severity,
         CASE f.severity WHEN 'CRITICAL' THEN 1 WHEN 'HIGH' THEN 2 WHEN 'MEDIUM' THEN 3 ELSE 4 END AS rank_of_severity,
         f.control_id,
         f.account_id,
         a.name,
         f.region,
         f.resource_id,
         f.first_seen_on,
         date_diff('day', f.first_seen_on, f.snapshot_date) AS days_open,
         f.reason,
         f.finding_id,
         row_number() OVER (
           PARTITION BY f.severity
           ORDER BY f.first_seen_on, f.control_id, f.account_id, f.region, f.resource_id
         ) AS place
  FROM rollcall_latest.finding f
  JOIN rollcall_latest.account a ON a.account_id = f.account_id
  WHERE f.verdict = 'NON_COMPLIANT' AND f.waiver_id IS NULL
) ranked
WHERE place <= 20
ORDER BY rank_of_severity, place
