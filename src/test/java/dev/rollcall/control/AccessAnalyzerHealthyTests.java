package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code accessanalyzer.analyzer_healthy}. */
class AccessAnalyzerHealthyTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	AccessAnalyzerHealthyTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesEachAnalyzerOfItsOwn() {
		this.night.read(ACCOUNT, "access-analyzer", REGION)
			.read(ACCOUNT, "access-analyzer-findings", REGION)
			.row("analyzer", ACCOUNT, REGION,
					Map.of("arn", "a", "type", "ACCOUNT", "status", "ACTIVE", "last_analyzed_at",
							"2026-11-21T01:00:00Z"))
			.row("analyzer", ACCOUNT, REGION,
					Map.of("arn", "b", "status", "DISABLED", "status_reason", "AWS_SERVICE_ACCESS_DISABLED"));
		assertThat(this.night.judge("accessanalyzer.analyzer_healthy")).containsExactly(
				new Judgement(ACCOUNT, REGION, "a", "COMPLIANT",
						"The analyzer is active; it last analyzed on 2026-11-21."),
				new Judgement(ACCOUNT, REGION, "b", "NON_COMPLIANT",
						"The analyzer is disabled: AWS_SERVICE_ACCESS_DISABLED."));
	}

	@Test
	void judgesFailedAnalyzerNonCompliant() {
		this.night.read(ACCOUNT, "access-analyzer", REGION)
			.row("analyzer", ACCOUNT, REGION,
					Map.of("arn", "a", "status", "FAILED", "status_reason", "INTERNAL_SERVICE_ERROR"));
		assertThat(this.night.judge("accessanalyzer.analyzer_healthy")).containsExactly(
				new Judgement(ACCOUNT, REGION, "a", "NON_COMPLIANT", "The analyzer failed: INTERNAL_SERVICE_ERROR."));
	}

	@Test
	void judgesAnalyzersWithoutReasonNonCompliant() {
		this.night.read(ACCOUNT, "access-analyzer", REGION)
			.row("analyzer", ACCOUNT, REGION, Map.of("arn", "a", "status", "FAILED"))
			.row("analyzer", ACCOUNT, REGION, Map.of("arn", "b", "status", "DISABLED"));
		assertThat(this.night.judge("accessanalyzer.analyzer_healthy")).containsExactly(
				new Judgement(ACCOUNT, REGION, "a", "NON_COMPLIANT", "The analyzer failed: no reason given."),
				new Judgement(ACCOUNT, REGION, "b", "NON_COMPLIANT", "The analyzer is disabled: no reason given."));
	}

	@Test
	void doesNotKnowAnalyzerThatIsBeingCreatedOrSaysNothing() {
		this.night.read(ACCOUNT, "access-analyzer", REGION)
			.row("analyzer", ACCOUNT, REGION, Map.of("arn", "a", "status", "CREATING"))
			.row("analyzer", ACCOUNT, REGION, Map.of("arn", "b"));
		assertThat(this.night.judge("accessanalyzer.analyzer_healthy")).containsExactly(
				new Judgement(ACCOUNT, REGION, "a", "INSUFFICIENT_DATA", "The analyzer is still being created."),
				new Judgement(ACCOUNT, REGION, "b", "INSUFFICIENT_DATA",
						"IAM Access Analyzer does not say whether the analyzer is active."));
	}

	@Test
	void doesNotApplyToRegionWithoutAnalyzer() {
		this.night.read(ACCOUNT, "access-analyzer", REGION)
			.cell(ACCOUNT, "access-analyzer", "us-east-1", CellStatus.NOT_ENABLED)
			.row("analyzer", ACCOUNT, REGION, Map.of("arn", "a", "type", "ACCOUNT_UNUSED_ACCESS", "status", "ACTIVE"));
		assertThat(this.night.judge("accessanalyzer.analyzer_healthy"))
			.containsExactly(new Judgement(ACCOUNT, REGION, "a", "COMPLIANT", "The analyzer is active."), Judgement
				.of(ACCOUNT, "us-east-1", "NOT_APPLICABLE", "The account has no analyzer of its own in this Region."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "access-analyzer", REGION, "access-analyzer:ListAnalyzers");
		assertThat(this.night.judge("accessanalyzer.analyzer_healthy")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "access-analyzer:ListAnalyzers was denied (AccessDenied); the permission"
						+ " access-analyzer:ListAnalyzers is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "access-analyzer", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("accessanalyzer.analyzer_healthy"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "access-analyzer", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("accessanalyzer.analyzer_healthy"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void doesNotKnowAnAnalyzerThatHasNotLookedOfLate() {
		this.night.read(ACCOUNT, "access-analyzer", REGION)
			.row("analyzer", ACCOUNT, REGION,
					Map.of("arn", "a", "type", "ACCOUNT", "status", "ACTIVE", "last_analyzed_at",
							"2026-11-21T00:59:59Z"))
			.row("analyzer", ACCOUNT, REGION,
					Map.of("arn", "b", "type", "ORGANIZATION", "status", "ACTIVE", "created_at",
							"2026-11-23T00:58:00Z"))
			.row("analyzer", ACCOUNT, REGION,
					Map.of("arn", "c", "type", "ORGANIZATION_UNUSED_ACCESS", "status", "ACTIVE"));
		assertThat(this.night.judge("accessanalyzer.analyzer_healthy")).containsExactly(
				new Judgement(ACCOUNT, REGION, "a", "INSUFFICIENT_DATA",
						"The analyzer last analyzed on 2026-11-21, more than 48 hours before it was asked."),
				new Judgement(ACCOUNT, REGION, "b", "INSUFFICIENT_DATA",
						"The analyzer, made on 2026-11-23, has analyzed nothing yet."),
				new Judgement(ACCOUNT, REGION, "c", "COMPLIANT", "The analyzer is active."));
	}

}
