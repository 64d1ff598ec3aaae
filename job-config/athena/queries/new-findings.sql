/*
title: New since the night before
description: What became NON_COMPLIANT, for the first time or again, since the night that the latest one is compared with.
*/
SELECT c.change, c.control_id, c.account_id, a.name, c.region, c.resource_id, c.from_verdict, c.to_verdict, f.severity, f.reason
FROM rollcall_latest.change c
LEFT JOIN rollcall_latest.account a ON a.account_id = c.account_id
LEFT JOIN rollcall_latest.finding f ON f.control_id = c.control_id AND f.account_id = c.account_id
  AND f.region = c.region AND f.resource_id = c.resource_id
WHERE c.change IN ('NEW', 'REAPPEARED')
ORDER BY c.control_id, c.account_id, c.region, c.resource_id
