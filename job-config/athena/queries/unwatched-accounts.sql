/*
title: Accounts and Regions that nothing detective watches
description: "Where no trail that is logging, no recorder of AWS Config and no analyzer of external access is known to look: NOTHING where that is known, UNKNOWN where somebody could not be asked. Regions that an account does not have, and accounts that are not active, are left out. Latest night."
*/
SELECT t.account_id,
       a.name,
       a.ou_path,
       t.region,
       CASE
         WHEN t.covered IS NULL OR c.unread_verdict IS NOT NULL OR g.unread_verdict IS NOT NULL THEN 'UNKNOWN'
         ELSE 'NOTHING'
       END AS watched_by,
       coalesce(t.unread_reason, c.unread_reason, g.unread_reason) AS why
FROM rollcall_latest.trail_coverage t
JOIN rollcall_latest.account a ON a.account_id = t.account_id
JOIN rollcall_latest.config_recording r ON r.account_id = t.account_id AND r.region = t.region
JOIN rollcall_latest.access_sight s ON s.account_id = t.account_id AND s.region = t.region
JOIN rollcall_latest.coverage c ON c.account_id = t.account_id AND c.region = t.region
  AND c.source = 'config-recorder'
JOIN rollcall_latest.coverage g ON g.account_id = t.account_id AND g.region = t.region
  AND g.source = 'access-analyzer-findings'
WHERE NOT coalesce(t.covered, false)
  AND coalesce(r.state, 'UNREAD') NOT IN ('RECORDING', 'ON', 'PENDING')
  AND s.unread_verdict IS NOT NULL
  AND coalesce(c.unread_verdict, 'INSUFFICIENT_DATA') <> 'NOT_APPLICABLE'
ORDER BY t.account_id, t.region
