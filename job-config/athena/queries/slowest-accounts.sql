/*
title: Slowest accounts
description: The fifty accounts whose cells took longest together, with their calls, repeats and gaps. Cells run side by side, so that the sum is no waiting time. Latest night.
*/
SELECT c.account_id,
       a.name,
       sum(c.duration_ms) AS duration_ms,
       max(c.duration_ms) AS slowest_cell_ms,
       sum(c.calls) AS calls,
       sum(c.retries) AS retries,
       count_if(c.gap) AS gaps
FROM rollcall_latest.coverage c
JOIN rollcall_latest.account a ON a.account_id = c.account_id
GROUP BY c.account_id, a.name
ORDER BY duration_ms DESC, c.account_id
LIMIT 50
