/*
title: Regions without a running recorder of AWS Config
description: Accounts and Regions in which no recorder of the account runs, and those of which nobody could see it, with the reason. Regions that an account does not have, and accounts that are not active, are left out. Latest night.
*/
SELECT r.account_id,
       a.name,
       r.region,
       coalesce(r.state, c.status) AS state,
       CASE
         WHEN r.unread_reason IS NOT NULL THEN r.unread_reason
         WHEN r.state = 'NONE' THEN 'There is no recorder.'
         WHEN r.state = 'STOPPED' THEN 'The recorder is stopped.'
         ELSE 'What the recorder says of itself is not known to this version.'
       END AS why
FROM rollcall_latest.config_recording r
JOIN rollcall_latest.coverage c ON c.account_id = r.account_id AND c.region = r.region AND c.source = 'config-recorder'
JOIN rollcall_latest.account a ON a.account_id = r.account_id
WHERE coalesce(r.state, 'UNREAD') IN ('NONE', 'STOPPED', 'UNKNOWN', 'UNREAD')
  AND coalesce(c.unread_verdict, 'INSUFFICIENT_DATA') <> 'NOT_APPLICABLE'
ORDER BY r.account_id, r.region
