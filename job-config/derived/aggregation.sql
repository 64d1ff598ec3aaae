/*
row: How each organization aggregator of AWS Config fares with each account of the organization in each Region that it takes in.
never-null: [account_id, region, aggregator_arn, aggregator_account_id, state, whole, named]
columns:
  aggregator_arn: the aggregator
  aggregator_account_id: the account that it is in
  state: NARROWED (it takes in some resources only), FAILED (of account and Region, or of the organization), SUCCEEDED (it names them, or no account at all and the organization) or UNKNOWN, as are those that it does not name
  whole: whether it is the organization as a whole that fails
  named: whether it names the account and Region, or no account at all and the organization
  error_code: why it fails
  updated_at: when it last was in that state
*/
WITH taken_in AS (
  SELECT g.account_id AS aggregator_account_id, g.arn, coalesce(g.filtered, false) AS filtered, r.region
  FROM config_aggregator g
  CROSS JOIN UNNEST(g.regions) AS r(region)
  WHERE g.organization
  UNION
  SELECT g.account_id AS aggregator_account_id, g.arn, coalesce(g.filtered, false) AS filtered, c.region
  FROM config_aggregator g
  CROSS JOIN (SELECT DISTINCT region FROM coverage WHERE source = 'config-recorder') c
  WHERE g.organization AND g.all_regions
),
-- what is said of the organization, of this Region or of none; else what is said of
-- others may hold here too, unless it is good
organization_state AS (
  SELECT t.arn,
         t.region,
         count(*) FILTER (WHERE s.source_region IS NULL OR s.source_region = t.region) AS here,
         count(*) FILTER (WHERE (s.source_region IS NULL OR s.source_region = t.region)
           AND s.last_update_status = 'FAILED') AS failed_here,
         count(*) FILTER (WHERE (s.source_region IS NULL OR s.source_region = t.region)
           AND s.last_update_status = 'SUCCEEDED') AS succeeded_here,
         count(*) FILTER (WHERE s.last_update_status = 'FAILED') AS failed,
         count(*) FILTER (WHERE s.last_update_status = 'SUCCEEDED') AS succeeded,
         count(*) AS told,
         min(s.last_error_code) AS error_code,
         min(s.last_updated_at) AS updated_at
  FROM taken_in t
  JOIN config_aggregator_state s ON s.aggregator_arn = t.arn AND s.source_type = 'ORGANIZATION'
  GROUP BY t.arn, t.region
),
whole AS (
  SELECT arn,
         region,
         CASE
           WHEN failed_here > 0 OR (here = 0 AND failed > 0) THEN 'FAILED'
           WHEN here > succeeded_here OR (here = 0 AND told > succeeded) THEN 'UNKNOWN'
           WHEN here > 0 THEN 'SUCCEEDED'
         END AS state,
         error_code,
         updated_at
  FROM organization_state
),
named AS (
  SELECT aggregator_arn AS arn,
         source_id AS account_id,
         source_region AS region,
         CASE
           WHEN count(*) FILTER (WHERE last_update_status = 'FAILED') > 0 THEN 'FAILED'
           WHEN count(*) > count(*) FILTER (WHERE last_update_status = 'SUCCEEDED') THEN 'UNKNOWN'
           ELSE 'SUCCEEDED'
         END AS state,
         min(last_error_code) AS error_code,
         min(last_updated_at) AS updated_at
  FROM config_aggregator_state
  WHERE coalesce(source_type, 'ACCOUNT') <> 'ORGANIZATION'
  GROUP BY aggregator_arn, source_id, source_region
),
naming AS (
  SELECT DISTINCT arn FROM named
)
SELECT c.account_id,
       c.region,
       t.arn AS aggregator_arn,
       t.aggregator_account_id,
       CASE
         WHEN t.filtered THEN 'NARROWED'
         WHEN w.state = 'FAILED' OR n.state = 'FAILED' THEN 'FAILED'
         WHEN w.state = 'UNKNOWN' THEN 'UNKNOWN'
         WHEN n.arn IS NOT NULL THEN n.state
         WHEN g.arn IS NULL AND w.state = 'SUCCEEDED' THEN 'SUCCEEDED'
         ELSE 'UNKNOWN'
       END AS state,
       coalesce(w.state = 'FAILED', false) AS whole,
       n.arn IS NOT NULL OR (g.arn IS NULL AND w.arn IS NOT NULL) AS named,
       CASE WHEN w.state = 'FAILED' OR n.arn IS NULL THEN w.error_code ELSE n.error_code END AS error_code,
       CASE WHEN w.state = 'FAILED' OR n.arn IS NULL THEN w.updated_at ELSE n.updated_at END AS updated_at
FROM coverage c
JOIN account a ON a.account_id = c.account_id AND a.management IS NOT NULL
JOIN taken_in t ON t.region = c.region
LEFT JOIN whole w ON w.arn = t.arn AND w.region = t.region
LEFT JOIN named n ON n.arn = t.arn AND n.account_id = c.account_id AND n.region = c.region
LEFT JOIN naming g ON g.arn = t.arn
WHERE c.source = 'config-recorder'
