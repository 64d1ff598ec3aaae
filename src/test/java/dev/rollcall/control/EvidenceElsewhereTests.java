package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests that controls which judge a Region judge it by its own evidence, not by that of
 * another account or another Region.
 */
class EvidenceElsewhereTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	private static final String MANAGEMENT = "999999999999";

	private static final String REGION = "eu-west-1";

	private static final String ELSEWHERE = "us-east-1";

	private static final String ANALYZED = "2026-11-22T12:00:00Z";

	@RegisterExtension
	final TestNight night = new TestNight();

	@ParameterizedTest
	@MethodSource
	void judgesWhereTheEvidenceIs(String control, String source, String dataset, Map<String, ?> evidence,
			String verdict, String verdictElsewhere) {
		for (String account : List.of(ACCOUNT, OTHER)) {
			this.night.member(account).read(account, source, REGION, ELSEWHERE);
			feed(account, source);
		}
		this.night.row(dataset, ACCOUNT, REGION, evidence);
		assertThat(this.night.judge(control)).extracting(Judgement::account, Judgement::region, Judgement::verdict)
			.containsExactlyInAnyOrder(tuple(ACCOUNT, REGION, verdict), tuple(ACCOUNT, ELSEWHERE, verdictElsewhere),
					tuple(OTHER, REGION, verdictElsewhere), tuple(OTHER, ELSEWHERE, verdictElsewhere));
	}

	/** What rules, deliveries and findings rest on is in order everywhere. */
	private void feed(String account, String source) {
		if (source.equals("access-analyzer-findings")) {
			for (String region : List.of(REGION, ELSEWHERE)) {
				this.night.row("analyzer", account, region, Map.of("arn", "an-analyzer", "type", "ACCOUNT", "status",
						"ACTIVE", "last_analyzed_at", ANALYZED));
			}
		}
		if (source.equals("config-rules") || source.equals("config-delivery")) {
			this.night.read(account, "config-recorder", REGION, ELSEWHERE)
				.read(account, "config-rule-status", REGION, ELSEWHERE);
			for (String region : List.of(REGION, ELSEWHERE)) {
				this.night
					.row("config_recorder", account, region,
							Map.of("name", "default", "recording", true, "last_status", "SUCCESS"))
					.row("config_rule_status", account, region,
							Map.of("rule_name", "root-mfa", "last_evaluated_at", "2026-11-22T12:00:00Z"));
			}
		}
	}

	static Stream<Arguments> judgesWhereTheEvidenceIs() {
		return Stream.of(recorder("config.recorder_all_regions", Map.of("recording", true), "NON_COMPLIANT"),
				recorder("config.recorder_all_resource_types", Map.of("all_supported", true), "NON_COMPLIANT"),
				recorder("config.recorder_running", Map.of("recording", true, "last_status", "SUCCESS"),
						"NOT_APPLICABLE"),
				Arguments.of("config.delivery_configured", "config-delivery", "config_delivery",
						Map.of("name", "default", "bucket", "history"), "COMPLIANT", "NON_COMPLIANT"),
				Arguments.of("config.delivery_ok", "config-delivery", "config_delivery",
						Map.of("name", "default", "last_status", "SUCCESS", "last_success_at", ANALYZED), "COMPLIANT",
						"NON_COMPLIANT"),
				Arguments.of("config.rule_compliance", "config-rules", "config_rule_compliance",
						Map.of("rule_name", "root-mfa", "rule_arn", "a-rule", "compliance", "COMPLIANT"), "COMPLIANT",
						"NOT_APPLICABLE"),
				Arguments.of("accessanalyzer.analyzer_healthy", "access-analyzer", "analyzer",
						Map.of("arn", "an-analyzer", "type", "ACCOUNT", "status", "ACTIVE", "last_analyzed_at",
								ANALYZED),
						"COMPLIANT", "NOT_APPLICABLE"),
				Arguments.of("accessanalyzer.enabled_every_region", "access-analyzer", "analyzer",
						Map.of("arn", "an-analyzer", "type", "ACCOUNT", "status", "ACTIVE", "last_analyzed_at",
								ANALYZED),
						"COMPLIANT", "NON_COMPLIANT"),
				access("accessanalyzer.public_access", "PUBLIC", Map.of(), "NON_COMPLIANT"),
				access("accessanalyzer.public_access", "UNKNOWN", Map.of("error", "ACCESS_DENIED"),
						"INSUFFICIENT_DATA"),
				access("accessanalyzer.federated_access", "FEDERATED", Map.of(), "NON_COMPLIANT"),
				access("accessanalyzer.federated_access", "UNKNOWN", Map.of("error", "ACCESS_DENIED"),
						"INSUFFICIENT_DATA"),
				access("accessanalyzer.out_of_org", "OUTSIDE_ORGANIZATION", Map.of(), "NON_COMPLIANT"),
				access("accessanalyzer.out_of_org", "UNKNOWN", Map.of("error", "ACCESS_DENIED"), "INSUFFICIENT_DATA"),
				access("accessanalyzer.no_active_findings", "SERVICE", Map.of(), "NON_COMPLIANT"),
				access("accessanalyzer.no_active_findings", "UNKNOWN", Map.of("error", "ACCESS_DENIED"),
						"INSUFFICIENT_DATA"));
	}

	private static Arguments recorder(String control, Map<String, ?> recorder, String verdictElsewhere) {
		return Arguments.of(control, "config-recorder", "config_recorder", recorder, "COMPLIANT", verdictElsewhere);
	}

	private static Arguments access(String control, String exposure, Map<String, ?> more, String verdict) {
		Map<String, Object> finding = new HashMap<>(more);
		finding.putAll(Map.of("finding_id", "f-1", "resource", "a-bucket", "exposure", exposure));
		return Arguments.of(control, "access-analyzer-findings", "external_access", finding, verdict, "COMPLIANT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "root.access_keys", "root.credentials_removed", "root.mfa", "root.mfa.hardware",
			"root.recent_use", "root.signing_certificates" })
	void judgesEachRootUserOnce(String control) {
		this.night.member(ACCOUNT).member(OTHER);
		for (String account : List.of(ACCOUNT, OTHER)) {
			this.night.read(account, "iam-root-user", "global")
				.read(account, "iam-root-mfa-devices", "global")
				.read(account, "iam-credential-report", "global")
				.row("account_summary", account, "global", Map.of("mfa_enabled", true))
				.row("credential", account, "global", Map.of("root", true));
		}
		assertThat(this.night.judge(control)).extracting(Judgement::account).containsExactly(ACCOUNT, OTHER);
	}

	@Test
	void takesTheOrganizationsAnalyzerForItsRegionOnly() {
		for (String account : List.of(ACCOUNT, OTHER)) {
			this.night.member(account).read(account, "access-analyzer", REGION, ELSEWHERE);
		}
		this.night.row("analyzer", OTHER, REGION,
				Map.of("arn", "an-analyzer", "type", "ORGANIZATION", "status", "ACTIVE", "last_analyzed_at", ANALYZED));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.extracting(Judgement::account, Judgement::region, Judgement::verdict)
			.containsExactlyInAnyOrder(tuple(ACCOUNT, REGION, "COMPLIANT"), tuple(OTHER, REGION, "COMPLIANT"),
					tuple(ACCOUNT, ELSEWHERE, "NON_COMPLIANT"), tuple(OTHER, ELSEWHERE, "NON_COMPLIANT"));
	}

	@Test
	void takesTheOrganizationsAggregatorForItsAccountsOnly() {
		this.night.management(MANAGEMENT)
			.listed(OTHER)
			.read(MANAGEMENT, "config-recorder", REGION)
			.read(OTHER, "config-recorder", REGION)
			.read(MANAGEMENT, "config-aggregator", REGION)
			.row("config_aggregator", MANAGEMENT, REGION,
					Map.of("arn", "an-aggregator", "organization", true, "all_regions", true));
		for (String account : List.of(MANAGEMENT, OTHER)) {
			this.night.row("config_aggregator_state", MANAGEMENT, REGION,
					Map.of("aggregator_arn", "an-aggregator", "source_id", account, "source_type", "ACCOUNT",
							"source_region", REGION, "last_update_status", "SUCCEEDED", "last_updated_at",
							"2026-11-22T12:00:00Z"));
		}
		assertThat(this.night.judge("config.aggregator_covers_all")).extracting(Judgement::account, Judgement::verdict)
			.containsExactlyInAnyOrder(tuple(MANAGEMENT, "COMPLIANT"), tuple(OTHER, "INSUFFICIENT_DATA"));
	}

	@Test
	void takesTheGapOfAMemberForNoneOfTheOrganizations() {
		this.night.management(MANAGEMENT)
			.member(ACCOUNT)
			.member(OTHER)
			.cell(MANAGEMENT, "access-analyzer", REGION, CellStatus.NOT_ENABLED)
			.cell(ACCOUNT, "access-analyzer", REGION, CellStatus.NOT_ENABLED)
			.denied(OTHER, "access-analyzer", REGION, "access-analyzer:ListAnalyzers");
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.extracting(Judgement::account, Judgement::verdict)
			.containsExactlyInAnyOrder(tuple(MANAGEMENT, "NON_COMPLIANT"), tuple(ACCOUNT, "NON_COMPLIANT"),
					tuple(OTHER, "INSUFFICIENT_DATA"));
	}

}
