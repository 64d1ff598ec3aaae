/*
title: From other environments into production
description: Active findings of external access by which an account of another environment reaches a resource of an account whose environment is prod. An account without an environment counts as another. Latest night.
*/
SELECT o.account_id AS prod_account,
       o.name AS prod_name,
       p.account_id AS other_account,
       p.name AS other_name,
       p.environment AS other_environment,
       x.region,
       x.resource_type,
       x.resource,
       x.principal,
       array_join(x.actions, ' ') AS actions
FROM rollcall_latest.external_access x
JOIN rollcall_latest.account o ON o.account_id = x.resource_account AND o.environment = 'prod'
JOIN rollcall_latest.account p ON p.account_id = x.principal_account AND coalesce(p.environment, '') <> 'prod'
ORDER BY o.account_id, p.account_id, x.resource, x.principal, x.finding_id
