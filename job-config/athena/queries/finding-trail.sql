/*
title: One finding, back to the request
description: "Where a finding comes from: the control and its version, each cell that it reads of the account (and of the organization) with status and request id, and in which dataset how many rows of evidence that cell gave. Put the finding_id in the second line. Latest night."
*/
WITH asked AS (
  SELECT 'FINDING-ID' AS finding_id
),
night AS (
  SELECT snapshot_date, run_id FROM rollcall_latest.run
),
-- the files of every dataset of evidence; the join below leaves those of the night
evidence AS (
  SELECT run_id, snapshot_date, account_id, region, source, 'account_default' AS dataset FROM rollcall_files.account_default
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'account_region' AS dataset FROM rollcall_files.account_region
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'account_summary' AS dataset FROM rollcall_files.account_summary
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'alternate_contact' AS dataset FROM rollcall_files.alternate_contact
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'analyzer' AS dataset FROM rollcall_files.analyzer
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'archive_rule' AS dataset FROM rollcall_files.archive_rule
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'archived_access' AS dataset FROM rollcall_files.archived_access
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'centralized_root' AS dataset FROM rollcall_files.centralized_root
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'config_aggregator' AS dataset FROM rollcall_files.config_aggregator
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'config_aggregator_state' AS dataset FROM rollcall_files.config_aggregator_state
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'config_delivery' AS dataset FROM rollcall_files.config_delivery
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'config_recorder' AS dataset FROM rollcall_files.config_recorder
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'config_resource_compliance' AS dataset FROM rollcall_files.config_resource_compliance
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'config_rule_compliance' AS dataset FROM rollcall_files.config_rule_compliance
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'config_rule_status' AS dataset FROM rollcall_files.config_rule_status
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'conformance_pack' AS dataset FROM rollcall_files.conformance_pack
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'credential' AS dataset FROM rollcall_files.credential
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'delegated_administrator' AS dataset FROM rollcall_files.delegated_administrator
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'external_access' AS dataset FROM rollcall_files.external_access
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'guardduty_administrator' AS dataset FROM rollcall_files.guardduty_administrator
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'guardduty_detector' AS dataset FROM rollcall_files.guardduty_detector
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'guardduty_feature' AS dataset FROM rollcall_files.guardduty_feature
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'guardduty_finding' AS dataset FROM rollcall_files.guardduty_finding
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'guardduty_finding_count' AS dataset FROM rollcall_files.guardduty_finding_count
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'guardduty_finding_type' AS dataset FROM rollcall_files.guardduty_finding_type
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'guardduty_member' AS dataset FROM rollcall_files.guardduty_member
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'guardduty_organization' AS dataset FROM rollcall_files.guardduty_organization
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'guardduty_organization_feature' AS dataset FROM rollcall_files.guardduty_organization_feature
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'password_policy' AS dataset FROM rollcall_files.password_policy
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 's3_account_block' AS dataset FROM rollcall_files.s3_account_block
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_administrator' AS dataset FROM rollcall_files.securityhub_administrator
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_aggregator' AS dataset FROM rollcall_files.securityhub_aggregator
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_association' AS dataset FROM rollcall_files.securityhub_association
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_central_configuration' AS dataset FROM rollcall_files.securityhub_central_configuration
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_finding_count' AS dataset FROM rollcall_files.securityhub_finding_count
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_finding_total' AS dataset FROM rollcall_files.securityhub_finding_total
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_hub' AS dataset FROM rollcall_files.securityhub_hub
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_member' AS dataset FROM rollcall_files.securityhub_member
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_organization' AS dataset FROM rollcall_files.securityhub_organization
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_policy' AS dataset FROM rollcall_files.securityhub_policy
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_standard' AS dataset FROM rollcall_files.securityhub_standard
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'securityhub_v2' AS dataset FROM rollcall_files.securityhub_v2
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'trail' AS dataset FROM rollcall_files.trail
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'trail_bucket' AS dataset FROM rollcall_files.trail_bucket
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'trail_key' AS dataset FROM rollcall_files.trail_key
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'trail_list' AS dataset FROM rollcall_files.trail_list
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'trail_shadow' AS dataset FROM rollcall_files.trail_shadow
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'trusted_service' AS dataset FROM rollcall_files.trusted_service
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'unused_access' AS dataset FROM rollcall_files.unused_access
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'unused_access_analyzer' AS dataset FROM rollcall_files.unused_access_analyzer
  UNION ALL
  SELECT run_id, snapshot_date, account_id, region, source, 'virtual_mfa_device' AS dataset FROM rollcall_files.virtual_mfa_device
),
counted AS (
  SELECT e.account_id, e.region, e.source, e.dataset, count(*) AS evidence_rows
  FROM evidence e
  JOIN night n ON n.snapshot_date = e.snapshot_date AND n.run_id = e.run_id
  GROUP BY e.account_id, e.region, e.source, e.dataset
),
-- sources that ask each account for itself
own AS (
  SELECT DISTINCT account_id, source FROM rollcall_latest.coverage WHERE resource_id IS NULL
)
SELECT f.control_id,
       k.version,
       f.account_id,
       f.region,
       f.resource_id,
       f.verdict,
       f.reason,
       f.first_seen_on,
       c.source,
       c.account_id AS asked_account_id,
       c.region AS asked_region,
       c.resource_id AS asked_about,
       c.status,
       c.operation,
       c.error_code,
       c.request_id,
       c.answered_by_account,
       c.collected_at,
       e.dataset,
       coalesce(e.evidence_rows, 0) AS evidence_rows
FROM asked q
JOIN rollcall_latest.finding f ON f.finding_id = q.finding_id
JOIN rollcall_latest.control k ON k.control_id = f.control_id
JOIN rollcall_latest.coverage c ON contains(k.sources, c.source)
LEFT JOIN own o ON o.account_id = f.account_id AND o.source = c.source
LEFT JOIN counted e ON e.account_id = c.account_id AND e.region = c.region AND e.source = c.source
WHERE (c.account_id = f.account_id AND (c.region = f.region OR c.region = 'global' OR f.region = 'global'))
   OR (o.source IS NULL AND c.resource_id IS NULL)
ORDER BY c.source, c.account_id, c.region, c.resource_id, e.dataset
