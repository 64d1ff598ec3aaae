/*
row: A trail that is logging and reaches an account in a Region, whatever it records there. An organization's trail counts for every account of the organization, without being asked for in each, unless the account's own list lacks it (trail_unseen). The management account owns the organization's trails, whoever administers them.
never-null: [account_id, region, arn]
columns:
  arn: the trail
  owner_account_id: the account that owns it
  multi_region: whether it records every Region
  organization_trail: whether it records every account of the organization
  management_events: which management events it records
  data_events: whether it records any data events; null where nobody said
  home_region: the Region in which it is at home
  global_reads: whether it records all reads of IAM, STS and CloudFront, which have no Region; null where that cannot be told
  global_writes: the same of writes
  broad: whether it records all management events but some, or of reads or writes all but some
  management_reads: the services whose every read it records, as in trail
  management_writes: the same of writes
  conditions: what narrows its management events, in words
  unknown: why it cannot be told which management events it records, in words
  data_reads: the types of resources of which it records every read
  data_writes: the same of writes
  data_conditions: the data events that it records in part, in words
  data_unknown: why it cannot be told which data events it records, in words
*/
WITH organization_trail AS (
  SELECT DISTINCT t.arn
  FROM trail t
  JOIN account owner ON owner.account_id = split_part(t.arn, ':', 5) AND owner.management
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
  LEFT JOIN trail_unseen u ON u.account_id = a.account_id AND u.arn = o.arn
  WHERE a.management IS NOT NULL AND u.arn IS NULL
),
-- a trail whose owner is not ours stands at each account that sees it: once here
known AS (
  SELECT arn,
         split_part(arn, ':', 4) AS home_region,
         split_part(arn, ':', 5) AS owner_account_id,
         bool_or(multi_region) AS multi_region,
         bool_or(organization_trail) AS organization_trail,
         max(management_events) AS management_events,
         bool_or(data_events) AS data_events,
         bool_and(global_service_events) AS global_service_events,
         min(management_reads) AS management_reads,
         min(management_writes) AS management_writes,
         min(array_join(management_conditions, '; ')) AS conditions,
         min(array_join(management_unknown, ', ')) AS unknown,
         min(data_reads) AS data_reads,
         min(data_writes) AS data_writes,
         min(array_join(data_conditions, '; ')) AS data_conditions,
         min(array_join(data_unknown, ', ')) AS data_unknown
  FROM trail
  WHERE logging
  GROUP BY arn
),
-- global services are at home in us-east-1, where a trail of one Region has to be too
reading AS (
  SELECT arn,
         CASE
           WHEN multi_region OR (split_part(arn, ':', 2) = 'aws' AND home_region = 'us-east-1') THEN
             global_service_events
           WHEN NOT global_service_events OR split_part(arn, ':', 2) = 'aws' THEN false
         END AS global_services,
         CASE WHEN management_events IN ('ALL', 'READ_ONLY') THEN ARRAY['*'] ELSE management_reads END AS reads,
         CASE WHEN management_events IN ('ALL', 'WRITE_ONLY') THEN ARRAY['*'] ELSE management_writes END AS writes
  FROM known
)
SELECT c.account_id,
       c.region,
       k.arn,
       k.owner_account_id,
       k.multi_region,
       k.organization_trail AND (m.management IS NULL OR o.arn IS NOT NULL) AS organization_trail,
       k.management_events,
       k.data_events,
       k.home_region,
       CASE
         WHEN NOT g.global_services OR k.management_events IN ('NONE', 'WRITE_ONLY') THEN false
         WHEN contains(g.reads, '*')
           AND NOT contains(g.reads, '-iam.amazonaws.com')
           AND NOT contains(g.reads, '-sts.amazonaws.com')
           AND NOT contains(g.reads, '-cloudfront.amazonaws.com') THEN g.global_services
         WHEN contains(g.reads, 'iam.amazonaws.com') AND contains(g.reads, 'sts.amazonaws.com')
           AND contains(g.reads, 'cloudfront.amazonaws.com') THEN g.global_services
         -- a name of an event does not say whose it is
         WHEN k.management_events = 'EXCEPT' AND k.conditions LIKE '%eventName Not%' THEN NULL
         WHEN k.management_events IN ('EXCEPT', 'ONLY') AND coalesce(k.unknown, '') = '' AND g.reads IS NOT NULL THEN false
       END AS global_reads,
       CASE
         WHEN NOT g.global_services OR k.management_events IN ('NONE', 'READ_ONLY') THEN false
         WHEN contains(g.writes, '*')
           AND NOT contains(g.writes, '-iam.amazonaws.com')
           AND NOT contains(g.writes, '-sts.amazonaws.com')
           AND NOT contains(g.writes, '-cloudfront.amazonaws.com') THEN g.global_services
         WHEN contains(g.writes, 'iam.amazonaws.com') AND contains(g.writes, 'sts.amazonaws.com')
           AND contains(g.writes, 'cloudfront.amazonaws.com') THEN g.global_services
         -- a name of an event does not say whose it is
         WHEN k.management_events = 'EXCEPT' AND k.conditions LIKE '%eventName Not%' THEN NULL
         WHEN k.management_events IN ('EXCEPT', 'ONLY') AND coalesce(k.unknown, '') = '' AND g.writes IS NOT NULL THEN false
       END AS global_writes,
       k.management_events IN ('ALL', 'READ_ONLY', 'WRITE_ONLY', 'EXCEPT') AS broad,
       g.reads AS management_reads,
       g.writes AS management_writes,
       CASE
         WHEN k.management_events IN ('EXCEPT', 'ONLY') THEN coalesce(nullif(k.conditions, ''), 'conditions')
       END AS conditions,
       CASE
         WHEN k.management_events = 'UNKNOWN' THEN coalesce(nullif(k.unknown, ''), 'conditions')
         ELSE nullif(k.unknown, '')
       END AS unknown,
       k.data_reads,
       k.data_writes,
       nullif(k.data_conditions, '') AS data_conditions,
       nullif(k.data_unknown, '') AS data_unknown
FROM coverage c
JOIN account m ON m.account_id = c.account_id
JOIN reach r ON r.account_id = c.account_id
JOIN known k ON k.arn = r.arn AND (k.multi_region OR k.home_region = c.region)
JOIN reading g ON g.arn = k.arn
LEFT JOIN organization_trail o ON o.arn = k.arn
WHERE c.source = 'cloudtrail'
