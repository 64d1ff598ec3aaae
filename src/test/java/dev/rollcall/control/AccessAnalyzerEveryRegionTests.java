package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code accessanalyzer.enabled_every_region}. */
class AccessAnalyzerEveryRegionTests {

	private static final String MANAGEMENT = "999999999999";

	private static final String ADMINISTRATOR = "555555555555";

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String ANALYZER = "arn:aws:access-analyzer:eu-west-1:555555555555:analyzer/all";

	@RegisterExtension
	final TestNight night = new TestNight();

	@Test
	void judgesOwnAnalyzerCompliantInItsRegionOnly() {
		this.night.member(MEMBER)
			.read(MEMBER, "access-analyzer", REGION)
			.cell(MEMBER, "access-analyzer", "us-east-1", CellStatus.NOT_ENABLED)
			.row("analyzer", MEMBER, REGION, Map.of("arn", ANALYZER, "type", "ACCOUNT", "status", "ACTIVE"));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).containsExactly(
				Judgement.of(MEMBER, REGION, "COMPLIANT", "Covered by " + ANALYZER + "."),
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
					Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE"));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.contains(Judgement.of(MEMBER, REGION, "COMPLIANT", "Covered by " + ANALYZER + "."));
	}

	@Test
	void judgesMemberThatTheOrganizationsAnalyzerSeesCompliantAlthoughItsOwnCellIsAGap() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.read(ADMINISTRATOR, "access-analyzer", REGION)
			.denied(MEMBER, "access-analyzer", REGION, "access-analyzer:ListAnalyzers")
			.row("analyzer", ADMINISTRATOR, REGION,
					Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE"));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.contains(Judgement.of(MEMBER, REGION, "COMPLIANT", "Covered by " + ANALYZER + "."));
	}

	@Test
	void doesNotTakeAnalyzerOfOneListedAccountForThatOfAnother() {
		this.night.listed(ADMINISTRATOR)
			.listed(MEMBER)
			.read(ADMINISTRATOR, "access-analyzer", REGION)
			.cell(MEMBER, "access-analyzer", REGION, CellStatus.NOT_ENABLED)
			.row("analyzer", ADMINISTRATOR, REGION,
					Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE"));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region")).contains(Judgement.of(MEMBER, REGION,
				"NON_COMPLIANT", "No active analyzer of external access sees this account and Region."));
	}

	@Test
	void judgesAnalyzerThatIsNotActiveOrLooksForSomethingElseNonCompliant() {
		this.night.member(MEMBER)
			.read(MEMBER, "access-analyzer", REGION)
			.row("analyzer", MEMBER, REGION, Map.of("arn", "a", "type", "ACCOUNT", "status", "DISABLED"))
			.row("analyzer", MEMBER, REGION, Map.of("arn", "b", "type", "ACCOUNT_UNUSED_ACCESS", "status", "ACTIVE"));
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
					Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE"));
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
					Map.of("arn", ANALYZER, "type", "ORGANIZATION", "status", "ACTIVE"));
		assertThat(this.night.judge("accessanalyzer.enabled_every_region"))
			.contains(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
