/*
title: Gaps by reason
description: What nobody could read, by source and by what refused it, with the permission that was missing and a request id to ask AWS about. Latest night.
*/
SELECT source,
       status,
       operation,
       error_code,
       denied_by,
       permission,
       count(*) AS cells,
       count(DISTINCT account_id) AS accounts,
       count_if(expected) AS expected,
       min(request_id) AS a_request
FROM rollcall_latest.coverage
WHERE gap
GROUP BY source, status, operation, error_code, denied_by, permission
ORDER BY cells DESC, source, status, operation, error_code
