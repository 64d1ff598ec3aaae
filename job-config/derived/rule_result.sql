-- What AWS Config says of each rule, and what that rests on. evaluated_at: when resources
-- were last evaluated against it; failed_at: when that last failed. period_hours: after how
-- many hours it is evaluated again, a day where it names neither a period nor changes.
-- change_triggered: whether it hears of changes, from the recorder that is in
-- recorder_state. status_unread_reason, recorder_unread_reason: why nobody could look.
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
       c.unread_reason AS status_unread_reason,
       f.unread_reason AS recorder_unread_reason,
       c.collected_at
FROM config_rule_compliance r
LEFT JOIN coverage c ON c.source = 'config-rule-status' AND c.account_id = r.account_id AND c.region = r.region
LEFT JOIN evaluated s ON s.account_id = r.account_id AND s.region = r.region AND s.rule_name = r.rule_name
LEFT JOIN config_recording f ON f.account_id = r.account_id AND f.region = r.region
