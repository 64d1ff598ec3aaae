/*
row: "A Region that a policy of the organization closes to every account but the management account, which no service control policy reaches: whoever was entered was refused by the same kind of policy, and nobody answered. What the role is permitted nowhere says nothing of it."
never-null: [region, denied_by, accounts, cells, expected]
columns:
  region: the Region
  denied_by: "the kind of policy: SCP or RCP"
  accounts: how many accounts were refused
  cells: how many cells were refused
  expected: whether the configuration expects it
*/
SELECT c.region,
       min(c.denied_by) AS denied_by,
       count(DISTINCT c.account_id) AS accounts,
       count(*) AS cells,
       count(*) = count_if(c.expected) AS expected
FROM coverage c
JOIN account a ON a.account_id = c.account_id
WHERE c.region <> 'global'
  AND NOT coalesce(a.management, false)
  AND c.answered_by_account IS NULL
  AND c.source NOT IN (SELECT source FROM refused_source)
  AND (c.status IN ('READ', 'NOT_ENABLED') OR (c.gap AND coalesce(c.operation, '') <> 'sts:AssumeRole'))
GROUP BY c.region
HAVING count(*) = count_if(c.status = 'DENIED' AND coalesce(c.denied_by, 'UNKNOWN') IN ('SCP', 'RCP'))
  AND count(DISTINCT c.denied_by) = 1
