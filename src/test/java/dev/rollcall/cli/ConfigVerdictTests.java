package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.rollcall.cli.States.answer;
import static dev.rollcall.cli.States.in;
import static dev.rollcall.cli.States.refusal;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What AWS Config says of an account, through a whole night: K3, a narrowing field that
 * is dropped; K4, evidence that is too old or that nothing feeds any longer; K6, a thing
 * that vanished takes what stands around it; K10, a needless unknown. Rules are judged by
 * home Region, where the company has seven, four of them triggered by changes.
 */
class ConfigVerdictTests {

	private static final String RECORDERS = "config:DescribeConfigurationRecorders";

	private static final String RECORDER_STATUS = "config:DescribeConfigurationRecorderStatus";

	private static final String CHANNEL_STATUS = "config:DescribeDeliveryChannelStatus";

	private static final String RULE_STATUS = "config:DescribeConfigRuleEvaluationStatus";

	private static final String COMPLIANCE = "config:DescribeComplianceByConfigRule";

	private static final String GROUP = "ConfigurationRecorders[*].recordingGroup.";

	private static final String HISTORY = "DeliveryChannelsStatus[*].configHistoryDeliveryInfo.";

	private static final String IAM = """
			["AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::User"]""";

	private static final String LONG_AGO = "2024-11-20T00:00:00Z";

	private static final String DAYS_AGO = "2026-11-16T00:00:00Z";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		night = untold(narrowed(VerdictNight.in(out)))
			.account("pending for a year",
					answer(RECORDER_STATUS, "ConfigurationRecordersStatus[*].lastStatus", "PENDING",
							"ConfigurationRecordersStatus[*].lastStatusChangeTime", LONG_AGO))
			.account("stopped", answer(RECORDER_STATUS, "ConfigurationRecordersStatus[*].recording", "false"))
			.account("failing",
					answer(RECORDER_STATUS, "ConfigurationRecordersStatus[*].lastStatus", "FAILURE",
							"ConfigurationRecordersStatus[*].lastErrorCode", "AccessDenied"))
			.account("bucket gone",
					answer(CHANNEL_STATUS, HISTORY + "lastStatus", "FAILURE", HISTORY + "lastErrorCode", "NoSuchBucket",
							HISTORY + "lastAttemptTime", DAYS_AGO))
			.account("stream failing",
					answer(CHANNEL_STATUS, "DeliveryChannelsStatus[*].configStreamDeliveryInfo.lastStatus", "FAILURE"))
			.account("quiet", answer(CHANNEL_STATUS, HISTORY + "lastSuccessfulTime", LONG_AGO),
					answer(RECORDER_STATUS, "ConfigurationRecordersStatus[*].lastStatusChangeTime", LONG_AGO))
			.account("not delivered for two years", answer(CHANNEL_STATUS, HISTORY + "lastSuccessfulTime", LONG_AGO),
					answer(RECORDER_STATUS, "ConfigurationRecordersStatus[*].lastStatusChangeTime", DAYS_AGO))
			.account("not evaluated for days",
					answer(RULE_STATUS, "ConfigRulesEvaluationStatus[*].LastSuccessfulEvaluationTime", DAYS_AGO))
			.account("evaluation fails",
					answer(RULE_STATUS, "ConfigRulesEvaluationStatus[*].LastFailedEvaluationTime",
							"2026-11-20T00:00:00Z", "ConfigRulesEvaluationStatus[*].LastErrorCode", "NoSuchRole"))
			.account("nothing in scope",
					answer(COMPLIANCE, "ComplianceByConfigRules[*].Compliance.ComplianceType", "INSUFFICIENT_DATA"))
			.account("never evaluated",
					answer(COMPLIANCE, "ComplianceByConfigRules[*].Compliance.ComplianceType", "INSUFFICIENT_DATA"),
					answer(RULE_STATUS, "ConfigRulesEvaluationStatus[*].LastSuccessfulEvaluationTime", null))
			.account("no rules", answer("config:DescribeConfigRules", "ConfigRules[*]", null))
			.account("packs",
					answer("config:DescribeConformancePacks", "ConformancePackDetails[+]", pack("good"),
							"ConformancePackDetails[+]", pack("failed")),
					answer("config:DescribeConformancePackStatus", "ConformancePackStatusDetails[+]",
							packStatus("good", "CREATE_COMPLETE"), "ConformancePackStatusDetails[+]",
							packStatus("failed", "CREATE_FAILED")),
					refusal("config:DescribeConformancePackCompliance", 400, "NoSuchConformancePackException", "gone"))
			.account("rule status denied", States.denial(RULE_STATUS))
			.run();
	}

	/** By Region what feeds rules and deliveries; by rule what is said of it. */
	private static VerdictNight.Stated untold(VerdictNight.Stated stated) {
		return stated.account("untold",
				in("ap-northeast-1",
						answer(RECORDER_STATUS, "ConfigurationRecordersStatus[*].lastStatus", "PENDING",
								"ConfigurationRecordersStatus[*].lastStatusChangeTime", null)),
				in("ap-northeast-3", answer(CHANNEL_STATUS, HISTORY + "lastSuccessfulTime", LONG_AGO)),
				in("us-east-1", answer(CHANNEL_STATUS, HISTORY + "lastSuccessfulTime", null)),
				answer("config:DescribeConfigRules", "ConfigRules[ConfigRuleName=encrypted-volumes].EvaluationModes",
						"[{\"Mode\": \"PROACTIVE\"}]"),
				answer(COMPLIANCE,
						"ComplianceByConfigRules[ConfigRuleName=iam-password-policy].Compliance.ComplianceType", null));
	}

	private static VerdictNight.Stated narrowed(VerdictNight.Stated stated) {
		return stated.account("in good order")
			.account("IAM nowhere", answer(RECORDERS, GROUP + "includeGlobalResourceTypes", "false"))
			.account("IAM in one Region",
					in("ap-northeast-3", answer(RECORDERS, GROUP + "includeGlobalResourceTypes", "false")),
					in("us-east-1",
							answer(RECORDERS, GROUP + "allSupported", "false", GROUP + "includeGlobalResourceTypes",
									"false", GROUP + "recordingStrategy.useOnly", "EXCLUSION_BY_RESOURCE_TYPES",
									GROUP + "exclusionByResourceTypes.resourceTypes", IAM)))
			.account("some of IAM",
					answer(RECORDERS, GROUP + "allSupported", "false", GROUP + "recordingStrategy.useOnly",
							"INCLUSION_BY_RESOURCE_TYPES", GROUP + "resourceTypes",
							"[\"AWS::IAM::Role\", \"AWS::IAM::User\"]"))
			.account("contradictory",
					answer(RECORDERS, GROUP + "recordingStrategy.useOnly", "INCLUSION_BY_RESOURCE_TYPES"))
			.account("daily", answer(RECORDERS, "ConfigurationRecorders[*].recordingMode.recordingFrequency", "DAILY"))
			.account("partly daily",
					answer(RECORDERS, "ConfigurationRecorders[*].recordingMode.recordingModeOverrides[+]", """
							{"resourceTypes": ["AWS::EC2::Volume"], "recordingFrequency": "DAILY"}"""))
			.account("a service's alone",
					answer(RECORDERS, "ConfigurationRecorders[*].recordingScope", "INTERNAL",
							"ConfigurationRecorders[*].servicePrincipal", "observabilityadmin.amazonaws.com"))
			.account("a service's beside it", answer(RECORDERS, "ConfigurationRecorders[+]", """
					{"name": "AWSConfigurationRecorderForX", "recordingScope": "INTERNAL",
					 "servicePrincipal": "x.amazonaws.com", "roleARN": "arn:aws:iam::1:role/x"}"""))
			.account("a role of its own",
					answer(RECORDERS, "ConfigurationRecorders[*].roleARN", "arn:aws:iam::111111111111:role/config"));
	}

	private static String pack(String name) {
		return """
				{"ConformancePackName": "%s", "ConformancePackArn": "arn:pack/%s", "ConformancePackId": "%s"}"""
			.formatted(name, name, name);
	}

	private static String packStatus(String name, String state) {
		return """
				{"ConformancePackName": "%s", "ConformancePackState": "%s"}""".formatted(name, state);
	}

	@Test
	void k3IamIsAQuestionAboutTheAccountOnce() throws SQLException {
		assertThat(global("IAM nowhere")).containsExactly("global NON_COMPLIANT IAM is recorded in no Region.");
		assertThat(global("IAM in one Region")).containsExactly(
				"global COMPLIANT IAM's users, groups, roles and policies are recorded in ap-northeast-1.");
		assertThat(global("some of IAM")).containsExactly("global NON_COMPLIANT IAM is recorded in no Region.");
		assertThat(global("contradictory")).containsExactly(
				"global INSUFFICIENT_DATA AWS Config does not say whether the recorder of ap-northeast-1 records IAM.");
		assertThat(types("IAM nowhere")).containsExactly("COMPLIANT");
		assertThat(types("IAM in one Region")).containsExactly("COMPLIANT");
		assertThat(types("some of IAM")).containsExactly("NON_COMPLIANT");
		assertThat(types("contradictory")).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void k3OneStateADayIsNotContinuous() throws SQLException {
		assertThat(night.verdicts("config.recorder_continuous", "daily")).containsExactly("NON_COMPLIANT");
		assertThat(night.verdicts("config.recorder_continuous", "partly daily")).containsExactly("NON_COMPLIANT");
		assertThat(night.verdicts("config.recorder_continuous", "in good order")).containsExactly("COMPLIANT");
	}

	@Test
	void k3TheRecorderOfAServiceIsNotTheAccounts() throws SQLException {
		assertThat(night.verdicts("config.recorder_all_regions", "a service's alone")).containsExactly("NON_COMPLIANT");
		assertThat(night.verdicts("config.recorder_running", "a service's alone")).containsExactly("NOT_APPLICABLE");
		assertThat(global("a service's alone")).containsExactly("global NON_COMPLIANT IAM is recorded in no Region.");
		for (String control : List.of("config.recorder_all_regions", "config.recorder_running", "config.recorder_role",
				"config.recorder_continuous", "config.recorder_all_resource_types")) {
			assertThat(night.verdicts(control, "a service's beside it")).as(control).containsExactly("COMPLIANT");
		}
		assertThat(night.verdicts("config.recorder_role", "a role of its own")).containsExactly("NON_COMPLIANT");
	}

	@Test
	void k4ARecorderThatDoesNotRecordFeedsNothing() throws SQLException {
		for (String name : List.of("pending for a year", "failing", "stopped", "a service's alone")) {
			assertThat(night.verdicts("config.recorder_all_regions", name)).as(name).doesNotContain("COMPLIANT");
			assertThat(night.verdicts("config.recorder_running", name)).as(name).doesNotContain("COMPLIANT");
			assertThat(night.verdicts("config.delivery_ok", name)).as(name).doesNotContain("COMPLIANT");
			assertThat(global(name)).as(name).noneMatch((line) -> line.startsWith("global COMPLIANT"));
			assertThat(rules(name, "ec2-imdsv2-check")).as(name).containsExactly("INSUFFICIENT_DATA");
			assertThat(rules(name, "iam-password-policy")).as(name).containsExactly("COMPLIANT");
		}
		assertThat(night.findings("config.recorder_running", "pending for a year")).first()
			.isEqualTo("ap-northeast-1 INSUFFICIENT_DATA The configuration recorder default has been pending since"
					+ " 2024-11-20.");
	}

	@Test
	void k4ADeliveryThatFailsIsNone() throws SQLException {
		assertThat(night.findings("config.delivery_ok", "bucket gone")).first()
			.isEqualTo("ap-northeast-1 NON_COMPLIANT The latest delivery failed on 2026-11-16: NoSuchBucket.");
		assertThat(night.verdicts("config.delivery_configured", "bucket gone")).containsExactly("NON_COMPLIANT");
		assertThat(night.verdicts("config.delivery_ok", "stream failing")).containsExactly("NON_COMPLIANT");
	}

	@Test
	void k4AQuietRegionIsNoFailure() throws SQLException {
		assertThat(night.findings("config.delivery_ok", "quiet")).first()
			.isEqualTo("ap-northeast-1 COMPLIANT The latest delivery succeeded on 2024-11-20.");
		assertThat(night.findings("config.delivery_ok", "not delivered for two years")).first()
			.isEqualTo("ap-northeast-1 INSUFFICIENT_DATA What was recorded on 2026-11-16 is not known to be delivered:"
					+ " the latest delivery was on 2024-11-20.");
	}

	@Test
	void k4WhatHasNoDateIsNotOfToday() throws SQLException {
		List<String> deliveries = night.findings("config.delivery_ok", "untold");
		assertThat(deliveries).hasSize(3).allMatch((line) -> line.contains(" INSUFFICIENT_DATA "));
		assertThat(deliveries.get(0)).endsWith("is not known to be fed: the configuration recorder is pending.");
		assertThat(deliveries.get(1)).endsWith("not known to be delivered: the latest delivery was on 2024-11-20.");
		assertThat(deliveries.get(2)).endsWith("AWS Config names no delivery yet.");
		assertThat(rules("untold", "ec2-imdsv2-check")).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void k4WhatNobodyRecordsFeedsNoRule() throws SQLException {
		assertThat(rules("some of IAM", "ec2-imdsv2-check")).containsExactly("INSUFFICIENT_DATA");
		assertThat(rules("IAM in one Region", "ec2-imdsv2-check")).containsExactly("COMPLIANT");
	}

	@Test
	void k3WhatIsSaidOfARuleIsRead() throws SQLException {
		assertThat(rules("untold", "encrypted-volumes")).containsExactly("NOT_APPLICABLE");
		assertThat(rules("untold", "iam-password-policy")).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void k4ARuleIsAsOldAsItsEvaluation() throws SQLException {
		assertThat(rules("not evaluated for days", "iam-password-policy")).containsExactly("INSUFFICIENT_DATA");
		assertThat(rules("not evaluated for days", "ec2-imdsv2-check")).containsExactly("COMPLIANT");
		assertThat(night.verdicts("config.rule_compliance", "evaluation fails")).containsExactly("INSUFFICIENT_DATA");
		assertThat(night.findings("config.rule_compliance", "evaluation fails"))
			.contains("ap-northeast-1 INSUFFICIENT_DATA The evaluation of ec2-imdsv2-check last failed on 2026-11-20:"
					+ " NoSuchRole.");
		assertThat(night.findings("config.rule_compliance", "rule status denied"))
			.allMatch((line) -> line.contains("INSUFFICIENT_DATA") && line.contains(RULE_STATUS));
	}

	@Test
	void k6APackThatVanishedIsNotThere() throws SQLException {
		assertThat(night.rows("SELECT DISTINCT status FROM {coverage} WHERE source = 'config-conformance-packs'"
				+ " AND account_id = '" + night.id("packs") + "'"))
			.containsExactly("READ");
		assertThat(night.verdicts("config.conformance_pack", "packs")).containsExactly("NOT_APPLICABLE");
	}

	@Test
	void k10ARuleWithNothingInScopeDoesNotApply() throws SQLException {
		assertThat(night.verdicts("config.rule_compliance", "nothing in scope")).containsExactly("NOT_APPLICABLE");
		assertThat(night.verdicts("config.rule_compliance", "never evaluated")).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void k10AnAccountWithoutRulesIsSaidToHaveNone() throws SQLException {
		assertThat(night.verdicts("config.rule_compliance", "no rules")).containsExactly("NOT_APPLICABLE");
		assertThat(night.findings("config.rules_exist", "no rules"))
			.containsExactly("global NON_COMPLIANT No Region has an AWS Config rule.");
	}

	@Test
	void leavesTheOthersInGoodOrder() throws SQLException {
		assertThat(night.rows("SELECT control_id, region, reason FROM {finding} WHERE control_id LIKE 'config.%' AND"
				+ " account_id = '" + night.id("in good order")
				+ "' AND verdict IN ('NON_COMPLIANT', 'INSUFFICIENT_DATA')"))
			.isEmpty();
	}

	private static List<String> global(String name) throws SQLException {
		return night.findings("config.global_resource_types", name);
	}

	private static List<String> types(String name) throws SQLException {
		return night.verdicts("config.recorder_all_resource_types", name);
	}

	/** The verdicts of a rule in the home Region. */
	private static List<String> rules(String name, String rule) throws SQLException {
		return night.rows("""
				SELECT f.verdict FROM {finding} f
				JOIN {config_rule_compliance} r ON r.account_id = f.account_id AND r.rule_arn = f.resource_id
				WHERE f.control_id = 'config.rule_compliance' AND f.account_id = '%s' AND r.rule_name = '%s'
				  AND f.region = 'ap-northeast-1'""".formatted(night.id(name), rule));
	}

}
