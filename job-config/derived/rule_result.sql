/*
row: What AWS Config says of a rule, and what that rests on.
never-null: [account_id, region, rule_name, change_triggered, proactive]
columns:
  rule_name: the rule's name
  rule_arn: the rule's ARN
  compliance: what Config says of the rule as a whole; null where it says nothing
  non_compliant_resources: how many resources do not comply
  count_capped: whether Config stopped counting there
  state: the rule's state
  evaluated_at: when resources were last evaluated against it
  failed_at: when that last failed
  error_code: why it failed
  period_hours: "after how many hours it is evaluated again: a day where it names neither a period nor changes; null where it waits for changes only"
  change_triggered: whether it hears of changes, from the recorder that is in recorder_state
  recorder_state: the state of the recorder there, as in config_recording
  recorder_changed_at: when that state last changed
  unrecorded_types: which of the types that it is narrowed to no recorder is known to record; null where there is none such, or IAM's types alone are missing, which another Region may record, and Config found no resource
  proactive: whether it judges what is to be deployed, and nothing else
  status_unread_reason: why nobody could see when it was evaluated
  recorder_unread_reason: why nobody could see the recorder
*/
WITH evaluated AS (
  SELECT account_id,
         region,
         rule_name,
         min(last_evaluated_at) AS evaluated_at,
         max(last_evaluation_failed_at) AS evaluation_failed_at,
         max(last_invocation_failed_at) AS invocation_failed_at,
         min(last_error_code) AS error_code
  FROM config_rule_status
  GROUP BY account_id, region, rule_name
),
heard AS (
  SELECT r.account_id,
         r.region,
         r.rule_name,
         t.type,
         t.type IN ('AWS::IAM::Group', 'AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::IAM::User') AS iam
  FROM config_rule_compliance r
  CROSS JOIN UNNEST(r.resource_types) AS t(type)
  WHERE r.change_triggered
),
working AS (
  SELECT o.account_id,
         o.region,
         o.strategy,
         o.records_iam,
         c.resource_types,
         c.excluded_resource_types
  FROM own_recorder o
  JOIN config_recorder c ON c.account_id = o.account_id AND c.region = o.region AND c.name = o.name
  WHERE o.state IN ('RECORDING', 'PENDING')
),
recorded AS (
  SELECT h.account_id,
         h.region,
         h.rule_name,
         h.type,
         h.iam,
         coalesce(bool_or(CASE w.strategy
           WHEN 'ALL_SUPPORTED_RESOURCE_TYPES' THEN NOT h.iam OR w.records_iam
           WHEN 'EXCLUSION_BY_RESOURCE_TYPES' THEN NOT contains(w.excluded_resource_types, h.type)
           WHEN 'INCLUSION_BY_RESOURCE_TYPES' THEN contains(w.resource_types, h.type)
         END), false) AS recorded
  FROM heard h
  JOIN working w ON w.account_id = h.account_id AND w.region = h.region
  GROUP BY h.account_id, h.region, h.rule_name, h.type, h.iam
),
unrecorded AS (
  SELECT account_id,
         region,
         rule_name,
         array_join(array_agg(type ORDER BY type), ', ') AS types,
         bool_and(iam) AS iam_alone
  FROM recorded
  WHERE NOT recorded
  GROUP BY account_id, region, rule_name
)
SELECT r.account_id,
       r.region,
       r.rule_name,
       r.rule_arn,
       r.compliance,
       r.non_compliant_resources,
       r.count_capped,
       r.state,
       s.evaluated_at,
       CASE
         WHEN s.invocation_failed_at > s.evaluation_failed_at OR s.evaluation_failed_at IS NULL THEN
           s.invocation_failed_at
         ELSE s.evaluation_failed_at
       END AS failed_at,
       s.error_code,
       coalesce(r.period_hours, CASE WHEN NOT coalesce(r.change_triggered, false) THEN 24 END) AS period_hours,
       coalesce(r.change_triggered, false) AS change_triggered,
       f.state AS recorder_state,
       f.changed_at AS recorder_changed_at,
       CASE WHEN NOT u.iam_alone OR r.compliance NOT IN ('INSUFFICIENT_DATA', 'NOT_APPLICABLE') THEN u.types END
         AS unrecorded_types,
       coalesce(array_join(r.evaluation_modes, ',') = 'PROACTIVE', false) AS proactive,
       c.unread_reason AS status_unread_reason,
       f.unread_reason AS recorder_unread_reason,
       c.collected_at
FROM config_rule_compliance r
LEFT JOIN coverage c ON c.source = 'config-rule-status' AND c.account_id = r.account_id AND c.region = r.region
LEFT JOIN evaluated s ON s.account_id = r.account_id AND s.region = r.region AND s.rule_name = r.rule_name
LEFT JOIN config_recording f ON f.account_id = r.account_id AND f.region = r.region
LEFT JOIN unrecorded u ON u.account_id = r.account_id AND u.region = r.region AND u.rule_name = r.rule_name
