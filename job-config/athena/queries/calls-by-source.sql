/*
title: Calls and throttles of the night, by source
description: "What each source cost: cells, calls, repeats, and cells that were throttled to the end or ran out of time. Latest night."
*/
SELECT source,
       count(*) AS cells,
       sum(calls) AS calls,
       sum(retries) AS retries,
       count_if(status = 'THROTTLED') AS throttled,
       count_if(status = 'TIMED_OUT') AS timed_out,
       sum(duration_ms) AS duration_ms
FROM rollcall_latest.coverage
GROUP BY source
ORDER BY calls DESC, source
