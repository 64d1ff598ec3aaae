/*
row: Which trails record an account's management events in a Region. Whatever else is a gap, a trail that is known to be logging covers.
never-null: [account_id, region, trail_arns, trail_account_ids, broad, excluded_sources]
columns:
  covered: whether a trail that is logging records any of them; null where a gap, or two reads that contradict each other, leave it open
  management_events: "the union of what these trails record: ALL, READ_ONLY, WRITE_ONLY, EXCEPT, ONLY or NONE; null where that is open"
  trail_arns: these trails
  trail_account_ids: the accounts that own them
  unread_reason: which cell that was not read could show another trail, the organization's included, or what contradicts; null where all were read and agree
  broad: whether one of the trails records more than what its conditions name
  excluded_sources: the services that no trail records whole where all others are
  conditions: what narrows the trails, in words
  unknown_reason: a trail of which cannot be told what it records, in words
*/
WITH asked AS (
  SELECT account_id,
         region,
         status,
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
  SELECT account_id,
         region,
         arn,
         owner_account_id,
         management_events,
         management_reads,
         management_writes,
         broad,
         conditions
  FROM trail_reach
  WHERE management_events NOT IN ('NONE', 'UNKNOWN')
),
unknown AS (
  SELECT account_id,
         region,
         min('What ' || arn || ' records is not known, since its selectors name ' || unknown || '.') AS reason
  FROM trail_reach
  WHERE unknown IS NOT NULL
  GROUP BY account_id, region
),
-- a trail shows here and the cell that should have read it at home is a gap, or was read and
-- has another's trail not (its own may be deleted since); a home Region that is not asked is read by the owner's cell elsewhere
unread_home AS (
  SELECT a.account_id,
         a.region,
         min(CASE
           WHEN h.status = 'READ' THEN
             'The trail ' || s.arn || ' shows here, but not in account ' || s.owner_account_id || ', which owns it.'
           ELSE 'A trail that shows here could not be read where it is at home: '
             || CASE WHEN h.gap THEN h.unread_reason ELSE e.unread_reason END
         END) AS reason
  FROM asked a
  JOIN trail_shadow s ON s.account_id = a.account_id AND (s.multi_region OR s.home_region = a.region)
  LEFT JOIN asked h ON h.account_id = s.owner_account_id AND h.region = s.home_region
  LEFT JOIN elsewhere e ON e.account_id = s.owner_account_id
  LEFT JOIN trail t ON t.arn = s.arn
  WHERE h.gap OR (coalesce(h.excluded, true) AND e.gap) 
    OR (h.status = 'READ' AND t.arn IS NULL AND s.owner_account_id <> a.account_id)
  GROUP BY a.account_id, a.region
),
-- the management account owns the organization's trails, whoever administers them
unread_owner AS (
  SELECT a.region,
         min('Whether the organization has a trail here could not be read in account ' || a.account_id || ': '
           || a.unread_reason) AS reason
  FROM asked a
  JOIN account o ON o.account_id = a.account_id AND o.management
  WHERE a.unread_reason IS NOT NULL
  GROUP BY a.region
),
contradicted AS (
  SELECT a.account_id,
         a.region,
         min('The organization trail ' || u.arn || ' is to record this account, but does not show in it.') AS reason
  FROM asked a
  JOIN trail_unseen u ON u.account_id = a.account_id AND (u.multi_region OR u.home_region = a.region)
  GROUP BY a.account_id, a.region
),
recorded AS (
  SELECT account_id, region, 'read' AS kind, r.entry
  FROM covering
  CROSS JOIN UNNEST(management_reads) AS r(entry)
  UNION ALL
  SELECT account_id, region, 'write' AS kind, w.entry
  FROM covering
  CROSS JOIN UNNEST(management_writes) AS w(entry)
),
-- where some trail records all reads, or all writes, but those of named services
most AS (
  SELECT account_id, region, kind, count(*) AS trails
  FROM recorded
  WHERE entry = '*'
  GROUP BY account_id, region, kind
),
-- a service that each of these leaves out, and no other trail names
lost AS (
  SELECT m.account_id, m.region, m.kind, substr(x.entry, 2) AS service
  FROM most m
  JOIN recorded x ON x.account_id = m.account_id AND x.region = m.region AND x.kind = m.kind AND x.entry LIKE '-%'
  LEFT JOIN recorded n ON n.account_id = m.account_id AND n.region = m.region AND n.kind = m.kind
    AND n.entry = substr(x.entry, 2)
  WHERE n.entry IS NULL
  GROUP BY m.account_id, m.region, m.kind, m.trails, x.entry
  HAVING count(*) = m.trails
),
leaving_out AS (
  SELECT account_id,
         region,
         array_agg(DISTINCT service ORDER BY service) AS services,
         count(*) FILTER (WHERE kind = 'read') AS reads,
         count(*) FILTER (WHERE kind = 'write') AS writes
  FROM lost
  GROUP BY account_id, region
),
kinds AS (
  SELECT m.account_id,
         m.region,
         bool_or(m.kind = 'read') AS most_reads,
         bool_or(m.kind = 'write') AS most_writes
  FROM most m
  GROUP BY m.account_id, m.region
),
counted AS (
  SELECT account_id,
         region,
         count(*) AS trails,
         bool_or(broad) AS broad,
         count(*) FILTER (WHERE management_events IN ('EXCEPT', 'ONLY')) AS narrowed,
         array_join(array_agg(DISTINCT conditions ORDER BY conditions) FILTER (WHERE conditions IS NOT NULL), '; ')
           AS conditions,
         array_agg(DISTINCT arn ORDER BY arn) AS trail_arns,
         array_agg(DISTINCT owner_account_id ORDER BY owner_account_id) AS trail_account_ids
  FROM covering
  GROUP BY account_id, region
),
seen AS (
  SELECT a.account_id,
         a.region,
         a.gap OR coalesce(e.gap, false) OR h.reason IS NOT NULL OR o.reason IS NOT NULL OR d.reason IS NOT NULL
           OR u.reason IS NOT NULL AS gap,
         coalesce(d.reason, a.unread_reason, e.unread_reason, h.reason, o.reason) AS unread_reason,
         u.reason AS unknown_reason
  FROM asked a
  JOIN account m ON m.account_id = a.account_id
  LEFT JOIN elsewhere e ON e.account_id = a.account_id
  LEFT JOIN unread_home h ON h.account_id = a.account_id AND h.region = a.region
  LEFT JOIN unread_owner o ON o.region = a.region AND m.management IS NOT NULL
  LEFT JOIN contradicted d ON d.account_id = a.account_id AND d.region = a.region
  LEFT JOIN unknown u ON u.account_id = a.account_id AND u.region = a.region
),
united AS (
  SELECT c.account_id,
         c.region,
         coalesce(k.most_reads, false) AND coalesce(x.reads, 0) = 0 AS all_reads,
         coalesce(k.most_writes, false) AND coalesce(x.writes, 0) = 0 AS all_writes,
         CASE WHEN k.most_reads AND k.most_writes THEN x.services END AS excluded_sources
  FROM counted c
  LEFT JOIN kinds k ON k.account_id = c.account_id AND k.region = c.region
  LEFT JOIN leaving_out x ON x.account_id = c.account_id AND x.region = c.region
)
SELECT s.account_id,
       s.region,
       CASE WHEN c.trails > 0 THEN true WHEN s.gap THEN NULL ELSE false END AS covered,
       CASE
         WHEN n.all_reads AND n.all_writes THEN 'ALL'
         WHEN s.gap THEN NULL
         WHEN c.narrowed > 0 AND c.broad THEN 'EXCEPT'
         WHEN c.narrowed > 0 THEN 'ONLY'
         WHEN n.all_reads THEN 'READ_ONLY'
         WHEN n.all_writes THEN 'WRITE_ONLY'
         ELSE 'NONE'
       END AS management_events,
       coalesce(c.trail_arns, ARRAY[]) AS trail_arns,
       coalesce(c.trail_account_ids, ARRAY[]) AS trail_account_ids,
       s.unread_reason,
       coalesce(c.broad, false) AS broad,
       coalesce(n.excluded_sources, ARRAY[]) AS excluded_sources,
       c.conditions,
       s.unknown_reason
FROM seen s
LEFT JOIN counted c ON c.account_id = s.account_id AND c.region = s.region
LEFT JOIN united n ON n.account_id = s.account_id AND n.region = s.region
