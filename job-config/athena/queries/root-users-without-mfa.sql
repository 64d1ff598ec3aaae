/*
title: Root users without MFA, by unit
description: How many accounts of each unit have a root user without MFA, have none any longer, or are not known. Latest night.
*/
SELECT a.ou_path,
       count(*) AS accounts,
       count_if(r.mfa = 'NONE' AND r.credentials <> 'REMOVED') AS without_mfa,
       count_if(r.credentials = 'REMOVED') AS removed,
       count_if(r.mfa = 'UNKNOWN') AS unknown
FROM rollcall_latest.root_user r
JOIN rollcall_latest.account a ON a.account_id = r.account_id
GROUP BY a.ou_path
ORDER BY without_mfa DESC, unknown DESC, a.ou_path
