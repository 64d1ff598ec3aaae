/*
title: Who outside can reach what
description: "Active findings of external access by everybody, or by an account outside the organization, with what they may do. What no analyzer sees is not here: the control accessanalyzer.enabled_every_region names it. Latest night."
*/
SELECT e.exposure,
       e.principal,
       e.account_id,
       a.name,
       e.region,
       x.resource_type,
       x.resource,
       array_join(x.actions, ' ') AS actions,
       x.created_at
FROM rollcall_latest.exposed_resource e
JOIN rollcall_latest.account a ON a.account_id = e.account_id
JOIN rollcall_latest.external_access x ON x.finding_id = e.finding_id AND x.region = e.region
WHERE e.exposure IN ('PUBLIC', 'OUTSIDE_ORGANIZATION')
ORDER BY e.exposure, e.principal, e.account_id, e.region, x.resource, x.finding_id
