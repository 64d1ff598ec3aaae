/*
row: A recorder of AWS Config that is an account's own; a service's recorder records what that service needs.
never-null: [account_id, region, name, state, other_exclusions, inclusions]
columns:
  name: the recorder's name
  state: RECORDING, PENDING, FAILING, STOPPED, ON where it records and nothing is said of how, UNKNOWN where that is new to this version
  error_code: why its last delivery failed
  changed_at: when its status last changed
  strategy: by which strategy it records; null where what AWS Config says of the types contradicts itself
  inclusions: how many types it names that it records
  other_exclusions: how many types it leaves out that are not IAM's
  records_iam: whether IAM's types are all recorded here; null where nobody said
*/
WITH own AS (
  SELECT *,
         CASE
           WHEN recording_strategy IS NULL AND all_supported THEN 'ALL_SUPPORTED_RESOURCE_TYPES'
           WHEN recording_strategy IS NULL AND cardinality(excluded_resource_types) > 0 THEN
             'EXCLUSION_BY_RESOURCE_TYPES'
           WHEN recording_strategy IS NULL AND NOT all_supported THEN 'INCLUSION_BY_RESOURCE_TYPES'
           WHEN recording_strategy = 'ALL_SUPPORTED_RESOURCE_TYPES' AND NOT coalesce(all_supported, true) THEN NULL
           WHEN recording_strategy <> 'ALL_SUPPORTED_RESOURCE_TYPES' AND all_supported THEN NULL
           ELSE recording_strategy
         END AS strategy
  FROM config_recorder
  WHERE service_principal IS NULL AND coalesce(recording_scope, 'PAID') <> 'INTERNAL'
),
included AS (
  SELECT o.account_id,
         o.region,
         o.name,
         count(DISTINCT t.type) FILTER (WHERE t.type IN ('AWS::IAM::Group', 'AWS::IAM::Policy', 'AWS::IAM::Role',
           'AWS::IAM::User')) AS iam
  FROM own o
  CROSS JOIN UNNEST(o.resource_types) AS t(type)
  GROUP BY o.account_id, o.region, o.name
),
excluded AS (
  SELECT o.account_id,
         o.region,
         o.name,
         count(DISTINCT t.type) FILTER (WHERE t.type IN ('AWS::IAM::Group', 'AWS::IAM::Policy', 'AWS::IAM::Role',
           'AWS::IAM::User')) AS iam,
         count(DISTINCT t.type) FILTER (WHERE t.type NOT IN ('AWS::IAM::Group', 'AWS::IAM::Policy', 'AWS::IAM::Role',
           'AWS::IAM::User')) AS others
  FROM own o
  CROSS JOIN UNNEST(o.excluded_resource_types) AS t(type)
  GROUP BY o.account_id, o.region, o.name
)
SELECT o.account_id,
       o.region,
       o.name,
       CASE
         WHEN NOT o.recording THEN 'STOPPED'
         WHEN o.recording AND o.last_status = 'SUCCESS' THEN 'RECORDING'
         WHEN o.recording AND o.last_status = 'FAILURE' THEN 'FAILING'
         WHEN o.recording AND o.last_status = 'PENDING' THEN 'PENDING'
         WHEN o.recording AND o.last_status IS NULL THEN 'ON'
         ELSE 'UNKNOWN'
       END AS state,
       o.last_error_code AS error_code,
       o.last_status_changed_at AS changed_at,
       o.strategy,
       CAST(cardinality(o.resource_types) AS bigint) AS inclusions,
       coalesce(x.others, 0) AS other_exclusions,
       CASE o.strategy
         WHEN 'ALL_SUPPORTED_RESOURCE_TYPES' THEN o.include_global_resource_types
         WHEN 'EXCLUSION_BY_RESOURCE_TYPES' THEN coalesce(x.iam, 0) = 0
         WHEN 'INCLUSION_BY_RESOURCE_TYPES' THEN coalesce(i.iam, 0) = 4
       END AS records_iam
FROM own o
LEFT JOIN included i ON i.account_id = o.account_id AND i.region = o.region AND i.name = o.name
LEFT JOIN excluded x ON x.account_id = o.account_id AND x.region = o.region AND x.name = o.name
