package dev.rollcall.workbook;

import java.io.IOException;

import dev.rollcall.dataset.Database;

/** A small night with a row of everything, for what a workbook says about it. */
final class ExampleNight {

	static final String HOSTILE = "=HYPERLINK(\"http://evil\")_x0041_\t";

	private ExampleNight() {
	}

	static WorkbookNight fill(WorkbookNight night) throws IOException {
		accounts(night);
		controls(night);
		evidence(night);
		night.with("waiver", """
				SELECT 'w-1' AS waiver_id, 'root.mfa' AS control_id, 'account 000000000001' AS scope, 'Taro' AS owner,
				  'Break-glass account' AS reason, DATE '2026-01-01' AS granted_on, DATE '2026-12-01' AS expires_on,
				  'ENDING' AS state, 1 AS findings, false AS unused, true AS over_broad""");
		night.with("change", """
				SELECT 'root.mfa' AS control_id, '000000000001' AS account_id, 'b' AS region, '1' AS resource_id,
				  'NEW' AS change, 'COMPLIANT' AS from_verdict, 'NON_COMPLIANT' AS to_verdict
				UNION ALL SELECT NULL, '000000000002', NULL, NULL, 'ACCOUNT_ADDED', NULL, NULL""");
		return night.scored();
	}

	private static void accounts(WorkbookNight night) {
		night.with("account",
				"SELECT * FROM (VALUES ('000000000001', " + Database.literal(HOSTILE)
						+ ", 'ACTIVE', 'Root', 'production'), ('000000000002', 'other', 'SUSPENDED', 'Root', NULL))"
						+ " AS rows(account_id, name, state, ou_path, environment)");
		night.with("coverage",
				"""
						SELECT *, status = 'DENIED' AS gap, TIMESTAMPTZ '2026-11-20 01:02:03+00' AS collected_at, false AS expected, 1 AS calls, 0 AS retries
						FROM (VALUES
						  ('000000000001', 'us-east-1', 'cloudtrail', 'DENIED', 'cloudtrail:DescribeTrails',
						   'AccessDeniedException', 'no', 'SCP', 'r-1'),
						  ('000000000001', 'eu-west-1', 'cloudtrail', 'READ', NULL, NULL, NULL, NULL, 'r-2'),
						  ('000000000001', 'global', 'iam-root-user', 'READ', NULL, NULL, NULL, NULL, 'r-3'),
						  ('000000000002', 'us-east-1', 'cloudtrail', 'ACCOUNT_NOT_ACTIVE', NULL, NULL, NULL, NULL, NULL),
						  ('000000000003', 'us-east-1', 'cloudtrail', 'DENIED', 'sts:AssumeRole', 'AccessDenied', 'no',
						   'TRUST', 'r-4'),
						  ('000000000003', 'global', 'account-tags', 'READ', NULL, NULL, NULL, NULL, 'r-5'))
						AS rows(account_id, region, source, status, operation, error_code, error_message, denied_by,
						  request_id)""");
	}

	private static void controls(WorkbookNight night) {
		night.with("control", """
				SELECT 'root.mfa' AS control_id, 1 AS version, 'Title' AS title_en, '日本語の題' AS title_ja,
				  'CRITICAL' AS severity, 'Register a passkey.' AS remediation_en, 'パスキーを登録してください。' AS remediation_ja,
				  'PR.AA-03' AS csf20_primary, 'Who it is.' AS csf20_reason, ['PR.AA-01'] AS csf20_secondary,
				  MAP {'PR.AA-01': 'A credential.'} AS csf20_secondary_reasons, 'PR.AC-7' AS csf11_primary,
				  'By risk.' AS csf11_reason, CAST([] AS VARCHAR[]) AS csf11_secondary,
				  CAST(MAP {} AS MAP(VARCHAR, VARCHAR)) AS csf11_secondary_reasons, ['iam-root-user'] AS sources,
				  'SELECT 1' AS sql, 'abc' AS sql_sha256,
				  MAP {'No factor in {0}.': '{0}に多要素認証がありません。', 'Fine.': '問題ありません。', 'Who it is.': '本人であることの確認です。',
				    'A credential.': '認証情報です。', 'By risk.': 'リスクに応じた認証です。'} AS reasons_ja""");
		night.with("finding", """
				SELECT 'root.mfa' AS control_id, 'CRITICAL' AS severity, 'PR.AA-03' AS csf20_primary,
				  'PR.AC-7' AS csf11_primary, * FROM (VALUES
				  ('000000000001', 'a', '1', 'COMPLIANT', 'Fine.', NULL, DATE '2026-11-01', NULL),
				  ('000000000001', 'b', '1', 'NON_COMPLIANT', 'No factor in here.', 'w-1', DATE '2026-11-20', NULL),
				  ('000000000002', 'a', '2', 'INSUFFICIENT_DATA', 'The account is not active.', NULL,
				   DATE '2026-10-01', 'COMPLIANT'))
				AS rows(account_id, region, resource_id, verdict, reason, waiver_id, first_seen_on,
				  last_known_verdict)""");
	}

	private static void evidence(WorkbookNight night) {
		night.with("root_user", """
				SELECT '000000000001' AS account_id, 'PRESENT' AS credentials, 'NONE' AS mfa, true AS access_keys,
				  TIMESTAMPTZ '2026-10-01 00:00:00+00' AS last_used_at""");
		night.with("external_access", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, * FROM (VALUES
				  ('f-1', 'arn:aws:s3:::inside', 'AWS:arn:aws:iam::000000000002:root', '000000000002',
				   'INSIDE_ORGANIZATION', ['s3:GetObject'], CAST(MAP {} AS MAP(VARCHAR, VARCHAR))),
				  ('f-2', 'arn:aws:s3:::public', 'AWS:*', NULL, 'PUBLIC', ['s3:PutObject', 's3:GetObject'],
				   MAP {'aws:SourceIp': '192.0.2.1'}))
				AS rows(finding_id, resource, principal, principal_account, exposure, actions, condition),
				  (SELECT 'AWS::S3::Bucket' AS resource_type, '000000000001' AS resource_account,
				    'arn:analyzer' AS analyzer_arn, ['POLICY'] AS sources)""");
		night.with("account_region", """
				SELECT account_id, 'global' AS region, name, opt_status FROM (VALUES
				  ('000000000001', 'me-south-1', 'ENABLED'), ('000000000002', 'me-south-1', 'DISABLED'),
				  ('000000000002', 'af-south-1', 'DISABLED')) AS rows(account_id, name, opt_status)""");
		night.with("config_rule_compliance", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'encrypted' AS rule_name,
				  'arn:rule' AS rule_arn, 'ENCRYPTED_VOLUMES' AS rule_identifier, 'AWS' AS owner,
				  'NON_COMPLIANT' AS compliance, 3 AS non_compliant_resources, false AS count_capped""");
		night.with("config_rule_csf", """
				SELECT 'ENCRYPTED_VOLUMES' AS rule_identifier, 'PR.DS-01' AS csf20_primary, 'At rest.' AS csf20_reason,
				  'PR.DS-1' AS csf11_primary, 'At rest.' AS csf11_reason""");
		night.with("analyzer", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'ACTIVE' AS status, * FROM (VALUES
				  ('arn:analyzer', 'own', 'ACCOUNT', NULL, []),
				  ('arn:unused', 'unused', 'ORGANIZATION_UNUSED_ACCESS', 90, ['team=on-call', 'keep=yes']))
				AS rows(arn, name, type, unused_access_age, excluded_tags)""");
		access(night);
		guardDuty(night);
		guardDutyFindings(night);
		night.with("config_recorder", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'default' AS name, true AS recording,
				  'SUCCESS' AS last_status, false AS all_supported, ['AWS::EC2::Volume'] AS resource_types""");
		night.with("config_delivery", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'default' AS name, 'logs' AS bucket,
				  'FAILURE' AS last_status, 'NoSuchBucket' AS last_error_code""");
		night.with("config_aggregator", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'all' AS name, 'arn:aggregator' AS arn,
				  true AS organization, false AS all_regions, ['us-east-1'] AS regions, 2 AS sources,
				  ['000000000002/us-east-1'] AS failed_sources""");
		night.with("trail", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'arn:trail' AS arn, 'org' AS name,
				  true AS multi_region, true AS organization_trail, true AS logging, true AS log_file_validation,
				  'ALL' AS management_events""");
		night.with("trail_coverage", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, true AS covered, 'ALL' AS management_events,
				  ['arn:trail'] AS trail_arns, ['000000000001'] AS trail_account_ids""");
		night.with("detective_coverage", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, * FROM (VALUES
				  ('cloudtrail', 'OWN', '000000000001', NULL), ('config', 'PARTIAL', '000000000001', 'FAILING'),
				  ('guardduty', 'ORGANIZATION', '000000000003', NULL), ('securityhub', 'OFF', NULL, 'NONE'),
				  ('access-analyzer', 'UNKNOWN', NULL, 'UNREAD')) AS rows(service, state, by_account_id, cause)""");
	}

	/** Who looks, who does not, and who administers. */
	private static void guardDuty(WorkbookNight night) {
		night.with("guardduty_state", """
				SELECT * FROM (VALUES
				  ('000000000001', 'us-east-1', 'ON', '000000000001', NULL, NULL),
				  ('000000000002', 'us-east-1', 'SUSPENDED', NULL, 'Disabled', NULL),
				  ('000000000002', 'eu-west-1', 'UNKNOWN', NULL, NULL, 'Denied.'))
				AS rows(account_id, region, state, administrator_id, relationship_status, unread_reason)""");
		night.with("guardduty_feature", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'd' AS detector_id, * FROM (VALUES
				  ('S3_DATA_EVENTS', 'DISABLED'), ('EKS_AUDIT_LOGS', 'DISABLED'), ('DNS_LOGS', 'ENABLED'))
				AS rows(feature, status)""");
		night.with("guardduty_administrator", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, '000000000001' AS administrator_id,
				  'ENABLED' AS status""");
		night.with("guardduty_organization",
				"""
						SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'd' AS detector_id, 'NEW' AS auto_enable_members,
						  false AS member_account_limit_reached""");
		night.with("guardduty_organization_feature", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'RUNTIME_MONITORING' AS feature,
				  'NONE' AS auto_enable""");
	}

	/** What it found: shown by one, by two, and no more than a part. */
	private static void guardDutyFindings(WorkbookNight night) {
		night.with("guardduty_finding_count", """
				SELECT * FROM (VALUES
				  ('000000000001', 'us-east-1', 1, 1, 4, 9, 2, true, '000000000001'),
				  ('000000000002', 'us-east-1', 0, 1200, 0, 0, 0, false, NULL))
				AS rows(account_id, region, critical, high, medium, low, archived, whole, administrator_id)""");
		night.with("guardduty_finding",
				"""
						SELECT *, TIMESTAMPTZ '2026-10-12 00:00:00+00' AS created_at, 'Instance' AS resource_type FROM (VALUES
						  ('000000000001', 'us-east-1', 'f1', 'Backdoor:EC2/C&CActivity.B', 'HIGH', '8.0', '=An instance', 3, false, NULL),
						  ('000000000001', 'us-east-1', 'f1', 'Backdoor:EC2/C&CActivity.B', 'HIGH', '8.0', '=An instance', 3, false,
						    '000000000001'),
						  ('000000000001', 'us-east-1', 'f2', 'AttackSequence:IAM/CompromisedCredentials', 'CRITICAL', '9.5', 'Keys', 1,
						    false, NULL),
						  ('000000000002', 'us-east-1', 'f3', 'Trojan:EC2/DropPoint', 'CRITICAL', '9.0', '[SAMPLE] A trial', 1, true,
						    NULL))
						AS rows(account_id, region, finding_id, type, severity, score, title, occurrences, sample, administrator_id)""");
		night.with("guardduty_finding_type", """
				SELECT '000000000001' AS account_id, * FROM (VALUES
				  ('us-east-1', 'Recon:EC2/PortProbeUnprotectedPort', 9, false),
				  ('eu-west-1', 'Recon:EC2/PortProbeUnprotectedPort', 2, true),
				  ('us-east-1', 'Backdoor:EC2/C&CActivity.B', 1, false))
				AS rows(region, type, findings, capped)""");
	}

	/** What was archived, by whom, and what nobody uses. */
	private static void access(WorkbookNight night) {
		night.with("archived_access", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'AWS::S3::Bucket' AS resource_type,
				  '000000000001' AS resource_account, ['s3:GetObject'] AS actions, * FROM (VALUES
				  ('h-1', 'arn:analyzer', 'arn:aws:s3:::web', 'AWS:*', 'PUBLIC'),
				  ('h-2', 'arn:analyzer', 'arn:aws:s3:::web-2', 'Federated:idp', 'FEDERATED'),
				  ('h-3', 'arn:other', 'arn:aws:s3:::web', 'AWS:000000000009', 'OUTSIDE_ORGANIZATION'))
				AS rows(finding_id, analyzer_arn, resource, principal, exposure)""");
		night.with("archive_rule",
				"""
						SELECT '000000000001' AS account_id, 'us-east-1' AS region, * FROM (VALUES
						  ('arn:analyzer', 'everything', [], true, false),
						  ('arn:analyzer', 'web', ['isPublic eq true', 'resource eq arn:aws:s3:::cdn or arn:aws:s3:::web'], false, true),
						  ('arn:analyzer', 'private', ['isPublic eq false'], false, false),
						  ('arn:unused', 'roles', ['resourceType eq AWS::IAM::Role'], true, false))
						AS rows(analyzer_arn, rule_name, criteria, hides_public, names_resources)""");
		night.with("unused_access_analyzer", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'arn:unused' AS analyzer_arn,
				  8 AS active_findings, 5 AS archived_findings, 0 AS error_findings""");
		night.with("unused_access", """
				SELECT '000000000001' AS account_id, 'us-east-1' AS region, 'arn:unused' AS analyzer_arn, * FROM (VALUES
				  ('000000000001', 'UNUSED_PERMISSION', 1, 5, 0, TIMESTAMPTZ '2026-06-01 00:00:00+00'),
				  ('000000000002', 'UNUSED_IAM_ROLE', 7, 0, 2, TIMESTAMPTZ '2026-05-01 00:00:00+00'),
				  ('000000000002', 'UNUSED_IN_2030', 0, 0, 0, NULL))
				AS rows(resource_account, finding_type, active_findings, archived_findings, error_findings,
				  oldest_created_at)""");
	}

}
