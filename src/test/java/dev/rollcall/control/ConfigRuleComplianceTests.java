package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code config.rule_compliance}. */
class ConfigRuleComplianceTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String RULE = "arn:aws:config:eu-west-1:111111111111:config-rule/";

	@RegisterExtension
	final TestNight night = new TestNight();

	private boolean asked;

	ConfigRuleComplianceTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void givesOneFindingARule() {
		rule("root-mfa", Map.of("compliance", "COMPLIANT")).evaluated("root-mfa", "2026-11-22T01:00:00Z");
		rule("s3-public", Map.of("compliance", "NOT_APPLICABLE")).evaluated("s3-public", "2026-11-22T01:00:00Z");
		assertThat(judge()).containsExactly(
				new Judgement(ACCOUNT, REGION, RULE + "root-mfa", "COMPLIANT",
						"Every resource complies with root-mfa, last evaluated on 2026-11-22."),
				new Judgement(ACCOUNT, REGION, RULE + "s3-public", "NOT_APPLICABLE",
						"s3-public was evaluated on 2026-11-22 and applies to no resource."));
	}

	@Test
	void doesNotKnowWhetherARuleStillAppliesToNothing() {
		rule("a", Map.of("compliance", "NOT_APPLICABLE"));
		rule("b", Map.of("compliance", "NOT_APPLICABLE")).evaluated("b", "2024-11-22T01:00:00Z");
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(tuple("INSUFFICIENT_DATA", "AWS Config names no successful evaluation of a."), tuple(
					"INSUFFICIENT_DATA", "b was last evaluated on 2024-11-22, longer ago than 2 of its periods."));
	}

	@Test
	void doesNotApplyRuleThatJudgesWhatIsToBeDeployed() {
		rule("a", Map.of("evaluation_modes", List.of("PROACTIVE")));
		rule("b", Map.of("compliance", "COMPLIANT", "evaluation_modes", List.of("DETECTIVE", "PROACTIVE")))
			.evaluated("b", "2026-11-22T01:00:00Z");
		rule("c", Map.of("compliance", "NON_COMPLIANT", "evaluation_modes", List.of("PROACTIVE")));
		rule("d", Map.of("compliance", "COMPLIANT", "evaluation_modes", List.of("LATER")));
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(tuple("NOT_APPLICABLE", "Rule a judges resources before they are deployed only."),
					tuple("COMPLIANT", "Every resource complies with b, last evaluated on 2026-11-22."),
					tuple("NON_COMPLIANT", "c is broken by an unknown number of resources."),
					tuple("INSUFFICIENT_DATA", "AWS Config names no successful evaluation of d."));
	}

	@Test
	void countsTheResourcesThatBreakARule() {
		rule("s3-public", Map.of("compliance", "NON_COMPLIANT", "non_compliant_resources", 3, "count_capped", false))
			.evaluated("s3-public", "2024-11-22T01:00:00Z");
		assertThat(judge()).containsExactly(new Judgement(ACCOUNT, REGION, RULE + "s3-public", "NON_COMPLIANT",
				"s3-public is broken by 3 resources, last evaluated on 2024-11-22."));
	}

	@Test
	void saysWhereConfigStoppedCounting() {
		rule("s3-public", Map.of("compliance", "NON_COMPLIANT", "non_compliant_resources", 25, "count_capped", true));
		assertThat(judge()).containsExactly(new Judgement(ACCOUNT, REGION, RULE + "s3-public", "NON_COMPLIANT",
				"s3-public is broken by more than 25 resources."));
	}

	@Test
	void judgesBrokenRuleNonCompliantWhereConfigDidNotCount() {
		rule("s3-public", Map.of("compliance", "NON_COMPLIANT"));
		assertThat(judge()).containsExactly(new Judgement(ACCOUNT, REGION, RULE + "s3-public", "NON_COMPLIANT",
				"s3-public is broken by an unknown number of resources."));
	}

	@Test
	void takesRuleThatWasEvaluatedWithoutResultForOneThatAppliesToNothing() {
		rule("s3-public", Map.of("compliance", "INSUFFICIENT_DATA")).evaluated("s3-public", "2026-11-22T01:00:00Z");
		assertThat(judge()).containsExactly(new Judgement(ACCOUNT, REGION, RULE + "s3-public", "NOT_APPLICABLE",
				"s3-public was evaluated on 2026-11-22 and applies to no resource."));
	}

	@Test
	void doesNotKnowRuleThatWasNeverEvaluated() {
		rule("s3-public", Map.of("compliance", "INSUFFICIENT_DATA"))
			.status(Map.of("rule_name", "s3-public", "first_evaluation_started", true));
		rule("root-mfa", Map.of("compliance", "COMPLIANT"));
		assertThat(judge()).containsExactly(
				new Judgement(ACCOUNT, REGION, RULE + "root-mfa", "INSUFFICIENT_DATA",
						"AWS Config names no successful evaluation of root-mfa."),
				new Judgement(ACCOUNT, REGION, RULE + "s3-public", "INSUFFICIENT_DATA",
						"AWS Config names no successful evaluation of s3-public."));
	}

	@Test
	void doesNotKnowResultThatIsNew() {
		rule("s3-public", Map.of("compliance", "PARTLY")).evaluated("s3-public", "2026-11-22T01:00:00Z");
		rule("untold", Map.of()).evaluated("untold", "2026-11-22T01:00:00Z");
		assertThat(judge()).containsExactly(
				new Judgement(ACCOUNT, REGION, RULE + "s3-public", "INSUFFICIENT_DATA", "s3-public has no result."),
				new Judgement(ACCOUNT, REGION, RULE + "untold", "INSUFFICIENT_DATA", "untold has no result."));
	}

	@Test
	void doesNotKnowWhatALaterFailureLeft() {
		rule("a", Map.of("compliance", "COMPLIANT")).status(Map.of("rule_name", "a", "last_evaluated_at",
				"2026-11-22T01:00:00Z", "last_evaluation_failed_at", "2026-11-22T01:00:00Z",
				"last_invocation_failed_at", "2026-11-01T00:00:00Z", "last_error_code", "NoSuchRole"));
		rule("b", Map.of("compliance", "COMPLIANT"))
			.status(Map.of("rule_name", "b", "last_evaluated_at", "2026-11-21T01:00:00Z", "last_evaluation_failed_at",
					"2026-11-01T00:00:00Z", "last_invocation_failed_at", "2026-11-22T00:00:00Z"));
		rule("c", Map.of("compliance", "INSUFFICIENT_DATA"))
			.status(Map.of("rule_name", "c", "last_invocation_failed_at", "2026-11-20T00:00:00Z"));
		rule("d", Map.of("compliance", "COMPLIANT")).status(Map.of("rule_name", "d", "last_evaluated_at",
				"2026-11-22T01:00:00Z", "last_evaluation_failed_at", "2026-11-22T00:59:59Z"));
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(tuple("INSUFFICIENT_DATA", "The evaluation of a last failed on 2026-11-22: NoSuchRole."),
					tuple("INSUFFICIENT_DATA", "The evaluation of b last failed on 2026-11-22: no error code."),
					tuple("INSUFFICIENT_DATA", "The evaluation of c last failed on 2026-11-20: no error code."),
					tuple("COMPLIANT", "Every resource complies with d, last evaluated on 2026-11-22."));
	}

	@Test
	void doesNotKnowPeriodicRuleThatWasNotEvaluatedForTwoPeriods() {
		rule("a", Map.of("compliance", "COMPLIANT", "period_hours", 3)).evaluated("a", "2026-11-22T19:00:00Z");
		rule("b", Map.of("compliance", "COMPLIANT", "period_hours", 3)).evaluated("b", "2026-11-22T18:59:59Z");
		rule("c", Map.of("compliance", "COMPLIANT")).evaluated("c", "2026-11-21T01:00:00Z");
		rule("d", Map.of("compliance", "INSUFFICIENT_DATA")).evaluated("d", "2026-11-21T00:59:59Z");
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(tuple("COMPLIANT", "Every resource complies with a, last evaluated on 2026-11-22."),
					tuple("INSUFFICIENT_DATA", "b was last evaluated on 2026-11-22, longer ago than 2 of its periods."),
					tuple("COMPLIANT", "Every resource complies with c, last evaluated on 2026-11-21."),
					tuple("INSUFFICIENT_DATA",
							"d was last evaluated on 2026-11-21, longer ago than 2 of its periods."));
	}

	@Test
	void restsOnTheRecorderWhereChangesTriggerARule() {
		Map<String, ?> byChanges = Map.of("compliance", "COMPLIANT", "change_triggered", true);
		rule("a", byChanges).evaluated("a", "2024-01-22T01:00:00Z");
		recorder(true, "SUCCESS", "2024-01-22T01:00:00Z");
		assertThat(judge()).containsExactly(new Judgement(ACCOUNT, REGION, RULE + "a", "COMPLIANT",
				"Every resource complies with a, last evaluated on 2024-01-22."));
	}

	@Test
	void doesNotKnowWhatIsFedByChangesOfTypesThatAreNotRecorded() {
		narrowed("a", "COMPLIANT", "AWS::S3::Bucket");
		narrowed("b", "COMPLIANT", "AWS::RDS::DBInstance", "AWS::S3::Bucket", "AWS::EC2::Volume");
		narrowed("c", "INSUFFICIENT_DATA", "AWS::EC2::Volume");
		narrowed("d", "NOT_APPLICABLE", "AWS::EC2::Volume");
		narrowed("e", "NON_COMPLIANT", "AWS::EC2::Volume");
		rule("f", Map.of("compliance", "COMPLIANT", "change_triggered", true)).evaluated("f", "2026-11-22T01:00:00Z");
		narrowed("g", "NOT_APPLICABLE", "AWS::S3::Bucket");
		recorder(Map.of("last_status", "PENDING", "last_status_changed_at", "2026-11-22T01:00:00Z",
				"recording_strategy", "INCLUSION_BY_RESOURCE_TYPES", "resource_types", List.of("AWS::S3::Bucket")));
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(tuple("COMPLIANT", "Every resource complies with a, last evaluated on 2026-11-22."),
					tuple("INSUFFICIENT_DATA",
							"b is fed by changes of AWS::EC2::Volume, AWS::RDS::DBInstance, which no recorder here is"
									+ " known to record."),
					tuple("INSUFFICIENT_DATA",
							"c is fed by changes of AWS::EC2::Volume, which no recorder here is known to record."),
					tuple("INSUFFICIENT_DATA",
							"d is fed by changes of AWS::EC2::Volume, which no recorder here is known to record."),
					tuple("NON_COMPLIANT",
							"e is broken by an unknown number of resources, last evaluated on 2026-11-22."),
					tuple("COMPLIANT", "Every resource complies with f, last evaluated on 2026-11-22."),
					tuple("NOT_APPLICABLE", "g was evaluated on 2026-11-22 and applies to no resource."));
	}

	@Test
	void doesNotKnowWhatIsFedByTypesThatAreLeftOut() {
		narrowed("a", "COMPLIANT", "AWS::S3::Bucket", "AWS::IAM::Role");
		narrowed("b", "COMPLIANT", "AWS::EC2::Volume");
		recorder(Map.of("recording_strategy", "EXCLUSION_BY_RESOURCE_TYPES", "excluded_resource_types",
				List.of("AWS::EC2::Volume")));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT", "INSUFFICIENT_DATA");
	}

	@Test
	void leavesIamToAnotherRegionWhereNothingOfItIsFound() {
		narrowed("a", "COMPLIANT", "AWS::EC2::Volume");
		narrowed("b", "COMPLIANT", "AWS::IAM::Role");
		narrowed("c", "INSUFFICIENT_DATA", "AWS::IAM::Role");
		narrowed("d", "NOT_APPLICABLE", "AWS::IAM::User");
		recorder(Map.of("recording_strategy", "ALL_SUPPORTED_RESOURCE_TYPES", "include_global_resource_types", false));
		assertThat(judge()).extracting(Judgement::verdict)
			.containsExactly("COMPLIANT", "INSUFFICIENT_DATA", "NOT_APPLICABLE", "NOT_APPLICABLE");
	}

	@Test
	void countsOnTheAccountsOwnRecordersOfTheRegionAlone() {
		narrowed("a", "COMPLIANT", "AWS::EC2::Volume");
		recorder(Map.of("recording_strategy", "INCLUSION_BY_RESOURCE_TYPES"));
		recorder(Map.of("name", "stopped", "recording", false, "all_supported", true));
		recorder(Map.of("name", "service", "all_supported", true, "service_principal", "x.amazonaws.com"));
		this.night.row("config_recorder", ACCOUNT, "us-east-1",
				Map.of("name", "default", "recording", true, "last_status", "SUCCESS", "all_supported", true));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void countsOnAnyOfTheAccountsOwnRecorders() {
		narrowed("a", "COMPLIANT", "AWS::EC2::Volume", "AWS::S3::Bucket");
		recorder(Map.of("recording_strategy", "INCLUSION_BY_RESOURCE_TYPES", "resource_types",
				List.of("AWS::S3::Bucket")));
		recorder(Map.of("name", "other", "recording_strategy", "INCLUSION_BY_RESOURCE_TYPES", "resource_types",
				List.of("AWS::EC2::Volume")));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void doesNotCountOnARecorderThatDoesNotSaySinceWhenItIsPending() {
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true)).evaluated("a", "2026-11-22T01:00:00Z");
		recorder(Map.of("last_status", "PENDING"));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void doesNotCountOnARecorderThatNobodyAskedFor() {
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true)).evaluated("a", "2026-11-22T01:00:00Z");
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void doesNotKnowWhatAStoppedRecorderLeft() {
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true)).evaluated("a", "2026-11-22T01:00:00Z");
		rule("b", Map.of("compliance", "COMPLIANT", "period_hours", 24)).evaluated("b", "2026-11-22T01:00:00Z");
		rule("c", Map.of("compliance", "COMPLIANT", "change_triggered", true, "period_hours", 24)).evaluated("c",
				"2026-11-22T01:00:00Z");
		recorder(false, "SUCCESS", "2026-11-22T01:00:00Z");
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(
					tuple("INSUFFICIENT_DATA",
							"a was last evaluated on 2026-11-22, and no recorder is known to have fed it since."),
					tuple("COMPLIANT", "Every resource complies with b, last evaluated on 2026-11-22."),
					tuple("INSUFFICIENT_DATA",
							"c was last evaluated on 2026-11-22, and no recorder is known to have fed it since."));
	}

	@Test
	void doesNotKnowWhatFedARuleWithoutRecorder() {
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true)).evaluated("a", "2026-11-22T01:00:00Z");
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.NOT_ENABLED);
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void countsOnARecorderThatIsPendingForADay() {
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true)).evaluated("a", "2026-11-22T01:00:00Z");
		recorder(true, "PENDING", "2026-11-22T01:00:00Z");
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void doesNotCountOnARecorderThatHasBeenPendingForLong() {
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true)).evaluated("a", "2026-11-22T01:00:00Z");
		recorder(true, "PENDING", "2026-11-22T00:59:59Z");
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void doesNotKnowWhatFeedsARuleWhereNobodyCouldLook() {
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true)).evaluated("a", "2026-11-22T01:00:00Z");
		this.night.denied(ACCOUNT, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		assertThat(judge()).containsExactly(new Judgement(ACCOUNT, REGION, RULE + "a", "INSUFFICIENT_DATA",
				"Whether a recorder feeds a could not be read: config:DescribeConfigurationRecorders was denied"
						+ " (AccessDenied); the permission config:DescribeConfigurationRecorders is missing."));
	}

	@Test
	void doesNotKnowWhenARuleWasEvaluatedWhereNobodyCouldLook() {
		this.night.read(ACCOUNT, "config-rules", "us-east-1")
			.denied(ACCOUNT, "config-rule-status", "us-east-1", "config:DescribeConfigRuleEvaluationStatus")
			.row("config_rule_compliance", ACCOUNT, "us-east-1",
					Map.of("rule_name", "a", "rule_arn", RULE + "a", "compliance", "COMPLIANT"));
		assertThat(judge()).containsExactly(new Judgement(ACCOUNT, "us-east-1", RULE + "a", "INSUFFICIENT_DATA",
				"When a was evaluated could not be read: config:DescribeConfigRuleEvaluationStatus was denied"
						+ " (AccessDenied); the permission config:DescribeConfigRuleEvaluationStatus is missing."));
	}

	@Test
	void doesNotKnowRuleThatIsBeingDeleted() {
		rule("a", Map.of("compliance", "COMPLIANT", "state", "DELETING_RESULTS")).evaluated("a",
				"2026-11-22T01:00:00Z");
		rule("b", Map.of("compliance", "COMPLIANT", "state", "EVALUATING")).evaluated("b", "2026-11-22T01:00:00Z");
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(tuple("INSUFFICIENT_DATA", "a is being deleted."),
					tuple("COMPLIANT", "Every resource complies with b, last evaluated on 2026-11-22."));
	}

	private List<Judgement> judge() {
		return this.night.judge("config.rule_compliance");
	}

	/** A rule of the Region, whose cells were read. */
	private ConfigRuleComplianceTests rule(String name, Map<String, ?> values) {
		Map<String, Object> rule = new HashMap<>(values);
		rule.put("rule_name", name);
		rule.put("rule_arn", RULE + name);
		if (!this.asked) {
			this.asked = true;
			this.night.read(ACCOUNT, "config-rules", REGION).read(ACCOUNT, "config-rule-status", REGION);
		}
		this.night.row("config_rule_compliance", ACCOUNT, REGION, rule);
		return this;
	}

	private void evaluated(String rule, String at) {
		status(Map.of("rule_name", rule, "last_evaluated_at", at));
	}

	private void status(Map<String, ?> status) {
		this.night.row("config_rule_status", ACCOUNT, REGION, status);
	}

	/** A rule that was evaluated the day before, by changes of these types. */
	private void narrowed(String name, String compliance, String... types) {
		rule(name, Map.of("compliance", compliance, "change_triggered", true, "resource_types", List.of(types)))
			.evaluated(name, "2026-11-22T01:00:00Z");
	}

	/** A recorder that records, unless it is said otherwise. */
	private void recorder(Map<String, ?> values) {
		Map<String, Object> recorder = new HashMap<>(
				Map.of("name", "default", "recording", true, "last_status", "SUCCESS"));
		recorder.putAll(values);
		if ("default".equals(recorder.get("name"))) {
			this.night.read(ACCOUNT, "config-recorder", REGION);
		}
		this.night.row("config_recorder", ACCOUNT, REGION, recorder);
	}

	private void recorder(boolean recording, String status, String changedAt) {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default", "recording", recording, "last_status",
					status, "last_status_changed_at", changedAt));
	}

	@Test
	void doesNotApplyToRegionWithoutRules() {
		this.night.read(ACCOUNT, "config-rules", REGION);
		assertThat(this.night.judge("config.rule_compliance"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "There is no AWS Config rule."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-rules", REGION, "config:DescribeConfigRules");
		assertThat(this.night.judge("config.rule_compliance"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "config:DescribeConfigRules was denied"
					+ " (AccessDenied); the permission config:DescribeConfigRules is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-rules", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.rule_compliance"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "config-rules", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.rule_compliance"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
