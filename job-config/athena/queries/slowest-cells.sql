/*
title: Slowest cells
description: The twenty cells that took longest, with their calls and repeats. Latest night.
*/
SELECT source, account_id, region, resource_id, status, duration_ms, calls, retries
FROM rollcall_latest.coverage
ORDER BY duration_ms DESC, source, account_id, region, resource_id
LIMIT 20
