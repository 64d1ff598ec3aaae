/*
row: "A source that the role is permitted in no account: nobody's cell was read, and whoever was entered refused, by the role's own policy or without saying by which. Its cells are gaps, and what controls could have said of them is outside scores."
never-null: [source, operations, accounts, cells]
columns:
  source: the source
  operations: the operations that were refused
  accounts: in how many accounts
  cells: in how many cells
*/
SELECT source,
       array_agg(DISTINCT operation ORDER BY operation) AS operations,
       count(DISTINCT account_id) AS accounts,
       count(*) AS cells
FROM coverage
WHERE status IN ('READ', 'NOT_ENABLED')
   OR (gap AND coalesce(operation, '') <> 'sts:AssumeRole' AND coalesce(denied_by, 'UNKNOWN') NOT IN ('SCP', 'RCP'))
GROUP BY source
HAVING count(*) = count_if(status = 'DENIED' AND coalesce(denied_by, 'UNKNOWN') IN ('IDENTITY', 'SESSION', 'UNKNOWN'))
