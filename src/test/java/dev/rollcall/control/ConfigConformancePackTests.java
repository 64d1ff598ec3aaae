package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code config.conformance_pack}. */
class ConfigConformancePackTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String PACK = "arn:aws:config:eu-west-1:111111111111:conformance-pack/baseline/1";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigConformancePackTests() {
		this.night.member(ACCOUNT).read(ACCOUNT, "config-conformance-packs", REGION);
	}

	@Test
	void judgesPackCompliantByItsRules() {
		pack(Map.of("rules", List.of("a", "b", "c")));
		rules();
		rule("a", Map.of("compliance", "COMPLIANT"), "2026-11-22T02:00:00Z");
		rule("b", Map.of("compliance", "COMPLIANT"), "2026-11-21T02:00:00Z");
		rule("c", Map.of("compliance", "INSUFFICIENT_DATA"), "2026-11-22T02:00:00Z");
		rule("another", Map.of("compliance", "NON_COMPLIANT"), "2026-11-01T02:00:00Z");
		assertThat(judge()).containsExactly(pack("COMPLIANT",
				"Every rule of the conformance pack baseline is complied with, the first of them last evaluated on"
						+ " 2026-11-21."));
	}

	@Test
	void judgesPackWhoseRulesAreBrokenNonCompliant() {
		pack(Map.of("rules", List.of("a", "b", "c"), "non_compliant_rules", List.of("a", "b")));
		assertThat(judge())
			.containsExactly(pack("NON_COMPLIANT", "The conformance pack baseline is broken by 2 of its rules."));
	}

	@Test
	void judgesPackThatIsNotDeployedNonCompliant() {
		pack(Map.of("state", "CREATE_FAILED", "state_reason", "no such rule"));
		pack(Map.of("name", "other", "arn", PACK + "2", "state", "CREATE_FAILED"));
		pack(Map.of("name", "third", "arn", PACK + "3", "state", "DELETE_FAILED", "rules", List.of("a")));
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(tuple("NON_COMPLIANT", "The conformance pack baseline is not deployed: no such rule."),
					tuple("NON_COMPLIANT", "The conformance pack other is not deployed: CREATE_FAILED."),
					tuple("NON_COMPLIANT", "The conformance pack third could not be deleted: DELETE_FAILED."));
	}

	@Test
	void leavesOutRulesThatJudgeWhatIsToBeDeployed() {
		rules();
		List<String> proactive = List.of("PROACTIVE");
		this.night.row("config_rule_compliance", ACCOUNT, REGION,
				Map.of("rule_name", "a", "rule_arn", "a", "evaluation_modes", proactive));
		rule("b", Map.of("compliance", "COMPLIANT"), "2026-11-22T02:00:00Z");
		rule("c", Map.of("compliance", "COMPLIANT", "evaluation_modes", proactive), "2026-11-01T02:00:00Z");
		pack(Map.of("rules", List.of("a", "b")));
		pack(Map.of("name", "other", "arn", PACK + "2", "rules", List.of("a", "c")));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT", "NOT_APPLICABLE");
	}

	@Test
	void doesNotKnowPackThatIsNotKnownToBeDeployed() {
		pack(Map.of("state", "CREATE_IN_PROGRESS", "rules", List.of("a")));
		pack(Map.of("name", "b", "arn", PACK + "2", "state", "DELETE_IN_PROGRESS"));
		pack(Map.of("name", "c", "arn", PACK + "3", "state", "PAUSED"));
		this.night.row("conformance_pack", ACCOUNT, REGION, Map.of("name", "d", "arn", PACK + "4"));
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(tuple("INSUFFICIENT_DATA", "The conformance pack baseline is being deployed or deleted."),
					tuple("INSUFFICIENT_DATA", "The conformance pack b is being deployed or deleted."),
					tuple("INSUFFICIENT_DATA", "AWS Config does not say whether the conformance pack c is deployed."),
					tuple("INSUFFICIENT_DATA", "AWS Config does not say whether the conformance pack d is deployed."));
	}

	@Test
	void doesNotKnowPackWithoutRules() {
		pack(Map.of());
		rules();
		assertThat(judge()).containsExactly(pack("INSUFFICIENT_DATA", "The conformance pack baseline has no rule."));
	}

	@Test
	void doesNotKnowRuleThatIsNotThere() {
		pack(Map.of("rules", List.of("a", "gone")));
		rules();
		rule("a", Map.of("compliance", "COMPLIANT"), "2026-11-22T02:00:00Z");
		this.night.row("config_rule_compliance", ACCOUNT, "us-east-1",
				Map.of("rule_name", "gone", "rule_arn", "gone", "compliance", "COMPLIANT"));
		assertThat(judge()).containsExactly(stale("gone"));
	}

	@Test
	void doesNotKnowWhatIsNotUpToDate() {
		rules();
		rule("old", Map.of("compliance", "COMPLIANT"), "2026-11-21T00:59:59Z");
		rule("new", Map.of("compliance", "PARTLY"), "2026-11-22T02:00:00Z");
		rule("untold", Map.of(), "2026-11-22T02:00:00Z");
		rule("deleting", Map.of("compliance", "COMPLIANT", "state", "DELETING"), "2026-11-22T02:00:00Z");
		this.night.row("config_rule_compliance", ACCOUNT, REGION,
				Map.of("rule_name", "silent", "rule_arn", "silent", "compliance", "COMPLIANT"));
		this.night
			.row("config_rule_compliance", ACCOUNT, REGION,
					Map.of("rule_name", "failed", "rule_arn", "failed", "compliance", "COMPLIANT"))
			.row("config_rule_status", ACCOUNT, REGION, Map.of("rule_name", "failed", "last_evaluated_at",
					"2026-11-22T02:00:00Z", "last_invocation_failed_at", "2026-11-22T02:00:00Z"));
		for (String rule : List.of("old", "new", "untold", "deleting", "silent", "failed")) {
			pack(Map.of("name", rule + "-pack", "arn", PACK + rule, "rules", List.of(rule)));
		}
		assertThat(judge()).extracting(Judgement::verdict).containsOnly("INSUFFICIENT_DATA").hasSize(6);
		assertThat(judge()).extracting(Judgement::reason)
			.allMatch((reason) -> reason.endsWith("has no result that is known to be up to date."));
	}

	@Test
	void restsOnTheRecorderWhereChangesTriggerARule() {
		rules();
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true), "2024-11-22T02:00:00Z");
		pack(Map.of("rules", List.of("a")));
		recorder("SUCCESS", "2024-11-22T02:00:00Z");
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void doesNotKnowWhatIsFedByChangesOfTypesThatAreNotRecorded() {
		rules();
		for (String type : List.of("AWS::EC2::Volume", "AWS::S3::Bucket")) {
			rule(type, Map.of("compliance", "COMPLIANT", "change_triggered", true, "resource_types", List.of(type)),
					"2026-11-22T02:00:00Z");
			pack(Map.of("arn", PACK + type, "name", type, "rules", List.of(type)));
		}
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default", "recording", true, "last_status",
					"SUCCESS", "all_supported", false, "resource_types", List.of("AWS::S3::Bucket")));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA", "COMPLIANT");
	}

	@Test
	void doesNotCountOnARecorderThatDoesNotSaySinceWhenItIsPending() {
		rules();
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true), "2026-11-22T02:00:00Z");
		pack(Map.of("rules", List.of("a")));
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "recording", true, "last_status", "PENDING"));
		assertThat(judge()).containsExactly(stale("a"));
	}

	@Test
	void countsOnARecorderThatIsPendingForADay() {
		rules();
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true), "2026-11-22T02:00:00Z");
		pack(Map.of("rules", List.of("a")));
		recorder("PENDING", "2026-11-22T01:00:00Z");
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void doesNotCountOnARecorderThatHasBeenPendingForLong() {
		rules();
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true), "2026-11-22T02:00:00Z");
		pack(Map.of("rules", List.of("a")));
		recorder("PENDING", "2026-11-22T00:59:59Z");
		assertThat(judge()).containsExactly(stale("a"));
	}

	@Test
	void doesNotCountOnARecorderThatIsNotThere() {
		rules();
		rule("a", Map.of("compliance", "COMPLIANT", "change_triggered", true), "2026-11-22T02:00:00Z");
		pack(Map.of("rules", List.of("a")));
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.NOT_ENABLED);
		assertThat(judge()).containsExactly(stale("a"));
	}

	@Test
	void doesNotKnowRulesThatCouldNotBeRead() {
		pack(Map.of("rules", List.of("a")));
		this.night.denied(ACCOUNT, "config-rules", REGION, "config:DescribeConfigRules");
		assertThat(judge()).containsExactly(pack("INSUFFICIENT_DATA",
				"The rules of the conformance pack baseline could not be read: config:DescribeConfigRules was denied"
						+ " (AccessDenied); the permission config:DescribeConfigRules is missing."));
	}

	@Test
	void doesNotKnowWhenRulesWereEvaluatedWhereThatCouldNotBeRead() {
		pack(Map.of("rules", List.of("a")));
		this.night.read(ACCOUNT, "config-rules", REGION)
			.denied(ACCOUNT, "config-rule-status", REGION, "config:DescribeConfigRuleEvaluationStatus");
		rule("a", Map.of("compliance", "COMPLIANT"), "2026-11-22T02:00:00Z");
		assertThat(judge()).containsExactly(stale("a"));
	}

	@Test
	void doesNotApplyWherePackHasNothingInScope() {
		pack(Map.of("rules", List.of("a", "b")));
		rules();
		rule("a", Map.of("compliance", "INSUFFICIENT_DATA"), "2026-11-22T02:00:00Z");
		rule("b", Map.of("compliance", "NOT_APPLICABLE"), "2026-11-22T02:00:00Z");
		assertThat(judge())
			.containsExactly(pack("NOT_APPLICABLE", "No rule of the conformance pack baseline applies to a resource."));
	}

	@Test
	void doesNotApplyToRegionWithoutPacks() {
		this.night.read(ACCOUNT, "config-conformance-packs", "us-east-1");
		pack(Map.of("non_compliant_rules", List.of("a")));
		assertThat(judge())
			.contains(Judgement.of(ACCOUNT, "us-east-1", "NOT_APPLICABLE", "There is no conformance pack."))
			.hasSize(2);
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-conformance-packs", "us-east-1", "config:DescribeConformancePacks");
		assertThat(judge()).contains(Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
				"config:DescribeConformancePacks was denied (AccessDenied); the permission"
						+ " config:DescribeConformancePacks is missing."));
	}

	private List<Judgement> judge() {
		return this.night.judge("config.conformance_pack");
	}

	private static Judgement stale(String rule) {
		return pack("INSUFFICIENT_DATA",
				"The rule " + rule + " of the conformance pack baseline has no result that is known to be up to date.");
	}

	private static Judgement pack(String verdict, String reason) {
		return new Judgement(ACCOUNT, REGION, PACK, verdict, reason);
	}

	/** A pack that is deployed, unless it is said otherwise. */
	private void pack(Map<String, ?> values) {
		Map<String, Object> pack = new HashMap<>(Map.of("name", "baseline", "arn", PACK, "state", "CREATE_COMPLETE"));
		pack.putAll(values);
		this.night.row("conformance_pack", ACCOUNT, REGION, pack);
	}

	private void rules() {
		this.night.read(ACCOUNT, "config-rules", REGION).read(ACCOUNT, "config-rule-status", REGION);
	}

	private void rule(String name, Map<String, ?> values, String evaluatedAt) {
		Map<String, Object> rule = new HashMap<>(values);
		rule.putAll(Map.of("rule_name", name, "rule_arn", name));
		this.night.row("config_rule_compliance", ACCOUNT, REGION, rule)
			.row("config_rule_status", ACCOUNT, REGION, Map.of("rule_name", name, "last_evaluated_at", evaluatedAt));
	}

	private void recorder(String status, String changedAt) {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default", "recording", true, "last_status", status,
					"last_status_changed_at", changedAt));
	}

}
