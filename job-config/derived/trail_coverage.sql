-- Which trails record an account's management events in a Region. Whatever else is a gap,
-- a trail that is known to be logging covers. covered and management_events (ALL, READ_ONLY,
-- WRITE_ONLY or NONE: the union of what these trails record) are null where a gap leaves it
-- open. unread_reason: which cell that was not read could show another trail, the
-- organization's included; null where all were read.
WITH asked AS (
  SELECT account_id,
         region,
         status = 'EXCLUDED' AS excluded,
         gap,
         CASE WHEN unread_verdict = 'INSUFFICIENT_DATA' THEN unread_reason END AS unread_reason
  FROM coverage
  WHERE source = 'cloudtrail'
),
elsewhere AS (
  SELECT account_id,
         gap,
         CASE WHEN unread_verdict = 'INSUFFICIENT_DATA' THEN unread_reason END AS unread_reason
  FROM coverage
  WHERE source = 'cloudtrail-elsewhere'
),
covering AS (
  SELECT account_id, region, arn, owner_account_id, management_events
  FROM trail_reach
  WHERE management_events <> 'NONE'
),
-- a trail shows here and the cell that should have read it at home is a gap; a home Region
-- that is not asked is read by the owner's cell elsewhere
unread_home AS (
  SELECT a.account_id,
         a.region,
         min('A trail that shows here could not be read where it is at home: '
           || CASE WHEN h.gap THEN h.unread_reason ELSE e.unread_reason END) AS reason
  FROM asked a
  JOIN trail_shadow s ON s.account_id = a.account_id AND (s.multi_region OR s.home_region = a.region)
  LEFT JOIN asked h ON h.account_id = s.owner_account_id AND h.region = s.home_region
  LEFT JOIN elsewhere e ON e.account_id = s.owner_account_id
  WHERE h.gap OR (coalesce(h.excluded, true) AND e.gap)
  GROUP BY a.account_id, a.region
),
-- where an organization's trail can be at home
organization_owner AS (
  SELECT account_id FROM account WHERE management
  UNION
  SELECT administrator_id FROM delegated_administrator WHERE service_principal = 'cloudtrail.amazonaws.com'
  UNION
  -- nobody said who administers: any account could
  SELECT a.account_id
  FROM account a
  CROSS JOIN coverage d
  WHERE d.source = 'organizations-delegation' AND d.unread_verdict = 'INSUFFICIENT_DATA'
),
unread_owner AS (
  SELECT a.region,
         min('Whether the organization has a trail here could not be read in account ' || a.account_id || ': '
           || a.unread_reason) AS reason
  FROM asked a
  JOIN organization_owner o ON o.account_id = a.account_id
  WHERE a.unread_reason IS NOT NULL
  GROUP BY a.region
),
counted AS (
  SELECT account_id,
         region,
         count(*) AS trails,
         count(*) FILTER (WHERE management_events IN ('ALL', 'READ_ONLY')) AS read_trails,
         count(*) FILTER (WHERE management_events IN ('ALL', 'WRITE_ONLY')) AS write_trails,
         array_agg(DISTINCT arn ORDER BY arn) AS trail_arns,
         array_agg(DISTINCT owner_account_id ORDER BY owner_account_id) AS trail_account_ids
  FROM covering
  GROUP BY account_id, region
),
seen AS (
  SELECT a.account_id,
         a.region,
         a.gap OR coalesce(e.gap, false) OR h.reason IS NOT NULL AS gap,
         coalesce(a.unread_reason, e.unread_reason, h.reason, o.reason) AS unread_reason
  FROM asked a
  JOIN account m ON m.account_id = a.account_id
  LEFT JOIN elsewhere e ON e.account_id = a.account_id
  LEFT JOIN unread_home h ON h.account_id = a.account_id AND h.region = a.region
  LEFT JOIN unread_owner o ON o.region = a.region AND m.management IS NOT NULL
)
SELECT s.account_id,
       s.region,
       CASE WHEN c.trails > 0 THEN true WHEN s.gap THEN NULL ELSE false END AS covered,
       CASE
         WHEN c.read_trails > 0 AND c.write_trails > 0 THEN 'ALL'
         WHEN s.gap THEN NULL
         WHEN c.read_trails > 0 THEN 'READ_ONLY'
         WHEN c.write_trails > 0 THEN 'WRITE_ONLY'
         ELSE 'NONE'
       END AS management_events,
       coalesce(c.trail_arns, ARRAY[]) AS trail_arns,
       coalesce(c.trail_account_ids, ARRAY[]) AS trail_account_ids,
       s.unread_reason
FROM seen s
LEFT JOIN counted c ON c.account_id = s.account_id AND c.region = s.region
