-- Which trails record an account's management events in a Region. A trail is read once,
-- where it is at home; an organization's trail counts for every account of the
-- organization, without being asked for in each. Whatever else is a gap, a trail that is
-- known to be logging covers.
WITH asked AS (
  SELECT account_id,
         region,
         status = 'EXCLUDED' AS excluded,
         status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED') AS gap
  FROM coverage
  WHERE source = 'cloudtrail'
),
elsewhere AS (
  SELECT account_id, status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED') AS gap
  FROM coverage
  WHERE source = 'cloudtrail-elsewhere'
),
organization_trail AS (
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
         max(management_events) AS management_events,
         bool_or(multi_region) AS multi_region
  FROM trail
  WHERE logging AND management_events <> 'NONE'
  GROUP BY arn
),
covering AS (
  SELECT DISTINCT a.account_id, a.region, k.arn, k.owner_account_id, k.management_events
  FROM asked a
  JOIN reach r ON r.account_id = a.account_id
  JOIN known k ON k.arn = r.arn AND (k.multi_region OR k.home_region = a.region)
),
-- a trail shows here and the cell that should have read it at home is a gap; a home Region
-- that is not asked is read by the owner's cell elsewhere
unread_home AS (
  SELECT DISTINCT a.account_id, a.region
  FROM asked a
  JOIN trail_shadow s ON s.account_id = a.account_id AND (s.multi_region OR s.home_region = a.region)
  LEFT JOIN asked h ON h.account_id = s.owner_account_id AND h.region = s.home_region
  LEFT JOIN elsewhere e ON e.account_id = s.owner_account_id
  WHERE h.gap OR (coalesce(h.excluded, true) AND e.gap)
),
counted AS (
  SELECT a.account_id,
         a.region,
         a.gap OR coalesce(e.gap, false) OR u.account_id IS NOT NULL AS gap,
         count(c.arn) AS trails,
         count(c.arn) FILTER (WHERE c.management_events IN ('ALL', 'READ_ONLY')) AS read_trails,
         count(c.arn) FILTER (WHERE c.management_events IN ('ALL', 'WRITE_ONLY')) AS write_trails,
         array_agg(DISTINCT c.arn ORDER BY c.arn) FILTER (WHERE c.arn IS NOT NULL) AS trail_arns,
         array_agg(DISTINCT c.owner_account_id ORDER BY c.owner_account_id)
           FILTER (WHERE c.arn IS NOT NULL) AS trail_account_ids
  FROM asked a
  LEFT JOIN elsewhere e ON e.account_id = a.account_id
  LEFT JOIN unread_home u ON u.account_id = a.account_id AND u.region = a.region
  LEFT JOIN covering c ON c.account_id = a.account_id AND c.region = a.region
  GROUP BY a.account_id, a.region, a.gap, e.gap, u.account_id
)
SELECT account_id,
       region,
       CASE WHEN trails > 0 THEN true WHEN gap THEN NULL ELSE false END AS covered,
       CASE
         WHEN read_trails > 0 AND write_trails > 0 THEN 'ALL'
         WHEN gap THEN NULL
         WHEN read_trails > 0 THEN 'READ_ONLY'
         WHEN write_trails > 0 THEN 'WRITE_ONLY'
         ELSE 'NONE'
       END AS management_events,
       coalesce(trail_arns, ARRAY[]) AS trail_arns,
       coalesce(trail_account_ids, ARRAY[]) AS trail_account_ids
FROM counted
