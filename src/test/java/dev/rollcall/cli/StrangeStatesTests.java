package dev.rollcall.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import dev.rollcall.simulator.Fault;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rollcall.cli.States.answer;
import static dev.rollcall.cli.States.in;
import static dev.rollcall.cli.States.refusal;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * States of AWS whose verdicts were worked out by hand before the program was run, by
 * somebody who had not seen the SQL. Some are in order, and a careless program alarms:
 * selectors that are everything together, a condition on the own organization, a report
 * of other columns. In others a field narrows, nothing feeds a verdict any longer, or one
 * witness is friendlier than another. An account may stand for two states, of services
 * that do not touch each other. Each account has a trail {@code baseline} of all Regions;
 * the organization's records Tokyo alone.
 */
class StrangeStatesTests {

	private static final String TRAILS = "cloudtrail:DescribeTrails";

	private static final String TRAIL_STATUS = "cloudtrail:GetTrailStatus";

	private static final String SELECTORS = "cloudtrail:GetEventSelectors";

	private static final String RECORDERS = "config:DescribeConfigurationRecorders";

	private static final String RECORDER_STATUS = "config:DescribeConfigurationRecorderStatus";

	private static final String CHANNEL_STATUS = "config:DescribeDeliveryChannelStatus";

	private static final String RULES = "config:DescribeConfigRules";

	private static final String RULE_STATUS = "config:DescribeConfigRuleEvaluationStatus";

	private static final String SUMMARY = "iam:GetAccountSummary";

	private static final String DEVICES = "iam:ListVirtualMFADevices";

	private static final String REPORT = "iam:GetCredentialReport";

	private static final String KEY = "kms:DescribeKey";

	private static final String ROTATION = "kms:GetKeyRotationStatus";

	private static final String HOME = "ap-northeast-1";

	private static final String VIRGINIA = "us-east-1";

	private static final String MANAGEMENT = equal("eventCategory", "Management");

	private static final String OBJECTS = equal("eventCategory", "Data") + ", "
			+ equal("resources.type", "AWS::S3::Object");

	private static final String HALF_A_DAY_AGO = "2026-11-19T12:00:00Z";

	/** When the credential reports were made. */
	private static final String MADE = "2026-11-19T21:00:00Z";

	private static final String DAYS_AGO = "2026-11-10T00:00:00Z";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	private static List<Said> findings = List.of();

	@BeforeAll
	static void runTheNight(@TempDir Path out) throws SQLException {
		VerdictNight.Stated stated = VerdictNight.in(out).account("in good order");
		trails(stated);
		access(stated);
		config(stated);
		root(stated);
		keys(stated);
		night = stated
			.with("audit",
					answer("config:DescribeConfigurationAggregators",
							"ConfigurationAggregators[*].AggregatorFilters.ResourceType", """
									{"Type": "INCLUDE", "Value": ["AWS::S3::Bucket"]}"""))
			.run();
		findings = night.rows("SELECT control_id, account_id, region, verdict, reason FROM {finding}")
			.stream()
			.map(Said::of)
			.toList();
	}

	private static void trails(VerdictNight.Stated stated) {
		stated
			.account("in two halves",
					advanced(MANAGEMENT + ", " + equal("readOnly", "true"),
							MANAGEMENT + ", " + equal("readOnly", "false"), OBJECTS))
			.account("in two basic halves", basic("""
					{"ReadWriteType": "ReadOnly", "IncludeManagementEvents": true},
					{"ReadWriteType": "WriteOnly", "IncludeManagementEvents": true,
					 "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::"]}]}"""))
			.account("data alone", basic("""
					{"ReadWriteType": "All", "IncludeManagementEvents": false,
					 "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]},
					                   {"Type": "AWS::Lambda::Function", "Values": ["arn:aws:lambda"]}]}"""))
			.account("all but KMS, and KMS",
					advanced(MANAGEMENT + ", " + field("eventSource", "NotEquals", "kms.amazonaws.com"),
							MANAGEMENT + ", " + equal("eventSource", "kms.amazonaws.com"), OBJECTS))
			.account("writes but those of KMS",
					advanced(MANAGEMENT + ", " + equal("readOnly", "true"),
							MANAGEMENT + ", " + equal("readOnly", "false") + ", "
									+ field("eventSource", "NotEquals", "kms.amazonaws.com"),
							OBJECTS))
			.account("without IAM",
					advanced(
							MANAGEMENT + ", "
									+ field("eventSource", "NotEquals", "iam.amazonaws.com", "sts.amazonaws.com"),
							OBJECTS))
			.account("objects of another S3",
					advanced(MANAGEMENT,
							equal("eventCategory", "Data") + ", " + equal("resources.type", "AWS::S3Express::Object")))
			.account("all buckets but one",
					advanced(MANAGEMENT,
							OBJECTS + ", " + field("resources.ARN", "NotStartsWith", "arn:aws:s3:::logs/")))
			.account("network activity alone",
					advanced(equal("eventCategory", "NetworkActivity") + ", "
							+ equal("eventSource", "ec2.amazonaws.com")))
			.account("of one Region", answer(TRAILS, "trailList[Name=baseline].IsMultiRegionTrail", "false"))
			.account("begun just now",
					answer(TRAIL_STATUS, "StartLoggingTime", "2026-11-20T00:00:00Z", "LatestDeliveryTime", null,
							"LatestDigestDeliveryTime", null, "LatestCloudWatchLogsDeliveryTime", null))
			.account("key gone",
					answer(TRAIL_STATUS, "LatestDeliveryError", "KMS.DisabledException", "LatestDeliveryTime", DAYS_AGO,
							"LatestDigestDeliveryError", "KMS.DisabledException", "LatestDigestDeliveryTime", DAYS_AGO))
			.account("deleted under our hands",
					refusal(TRAIL_STATUS, 400, "TrailNotFoundException", "Unknown trail: baseline"))
			.account("all buckets by their prefix",
					advanced(MANAGEMENT, OBJECTS + ", " + field("resources.ARN", "StartsWith", "arn:aws:s3:::")))
			.account("one bucket and all", basic("""
					{"ReadWriteType": "All", "IncludeManagementEvents": true,
					 "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::one/", "arn:aws:s3:::"]},
					                   {"Type": "AWS::DynamoDB::Table", "Values": ["arn:aws:dynamodb"]}]}"""))
			.account("reads alone", advanced(MANAGEMENT + ", " + equal("readOnly", "true"), OBJECTS));
	}

	private static void access(VerdictNight.Stated stated) {
		stated.beside("in two halves", "a canonical user", finding("""
				"principal": {"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"},
				"isPublic": false, "condition": {}"""))
			.beside("in two basic halves", "everybody from an address", finding("""
					"principal": {"AWS": "*"}, "isPublic": false, "condition": {"aws:SourceIp": "203.0.113.0/24"}"""))
			.beside("data alone", "everybody of the organization",
					finding("""
							"principal": {"AWS": "*"}, "isPublic": false, "condition": {"aws:PrincipalOrgID": "%s"}"""
						.formatted(World.ORGANIZATION)))
			.beside("all but KMS, and KMS", "everybody, nothing said", finding("""
					"principal": {"AWS": "*"}, "condition": {}"""))
			.beside("writes but those of KMS", "a role of the organization",
					finding("""
							"principal": {"AWS": "arn:aws:iam::%s:role/deploy"}, "isPublic": false, "condition": {}"""
						.formatted(World.id(World.AUDIT))))
			.beside("without IAM", "RCP not evaluated", finding("""
					"principal": {"AWS": "*"}, "isPublic": true, "condition": {},
					"resourceControlPolicyRestriction": "FAILED_TO_EVALUATE_RCP\""""))
			.beside("objects of another S3", "RCP applied", finding("""
					"principal": {"AWS": "*"}, "isPublic": true, "condition": {},
					"resourceControlPolicyRestriction": "APPLIED\""""))
			.beside("all buckets but one", "internal access alone",
					in(VIRGINIA,
							answer("access-analyzer:ListAnalyzers", "analyzers[*].type", "ACCOUNT_INTERNAL_ACCESS")))
			.beside("network activity alone", "all resources but one", archiveRules("""
					{"resource": {"neq": ["arn:aws:s3:::prod"]}}"""))
			.beside("key gone", "any resource", archiveRules("""
					{"resource": {"exists": true}}"""))
			.beside("reads alone", "any bucket", archiveRules("""
					{"resource": {"contains": ["arn:aws:s3:::"]}}"""))
			.beside("all buckets by their prefix", "all but what is not public", archiveRules("""
					{"isPublic": {"neq": ["false"]}}"""))
			.beside("one bucket and all", "a provider", archiveRules("""
					{"principal.Federated": {"eq": ["arn:aws:iam::111111111111:saml-provider/idp"]}}"""))
			.beside("begun just now", "everybody of another organization", finding("""
					"principal": {"AWS": "*"}, "isPublic": false,
					"condition": {"aws:PrincipalOrgID": "o-somebodyelse"}"""))
			.beside("of one Region", "harmless archive rules", archiveRules("""
					{"isPublic": {"eq": ["false"]}, "resourceType": {"eq": ["AWS::S3::Bucket"]}}""", """
					{"principal.AWS": {"eq": ["999988887777"]}}"""));
	}

	private static void config(VerdictNight.Stated stated) {
		String group = "ConfigurationRecorders[*].recordingGroup.";
		String mode = "ConfigurationRecorders[*].recordingMode.";
		stated
			.account("volumes excluded",
					answer(RECORDERS, group + "allSupported", "false", group + "includeGlobalResourceTypes", "false",
							group + "recordingStrategy.useOnly", "EXCLUSION_BY_RESOURCE_TYPES",
							group + "exclusionByResourceTypes.resourceTypes", "[\"AWS::EC2::Volume\"]"))
			.account("continuous twice", answer(RECORDERS, mode + "recordingModeOverrides[+]", """
					{"resourceTypes": ["AWS::EC2::Volume"], "recordingFrequency": "CONTINUOUS"}"""))
			.account("other words", answer(RECORDERS, "ConfigurationRecorders[*].name", "audit"),
					answer(RECORDER_STATUS, "ConfigurationRecordersStatus[*].name", "audit",
							"ConfigurationRecordersStatus[*].lastStatus", "Success"),
					answer(CHANNEL_STATUS, "DeliveryChannelsStatus[*].configHistoryDeliveryInfo.lastStatus", "Success",
							"DeliveryChannelsStatus[*].configStreamDeliveryInfo.lastStatus", "Not_Applicable"))
			.account("another word for failure",
					answer(RECORDER_STATUS, "ConfigurationRecordersStatus[*].lastStatus", "Failure",
							"ConfigurationRecordersStatus[*].lastErrorCode", "InsufficientPermissions"))
			.account("snapshots fail",
					answer(CHANNEL_STATUS, "DeliveryChannelsStatus[*].configSnapshotDeliveryInfo.lastStatus", "FAILURE",
							"DeliveryChannelsStatus[*].configSnapshotDeliveryInfo.lastErrorCode", "NoSuchBucket",
							"DeliveryChannelsStatus[*].configSnapshotDeliveryInfo.lastAttemptTime", HALF_A_DAY_AGO))
			.account("a role of the same name",
					answer(RECORDERS, "ConfigurationRecorders[*].roleARN",
							"arn:aws:iam::111111111111:role/AWSServiceRoleForConfig"))
			.account("a proactive rule",
					answer(RULES, "ConfigRules[ConfigRuleName=ec2-imdsv2-check].EvaluationModes",
							"[{\"Mode\": \"PROACTIVE\"}]"),
					answer("config:DescribeComplianceByConfigRule",
							"ComplianceByConfigRules[ConfigRuleName=ec2-imdsv2-check].Compliance.ComplianceType",
							"INSUFFICIENT_DATA"),
					answer(RULE_STATUS,
							"ConfigRulesEvaluationStatus[ConfigRuleName=ec2-imdsv2-check].LastSuccessfulEvaluationTime",
							null,
							"ConfigRulesEvaluationStatus[ConfigRuleName=ec2-imdsv2-check].LastSuccessfulInvocationTime",
							null, "ConfigRulesEvaluationStatus[ConfigRuleName=ec2-imdsv2-check].FirstEvaluationStarted",
							"false"))
			.account("hourly",
					answer(RULES, "ConfigRules[ConfigRuleName=iam-password-policy].MaximumExecutionFrequency",
							"One_Hour", "ConfigRules[ConfigRuleName=cloud-trail-enabled].MaximumExecutionFrequency",
							null, "ConfigRules[ConfigRuleName=cloud-trail-enabled].Source", """
									{"Owner": "CUSTOM_LAMBDA",
									 "SourceIdentifier": "arn:aws:lambda:ap-northeast-1:111111111111:function:trail",
									 "SourceDetails": [{"EventSource": "aws.config",
									                    "MessageType": "ScheduledNotification",
									                    "MaximumExecutionFrequency": "One_Hour"}]}"""),
					answer(RULE_STATUS, "ConfigRulesEvaluationStatus[*].LastSuccessfulEvaluationTime", HALF_A_DAY_AGO))
			.account("failed once",
					answer(RULE_STATUS, "ConfigRulesEvaluationStatus[*].LastFailedEvaluationTime", DAYS_AGO,
							"ConfigRulesEvaluationStatus[*].LastErrorCode", "NoSuchRole"))
			.account("invocations fail", answer(RULE_STATUS, "ConfigRulesEvaluationStatus[*].LastFailedInvocationTime",
					"2026-11-20T00:00:00Z", "ConfigRulesEvaluationStatus[*].LastErrorCode", "ResourceNotFoundException",
					"ConfigRulesEvaluationStatus[*].LastSuccessfulEvaluationTime", "2026-11-19T00:00:00Z",
					"ConfigRulesEvaluationStatus[*].LastSuccessfulInvocationTime", "2026-11-19T00:00:00Z"));
	}

	private static void root(VerdictNight.Stated stated) {
		stated.beside("continuous twice", "a user called root", summary("SummaryMap.AccountMFAEnabled", "0"),
				answer(DEVICES, "VirtualMFADevices[+]", """
						{"SerialNumber": "arn:aws:iam::111111111111:mfa/root", "EnableDate": "2026-01-01T00:00:00Z",
						 "User": {"Arn": "arn:aws:iam::111111111111:user/root", "UserName": "root", "Path": "/"}}"""),
				report(rootRow("no_information", "false", "false,N/A,N/A", "false"),
						"root,arn:aws:iam::111111111111:user/root,2020-01-01T00:00:00+00:00,true,no_information,"
								+ "N/A,N/A,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A"))
			.beside("other words", "an inactive key",
					summary("SummaryMap.AccountAccessKeysPresent", "1", "SummaryMap.AccountMFAEnabled", "1"),
					report(rootRow("no_information", "true",
							"false,2024-01-01T00:00:00+00:00,2026-11-17T08:00:00+00:00", "false")))
			.beside("another word for failure", "a report of other columns",
					answer(REPORT, "GeneratedTime", MADE, "Content",
							base64("""
									user,arn,password_last_used,cert_2_active,cert_1_active,access_key_2_active,access_key_1_active,\
									additional_credentials_info,mfa_active,password_enabled
									ann,arn:aws:iam::111111111111:user/ann,no_information,false,false,false,false,x,true,true
									<root_account>,arn:aws:iam::111111111111:root,N/A,false,false,false,false,x,false,not_supported
									""")))
			.beside("volumes excluded", "removed since the report",
					report(rootRow("no_information", "false", "true,2024-01-01T00:00:00+00:00,N/A", "false")))
			.beside("snapshots fail", "a second certificate",
					report(rootRow("no_information", "false", "false,N/A,N/A", "true")))
			.beside("a role of the same name", "times with an offset", summary("SummaryMap.AccountMFAEnabled", "1"),
					report(rootRow("2026-11-01T18:30:00+09:00", "true", "false,N/A,N/A", "false")));
	}

	private static void keys(VerdictNight.Stated stated) {
		stated
			.beside("continuous twice", "replicas to be deleted",
					answer(KEY, "KeyMetadata.KeyState", "PendingReplicaDeletion", "KeyMetadata.Enabled", "false"))
			.beside("other words", "key store disconnected",
					answer(KEY, "KeyMetadata.KeyState", "Unavailable", "KeyMetadata.Enabled", "false"))
			.beside("another word for failure", "imported material", answer(KEY, "KeyMetadata.Origin", "EXTERNAL"),
					refusal(ROTATION, 400, "UnsupportedOperationException", "origin is EXTERNAL"))
			.beside("snapshots fail", "rotated every seven years", answer(ROTATION, "RotationPeriodInDays", "2560"))
			.beside("a role of the same name", "material that expires",
					answer(KEY, "KeyMetadata.Origin", "EXTERNAL", "KeyMetadata.ExpirationModel", "KEY_MATERIAL_EXPIRES",
							"KeyMetadata.ValidTo", "2026-11-27T00:00:00Z"),
					refusal(ROTATION, 400, "UnsupportedOperationException", "origin is EXTERNAL"))
			.beside("a proactive rule", "material to be imported",
					answer(KEY, "KeyMetadata.Origin", "EXTERNAL", "KeyMetadata.KeyState", "PendingImport",
							"KeyMetadata.Enabled", "false"),
					refusal(ROTATION, 400, "UnsupportedOperationException", "origin is EXTERNAL"))
			.beside("hourly", "a key that is gone", refusal(KEY, 400, "NotFoundException", "Key does not exist"))
			.beside("failed once", "enabled and disabled", answer(KEY, "KeyMetadata.KeyState", "Disabled"));
	}

	private static String equal(String name, String value) {
		return field(name, "Equals", value);
	}

	private static String field(String name, String operator, String... values) {
		return "{\"Field\": \"%s\", \"%s\": [\"%s\"]}".formatted(name, operator, String.join("\", \"", values));
	}

	private static Fault advanced(String... fieldSelectors) {
		return answer(SELECTORS, "EventSelectors", "[]", "AdvancedEventSelectors",
				"[{\"FieldSelectors\": [" + String.join("]}, {\"FieldSelectors\": [", fieldSelectors) + "]}]");
	}

	private static Fault basic(String selectors) {
		return answer(SELECTORS, "AdvancedEventSelectors", null, "EventSelectors", "[" + selectors + "]");
	}

	private static Fault finding(String members) {
		return in(VIRGINIA, answer("access-analyzer:ListFindings", "findings[+]", """
				{"id": "f-1", "resource": "arn:aws:s3:::open", "resourceType": "AWS::S3::Bucket",
				 "resourceOwnerAccount": "000000000001", "status": "ACTIVE", "createdAt": "2026-01-01T00:00:00Z",
				 "analyzedAt": "2026-11-19T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z", %s}""".formatted(members)));
	}

	private static Fault archiveRules(String... filters) {
		String[] changes = new String[2 * filters.length];
		for (int i = 0; i < filters.length; i++) {
			changes[2 * i] = "archiveRules[+]";
			changes[2 * i + 1] = """
					{"ruleName": "rule-%d", "filter": %s, "createdAt": "2026-01-01T00:00:00Z",
					 "updatedAt": "2026-01-01T00:00:00Z"}""".formatted(i, filters[i]);
		}
		return in(VIRGINIA, answer("access-analyzer:ListArchiveRules", changes));
	}

	private static Fault summary(String... pathsAndValues) {
		String[] changes = List.of("SummaryMap.AccountPasswordPresent", "1")
			.toArray(new String[2 + pathsAndValues.length]);
		System.arraycopy(pathsAndValues, 0, changes, 2, pathsAndValues.length);
		return answer(SUMMARY, changes);
	}

	/**
	 * The root user's row.
	 * @param secondKey whether it is active, when it was made, when it was last used
	 */
	private static String rootRow(String lastUsed, String mfa, String secondKey, String secondCertificate) {
		return "<root_account>,arn:aws:iam::111111111111:root,2020-01-01T00:00:00+00:00,not_supported," + lastUsed
				+ ",not_supported,not_supported," + mfa + ",false,N/A,N/A,N/A,N/A," + secondKey + ",N/A,N/A,false,N/A,"
				+ secondCertificate + ",N/A";
	}

	private static Fault report(String... rows) {
		return answer(REPORT, "GeneratedTime", MADE, "Content", base64("""
				user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,\
				password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,\
				access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,\
				access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,\
				access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,\
				cert_2_active,cert_2_last_rotated
				""" + String.join("\n", rows) + "\n"));
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
							in two halves           | mgmt_events_rw        | all       | COMPLIANT         | All management events
							in two halves           | global_service_events | all       | COMPLIANT         | are recorded
							in two basic halves     | mgmt_events_rw        | all       | COMPLIANT         | All management events
							in two basic halves     | s3_object_writes      | all       | COMPLIANT         | The writes of all S3 objects
							in two basic halves     | s3_object_reads       | elsewhere | NON_COMPLIANT     | the reads of S3 objects
							in two basic halves     | s3_object_reads       | home      | COMPLIANT         | asahina-organization
							in two basic halves     | data_events           | elsewhere | NON_COMPLIANT     | both all reads and all writes
							data alone              | enabled               | elsewhere | NON_COMPLIANT     | No trail that is logging
							data alone              | enabled               | home      | COMPLIANT         | asahina-organization
							data alone              | mgmt_events_rw        | elsewhere | NON_COMPLIANT     | No trail that is logging
							data alone              | global_service_events | all       | NON_COMPLIANT     | No trail that is logging
							data alone              | multi_region          | all       | NON_COMPLIANT     | No trail of all Regions
							data alone              | s3_object_reads       | all       | COMPLIANT         | of all S3 objects
							data alone              | s3_object_writes      | all       | COMPLIANT         | of all S3 objects
							data alone              | data_events           | elsewhere | COMPLIANT         | AWS::Lambda::Function, AWS::S3::Object
							all but KMS, and KMS    | mgmt_events_rw        | all       | COMPLIANT         | All management events
							writes but those of KMS | mgmt_events_rw        | elsewhere | NON_COMPLIANT     | kms.amazonaws.com
							writes but those of KMS | mgmt_events_rw        | home      | COMPLIANT         | asahina-organization
							writes but those of KMS | enabled               | all       | COMPLIANT         | trail/baseline
							writes but those of KMS | global_service_events | all       | COMPLIANT         | trail/baseline
							without IAM             | mgmt_events_rw        | elsewhere | NON_COMPLIANT     | iam.amazonaws.com, sts.amazonaws.com
							without IAM             | global_service_events | all       | NON_COMPLIANT     | Not all events of global services
							objects of another S3   | data_events           | elsewhere | COMPLIANT         | AWS::S3Express::Object
							objects of another S3   | s3_object_reads       | elsewhere | NON_COMPLIANT     | the reads of S3 objects
							objects of another S3   | s3_object_writes      | elsewhere | NON_COMPLIANT     | the writes of S3 objects
							objects of another S3   | mgmt_events_rw        | all       | COMPLIANT         | All management events
							all buckets but one     | s3_object_reads       | elsewhere | NON_COMPLIANT     | NotStartsWith arn:aws:s3:::logs/
							all buckets but one     | s3_object_writes      | elsewhere | NON_COMPLIANT     | NotStartsWith arn:aws:s3:::logs/
							all buckets but one     | data_events           | elsewhere | NON_COMPLIANT     | NotStartsWith arn:aws:s3:::logs/
							network activity alone  | enabled               | elsewhere | NON_COMPLIANT     | No trail that is logging
							network activity alone  | enabled               | home      | COMPLIANT         | asahina-organization
							network activity alone  | mgmt_events_rw        | elsewhere | NON_COMPLIANT     | No trail that is logging
							network activity alone  | data_events           | elsewhere | NON_COMPLIANT     | both all reads and all writes
							network activity alone  | s3_object_reads       | elsewhere | NON_COMPLIANT     | the reads of S3 objects
							of one Region           | enabled               | elsewhere | NON_COMPLIANT     | No trail that is logging
							of one Region           | enabled               | home      | COMPLIANT         | trail/baseline
							of one Region           | multi_region          | all       | NON_COMPLIANT     | No trail of all Regions
							of one Region           | global_service_events | all       | NON_COMPLIANT     | No trail that is logging
							begun just now          | delivery_ok           | all       | INSUFFICIENT_DATA | no delivery yet
							begun just now          | log_validation        | all       | INSUFFICIENT_DATA | no digest yet
							begun just now          | cloudwatch_logs       | all       | INSUFFICIENT_DATA | names no delivery to arn:aws:logs
							begun just now          | kms                   | all       | INSUFFICIENT_DATA | no delivery yet
							begun just now          | trail_logging         | all       | COMPLIANT         | is logging
							begun just now          | enabled               | all       | COMPLIANT         | trail/baseline
							key gone                | delivery_ok           | all       | NON_COMPLIANT     | KMS.DisabledException
							key gone                | log_validation        | all       | NON_COMPLIANT     | KMS.DisabledException
							key gone                | kms                   | all       | INSUFFICIENT_DATA | KMS.DisabledException
							key gone                | trail_logging         | all       | COMPLIANT         | is logging
							deleted under our hands | enabled               | elsewhere | NON_COMPLIANT     | No trail that is logging
							deleted under our hands | enabled               | home      | COMPLIANT         | asahina-organization
							reads alone             | global_service_events | all       | NON_COMPLIANT     | Only the reads
							all buckets by their prefix | s3_object_reads   | all       | COMPLIANT         | of all S3 objects
					all buckets by their prefix | s3_object_writes  | all       | COMPLIANT         | of all S3 objects
					all buckets by their prefix | data_events       | all       | COMPLIANT         | AWS::S3::Object
					one bucket and all      | s3_object_reads       | all       | COMPLIANT         | of all S3 objects
					one bucket and all      | s3_object_writes      | all       | COMPLIANT         | of all S3 objects
					one bucket and all      | data_events           | elsewhere | COMPLIANT         | AWS::DynamoDB::Table, AWS::S3::Object
					reads alone             | enabled               | all       | COMPLIANT         | trail/baseline
							""")
	void ofTrails(String state, String control, String where, String verdict, String words) {
		judged(state, "cloudtrail." + control, where, verdict, words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
							a canonical user                 | out_of_org           | INSUFFICIENT_DATA | Whether finding f-1 names an account outside
							a canonical user                 | public_access        | COMPLIANT         | No finding
							a canonical user                 | no_active_findings   | NON_COMPLIANT     | f-1
							everybody from an address        | out_of_org           | INSUFFICIENT_DATA | Whether finding f-1 names an account outside
							everybody from an address        | public_access        | COMPLIANT         | No finding
							everybody from an address        | no_active_findings   | NON_COMPLIANT     | f-1
							everybody of the organization    | out_of_org           | COMPLIANT         | No active finding names
							everybody of the organization    | public_access        | COMPLIANT         | No finding
							everybody of the organization    | no_active_findings   | NON_COMPLIANT     | f-1
							everybody of another organization | out_of_org          | NON_COMPLIANT     | f-1
							everybody, nothing said          | public_access        | INSUFFICIENT_DATA | does not say whether anybody can reach
							everybody, nothing said          | no_active_findings   | NON_COMPLIANT     | f-1
							a role of the organization       | out_of_org           | COMPLIANT         | No active finding names
							a role of the organization       | public_access        | COMPLIANT         | No finding
							a role of the organization       | no_active_findings   | NON_COMPLIANT     | f-1
							RCP not evaluated                | public_access        | NON_COMPLIANT     | unless a resource control policy forbids it
							RCP applied                      | public_access        | NON_COMPLIANT     | Anybody can reach it: finding f-1.
							internal access alone            | enabled_every_region | NON_COMPLIANT     | No active analyzer of external access
							internal access alone            | public_access        | INSUFFICIENT_DATA | No active analyzer of external access
							all resources but one            | archive_rules        | NON_COMPLIANT     | resource neq arn:aws:s3:::prod
							any resource                     | archive_rules        | NON_COMPLIANT     | resource exists
					any bucket                       | archive_rules        | NON_COMPLIANT     | resource contains
					all but what is not public       | archive_rules        | NON_COMPLIANT     | isPublic neq false
					a provider                       | archive_rules        | COMPLIANT         | hides no public access
					harmless archive rules           | archive_rules        | COMPLIANT         | hides no public access
							""")
	void ofAccess(String state, String control, String verdict, String words) {
		judged(state, "accessanalyzer." + control, VIRGINIA, verdict, words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					volumes excluded         | recorder_all_resource_types | all  | NON_COMPLIANT     | leaves out 1
					volumes excluded         | global_resource_types       | all  | COMPLIANT         | ap-northeast-1
					volumes excluded         | rule_compliance             | home | INSUFFICIENT_DATA | encrypted-volumes
					volumes excluded         | rule_compliance             | home | COMPLIANT         | ec2-imdsv2-check
					volumes excluded         | rule_compliance             | home | COMPLIANT         | iam-password-policy
					continuous twice         | recorder_continuous         | all  | COMPLIANT         | as they happen
					other words              | recorder_running            | all  | COMPLIANT         | without error
					other words              | recorder_all_regions        | all  | COMPLIANT         | is recording
					other words              | delivery_ok                 | all  | COMPLIANT         | succeeded
					other words              | delivery_configured         | all  | COMPLIANT         | config-
					another word for failure | recorder_running            | all  | NON_COMPLIANT     | InsufficientPermissions
					another word for failure | recorder_all_regions        | all  | NON_COMPLIANT     | InsufficientPermissions
					another word for failure | delivery_ok                 | all  | INSUFFICIENT_DATA | last failed
					snapshots fail           | delivery_ok                 | all  | NON_COMPLIANT     | NoSuchBucket
					a role of the same name  | recorder_role               | all  | NON_COMPLIANT     | role/AWSServiceRoleForConfig
					a proactive rule         | rule_compliance             | home | NOT_APPLICABLE    | ec2-imdsv2-check
					a proactive rule         | rule_compliance             | home | COMPLIANT         | rds-storage-encrypted
					hourly                   | rule_compliance             | home | INSUFFICIENT_DATA | iam-password-policy was last evaluated on 2026-11-19
					hourly                   | rule_compliance             | home | INSUFFICIENT_DATA | cloud-trail-enabled was last evaluated on 2026-11-19
					hourly                   | rule_compliance             | home | COMPLIANT         | vpc-flow-logs-enabled
					failed once              | rule_compliance             | all  | COMPLIANT         | complies with
					invocations fail         | rule_compliance             | all  | INSUFFICIENT_DATA | ResourceNotFoundException
					in good order            | aggregator_covers_all       | all  | NON_COMPLIANT     | takes in some resources only
					""")
	void ofConfig(String state, String control, String where, String verdict, String words) {
		if (control.equals("rule_compliance") && where.equals("home")) {
			String rule = words.split(" ", 2)[0];
			assertThat(said(state, "config.rule_compliance", where).filter((said) -> said.reason().contains(rule)))
				.singleElement()
				.satisfies((said) -> assertThat(said.verdict()).isEqualTo(verdict))
				.satisfies((said) -> assertThat(said.reason()).contains(words));
		}
		else {
			judged(state, "config." + control, where, verdict, words);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					a user called root        | mfa                  | NON_COMPLIANT     | no second factor
					a user called root        | mfa.hardware         | NON_COMPLIANT     | no second factor
					an inactive key           | access_keys          | NON_COMPLIANT     | has an access key
					an inactive key           | recent_use           | NON_COMPLIANT     | 2026-11-17
					an inactive key           | credentials_removed  | NON_COMPLIANT     | an access key
					a report of other columns | recent_use           | COMPLIANT         | no use of the root user
					a report of other columns | access_keys          | COMPLIANT         | no access keys
					a report of other columns | mfa                  | NOT_APPLICABLE    | no credentials
					a second certificate      | signing_certificates | INSUFFICIENT_DATA | by the credential report of 2026-11-19
					a second certificate      | credentials_removed  | INSUFFICIENT_DATA | by the account summary
					a second certificate      | mfa                  | INSUFFICIENT_DATA | a signing certificate by the credential report
					times with an offset      | recent_use           | NON_COMPLIANT     | 2026-11-01
					removed since the report  | mfa                  | INSUFFICIENT_DATA | an access key by the credential report
					removed since the report  | mfa.hardware         | INSUFFICIENT_DATA | an access key by the credential report
					removed since the report  | access_keys          | INSUFFICIENT_DATA | none by the account summary
					""")
	void ofRootUsers(String state, String control, String verdict, String words) {
		judged(state, "root." + control, "all", verdict, words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			replicas to be deleted    | key_kept     | NON_COMPLIANT  | delet
			replicas to be deleted    | key_enabled  | NON_COMPLIANT  | key
			key store disconnected    | key_enabled  | NON_COMPLIANT  | key
			key store disconnected    | key_kept     | COMPLIANT      | key
			imported material         | key_rotation | NOT_APPLICABLE | key
			imported material         | key_enabled  | COMPLIANT      | key
			rotated every seven years | key_rotation | NON_COMPLIANT  | 2560
			material that expires     | key_kept     | NON_COMPLIANT  | 2026-11-27
			material to be imported   | key_enabled  | NON_COMPLIANT  | key
			a key that is gone        | key_enabled  | NON_COMPLIANT  | key
			a key that is gone        | key_kept     | NON_COMPLIANT  | key
			enabled and disabled      | key_enabled  | NON_COMPLIANT  | key
			""")
	void ofKeys(String state, String control, String verdict, String words) {
		judged(state, "cloudtrail." + control, "all", verdict, words);
	}

	@Test
	void areNoGaps() throws SQLException {
		assertThat(night.rows("SELECT account_id, source, error_message FROM {coverage} WHERE gap")).isEmpty();
	}

	private static void judged(String state, String control, String where, String verdict, String words) {
		assertThat(said(state, control, where)).isNotEmpty()
			.allSatisfy((said) -> assertThat(said.verdict()).isEqualTo(verdict))
			.allSatisfy((said) -> assertThat(said.reason()).contains(words));
	}

	/**
	 * What a control says of a state's account, of the Regions that a word stands for.
	 */
	private static Stream<Said> said(String state, String control, String where) {
		return findings.stream()
			.filter((said) -> said.account().equals(night.id(state)) && said.control().equals(control))
			.filter((said) -> switch (where) {
				case "all" -> true;
				case "home" -> said.region().equals(HOME);
				case "elsewhere" -> !said.region().equals(HOME);
				default -> said.region().equals(where);
			});
	}

	/** A finding. */
	private record Said(String control, String account, String region, String verdict, String reason) {

		static Said of(String row) {
			String[] cells = row.split("\\|", 5);
			return new Said(cells[0], cells[1], cells[2], cells[3], cells[4]);
		}

	}

}
