/*
row: Which data events are recorded in an account and Region by trails that are logging.
never-null: [account_id, region, types, trail_arns]
columns:
  types: the types of resources of which every read and every write is recorded, by one trail or by several
  trail_arns: the trails that record them
  s3_reads_arn: a trail that records every read of S3's objects; null where none does
  s3_writes_arn: a trail that records every write of S3's objects; null where none does
  conditions: what trails record in part, in words
  unknown_reason: a trail of which cannot be told what it records, in words
  s3_conditions: those of the conditions that may be of S3's objects
*/
WITH recorded AS (
  SELECT account_id, region, arn, 'read' AS kind, d.type
  FROM trail_reach
  CROSS JOIN UNNEST(data_reads) AS d(type)
  UNION ALL
  SELECT account_id, region, arn, 'write' AS kind, d.type
  FROM trail_reach
  CROSS JOIN UNNEST(data_writes) AS d(type)
),
whole AS (
  SELECT account_id, region, type
  FROM recorded
  GROUP BY account_id, region, type
  HAVING count(DISTINCT kind) = 2
),
united AS (
  SELECT w.account_id,
         w.region,
         array_agg(DISTINCT w.type ORDER BY w.type) AS types,
         array_agg(DISTINCT r.arn ORDER BY r.arn) AS trail_arns
  FROM whole w
  JOIN recorded r ON r.account_id = w.account_id AND r.region = w.region AND r.type = w.type
  GROUP BY w.account_id, w.region
),
s3 AS (
  SELECT account_id,
         region,
         min(CASE WHEN kind = 'read' THEN arn END) AS reads_arn,
         min(CASE WHEN kind = 'write' THEN arn END) AS writes_arn
  FROM recorded
  WHERE type = 'AWS::S3::Object'
  GROUP BY account_id, region
),
-- what was kept of a trail by an earlier version does not say which events
other AS (
  SELECT account_id,
         region,
         array_join(array_agg(DISTINCT data_conditions ORDER BY data_conditions)
           FILTER (WHERE data_conditions IS NOT NULL), '; ') AS conditions,
         min(CASE
           WHEN data_unknown IS NOT NULL THEN
             'What ' || arn || ' records is not known, since its selectors name ' || data_unknown || '.'
           WHEN data_events IS NULL OR (data_events AND data_reads IS NULL) THEN
             'CloudTrail does not say which data events ' || arn || ' records.'
         END) AS unknown_reason
  FROM trail_reach
  GROUP BY account_id, region
),
-- a condition names its types, unless it is of any, or of more than it tells
s3_part AS (
  SELECT p.account_id,
         p.region,
         array_join(array_agg(DISTINCT t.part ORDER BY t.part), '; ') AS conditions
  FROM trail_reach p
  JOIN trail d ON d.arn = p.arn
  CROSS JOIN UNNEST(d.data_conditions) AS t(part)
  WHERE t.part LIKE '%AWS::S3::%' OR t.part NOT LIKE '%AWS::%' OR t.part LIKE '% more%'
  GROUP BY p.account_id, p.region
)
SELECT c.account_id,
       c.region,
       coalesce(u.types, ARRAY[]) AS types,
       coalesce(u.trail_arns, ARRAY[]) AS trail_arns,
       s.reads_arn AS s3_reads_arn,
       s.writes_arn AS s3_writes_arn,
       o.conditions,
       o.unknown_reason,
       p.conditions AS s3_conditions
FROM coverage c
LEFT JOIN united u ON u.account_id = c.account_id AND u.region = c.region
LEFT JOIN s3 s ON s.account_id = c.account_id AND s.region = c.region
LEFT JOIN other o ON o.account_id = c.account_id AND o.region = c.region
LEFT JOIN s3_part p ON p.account_id = c.account_id AND p.region = c.region
WHERE c.source = 'cloudtrail'
