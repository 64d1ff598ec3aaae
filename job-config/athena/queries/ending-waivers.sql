/*
title: Waivers that end within 30 days
description: Accepted findings whose waiver ends within 30 days of the latest night, or has ended, and how many NON_COMPLIANT findings it matches.
*/
SELECT waiver_id,
       control_id,
       scope,
       owner,
       reason,
       ticket,
       state,
       expires_on,
       date_diff('day', snapshot_date, expires_on) AS days_left,
       findings
FROM rollcall_latest.waiver
WHERE expires_on <= snapshot_date + INTERVAL '30' DAY
ORDER BY expires_on, waiver_id
