package dev.rollcall.control;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code accessanalyzer.enabled_every_region}. */
class AccessAnalyzerEveryRegionTests {

	private static final String MANAGEMENT = "999999999999";

	private static final String ADMINISTRATOR = "555555555555";

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String ANALYZER = "arn:aws:access-analyzer:eu-west-1:555555555555:analyzer/all";

	private static final String ANALYZED = "2026-11-22T12:00:00Z";

	@RegisterExtension
	final TestNight night = new TestNight();

	@Test
	void judgesOwnAnalyzerCompliantInItsRegionOnly() {
		this.night.member(MEMBER)
			.read(MEMBER, "access-analyzer", REGION)
			.cell(MEMBER, "access-analyzer", "us-east-1", CellStatus.NOT_ENABLED)
			.row("analyzer", MEMBER, REGION,
					Map.of("arn", ANALYZER, "type", "ACCOUNT", "status", "ACTIVE", "last_analyzed_at", ANALYZED));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).containsExactly(
				Judgement.of(MEMBER, REGION, "COMPLIANT",
						"Covered by " + ANALYZER + ", which last analyzed on 2026-11-22."),
				Judgement.of(MEMBER, "us-east-1", "NON_COMPLIANT",
						"No active analyzer of external access sees this account and Region."));
	}

	@Test
	void judgesMemberThatTheOrganizationsAnalyzerSeesCompliant() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.read(ADMINISTRATOR, "access-analyzer", REGION)
			.cell(MEMBER, "access-analyzer", REGION, CellStatus.NOT_ENABLED)
			.row("analyzer", ADMINISTRATOR, REGION,
					Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE", "last_analyzed_at", ANALYZED));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).contains(Judgement.of(MEMBER, REGION,
				"COMPLIANT", "Covered by " + ANALYZER + ", which last analyzed on 2026-11-22."));
	}

	@Test
	void judgesMemberThatTheOrganizationsAnalyzerSeesCompliantAlthoughItsOwnCellIsAGap() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.read(ADMINISTRATOR, "access-analyzer", REGION)
			.denied(MEMBER, "access-analyzer", REGION, "access-analyzer:ListAnalyzers")
			.row("analyzer", ADMINISTRATOR, REGION,
					Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE", "last_analyzed_at", ANALYZED));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).contains(Judgement.of(MEMBER, REGION,
				"COMPLIANT", "Covered by " + ANALYZER + ", which last analyzed on 2026-11-22."));
	}

	@Test
	void doesNotTakeAnalyzerOfOneListedAccountForThatOfAnother() {
		this.night.listed(ADMINISTRATOR)
			.listed(MEMBER)
			.read(ADMINISTRATOR, "access-analyzer", REGION)
			.cell(MEMBER, "access-analyzer", REGION, CellStatus.NOT_ENABLED)
			.row("analyzer", ADMINISTRATOR, REGION,
					Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE", "last_analyzed_at", ANALYZED));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).contains(Judgement.of(MEMBER, REGION,
				"NON_COMPLIANT", "No active analyzer of external access sees this account and Region."));
	}

	@Test
	void judgesAnalyzerThatIsNotActiveOrLooksForSomethingElseNonCompliant() {
		this.night.member(MEMBER)
			.read(MEMBER, "access-analyzer", REGION)
			.row("analyzer", MEMBER, REGION, Map.of("arn", "a", "type", "ACCOUNT", "status", "DISABLED"))
			.row("analyzer", MEMBER, REGION, Map.of("arn", "b", "type", "ACCOUNT_UNUSED_ACCESS", "status", "ACTIVE",
					"last_analyzed_at", ANALYZED));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).containsExactly(Judgement.of(MEMBER, REGION,
				"NON_COMPLIANT", "No active analyzer of external access sees this account and Region."));
	}

	@Test
	void doesNotKnowWhereTheAdministratorsCellIsAGap() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.denied(ADMINISTRATOR, "access-analyzer", REGION, "access-analyzer:ListAnalyzers")
			.cell(MEMBER, "access-analyzer", REGION, CellStatus.NOT_ENABLED)
			.row("delegated_administrator", MANAGEMENT, "global",
					Map.of("administrator_id", ADMINISTRATOR, "service_principal", "access-analyzer.amazonaws.com"));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.contains(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
					"Whether the organization has an analyzer here could not be read:"
							+ " access-analyzer:ListAnalyzers was denied (AccessDenied);"
							+ " the permission access-analyzer:ListAnalyzers is missing."));
	}

	@Test
	void doesNotKnowWhereTheManagementAccountsCellIsAGap() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.failed(MANAGEMENT, "access-analyzer", REGION, CellStatus.TIMED_OUT, "access-analyzer:ListAnalyzers",
					"TIMED_OUT")
			.cell(MEMBER, "access-analyzer", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).contains(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "Whether the organization has an analyzer here could not be read:"
						+ " access-analyzer:ListAnalyzers was not answered in time (TIMED_OUT)."));
	}

	@Test
	void doesNotKnowWhereAGapCouldBeTheAdministratorsThatNobodyNamed() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.denied(MANAGEMENT, "organizations-delegation", "global", "organizations:ListDelegatedAdministrators")
			.denied(ADMINISTRATOR, "access-analyzer", REGION, "access-analyzer:ListAnalyzers")
			.cell(MEMBER, "access-analyzer", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.contains(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
					"Whether the organization has an analyzer here could not be read:"
							+ " access-analyzer:ListAnalyzers was denied (AccessDenied);"
							+ " the permission access-analyzer:ListAnalyzers is missing."));
	}

	@Test
	void judgesMemberNonCompliantAlthoughAnotherMembersCellIsAGap() {
		this.night.member("222222222222")
			.member(MEMBER)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.denied("222222222222", "access-analyzer", REGION, "access-analyzer:ListAnalyzers")
			.cell(MEMBER, "access-analyzer", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).contains(Judgement.of(MEMBER, REGION,
				"NON_COMPLIANT", "No active analyzer of external access sees this account and Region."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.member(MEMBER).denied(MEMBER, "access-analyzer", REGION, "access-analyzer:ListAnalyzers");
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "access-analyzer:ListAnalyzers was denied"
						+ " (AccessDenied); the permission access-analyzer:ListAnalyzers is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActiveAlthoughTheOrganizationHasAnAnalyzer() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.read(ADMINISTRATOR, "access-analyzer", REGION)
			.cell(MEMBER, "access-analyzer", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.row("analyzer", ADMINISTRATOR, REGION,
					Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE", "last_analyzed_at", ANALYZED));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.contains(Judgement.of(MEMBER, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcludedAlthoughTheOrganizationHasAnAnalyzer() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.read(ADMINISTRATOR, "access-analyzer", REGION)
			.cell(MEMBER, "access-analyzer", REGION, CellStatus.EXCLUDED)
			.row("analyzer", ADMINISTRATOR, REGION,
					Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE", "last_analyzed_at", ANALYZED));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.contains(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					2026-11-23T00:58:00Z | -                    | The analyzer, made on 2026-11-23, has analyzed nothing yet.
					2025-01-01T00:00:00Z | 2026-11-21T00:59:59Z | The analyzer last analyzed on 2026-11-21, more than 48 hours before it was asked.
					-                    | -                    | The analyzer, made on a day that it does not name, has analyzed nothing yet.
					""")
	void doesNotKnowWhereItsAnalyzerHasNotLookedOfLate(@Nullable String made, @Nullable String analyzed,
			String reason) {
		Map<String, Object> analyzer = new HashMap<>(
				Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE"));
		if (made != null) {
			analyzer.put("created_at", made);
		}
		if (analyzed != null) {
			analyzer.put("last_analyzed_at", analyzed);
		}
		this.night.member(MEMBER).read(MEMBER, "access-analyzer", REGION).row("analyzer", MEMBER, REGION, analyzer);
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", reason));
	}

	@Test
	void judgesByTheAnalyzerThatLookedLast() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.read(ADMINISTRATOR, "access-analyzer", REGION)
			.read(MEMBER, "access-analyzer", REGION)
			.row("analyzer", MEMBER, REGION,
					Map.of("arn", "a-stale-one", "type", "ACCOUNT", "status", "ACTIVE", "last_analyzed_at",
							"2025-01-01T00:00:00Z"))
			.row("analyzer", ADMINISTRATOR, REGION, Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE",
					"last_analyzed_at", "2026-11-21T01:00:00Z"));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).contains(Judgement.of(MEMBER, REGION,
				"COMPLIANT", "Covered by " + ANALYZER + ", which last analyzed on 2026-11-21."));
	}

	@Test
	void knowsAnAdministratorByThePrincipalOfItsPartition() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.denied(ADMINISTRATOR, "access-analyzer", REGION, "access-analyzer:ListAnalyzers")
			.cell(MEMBER, "access-analyzer", REGION, CellStatus.NOT_ENABLED)
			.row("delegated_administrator", MANAGEMENT, "global",
					Map.of("administrator_id", ADMINISTRATOR, "service_principal", "access-analyzer.amazonaws.com.cn"));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.anySatisfy((judged) -> assertThat(judged.reason()).startsWith("Whether the organization has an analyzer"));
	}

}
