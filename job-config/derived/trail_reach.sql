-- Which trails that are logging reach an account in a Region, whatever they record there.
-- A trail is read once, where it is at home; an organization's trail counts for every
-- account of the organization, without being asked for in each. data_events: whether it
-- records any; null where nobody said.
WITH organization_trail AS (
  SELECT DISTINCT t.arn
  FROM trail t
  JOIN account owner ON owner.account_id = split_part(t.arn, ':', 5) AND owner.management IS NOT NULL
  WHERE t.organization_trail
),
-- an account's own trails, those that show in it, and its organization's
reach AS (
  SELECT account_id, arn FROM trail
  UNION
  SELECT account_id, arn FROM trail_shadow
  UNION
  SELECT a.account_id, o.arn
  FROM account a
  CROSS JOIN organization_trail o
  WHERE a.management IS NOT NULL
),
-- a trail whose owner is not ours stands at each account that sees it: once here
known AS (
  SELECT arn,
         split_part(arn, ':', 4) AS home_region,
         split_part(arn, ':', 5) AS owner_account_id,
         bool_or(multi_region) AS multi_region,
         bool_or(organization_trail) AS organization_trail,
         max(management_events) AS management_events,
         bool_or(data_events) AS data_events
  FROM trail
  WHERE logging
  GROUP BY arn
)
SELECT c.account_id,
       c.region,
       k.arn,
       k.owner_account_id,
       k.multi_region,
       k.organization_trail,
       k.management_events,
       k.data_events
FROM coverage c
JOIN reach r ON r.account_id = c.account_id
JOIN known k ON k.arn = r.arn AND (k.multi_region OR k.home_region = c.region)
WHERE c.source = 'cloudtrail'
