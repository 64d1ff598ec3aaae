package dev.rollcall.control;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rollcall.control.HubNight.AUDIT;
import static dev.rollcall.control.HubNight.MANAGEMENT;
import static dev.rollcall.control.HubNight.MEMBER;
import static dev.rollcall.control.HubNight.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code securityhub.finding_aggregation}. */
class SecurityhubFindingAggregationTests {

	private static final String CONTROL = "securityhub.finding_aggregation";

	private static final String COMES_HOME = "Its findings come to us-east-1 of account " + AUDIT + ".";

	private static final String DENIED = "securityhub:DescribeHub was denied (AccessDenied);"
			+ " the permission securityhub:DescribeHub is missing.";

	@RegisterExtension
	final TestNight night = new TestNight();

	private final HubNight hubs = new HubNight(this.night);

	@ParameterizedTest
	@CsvSource({ "us-east-1,NO_REGIONS,,COMPLIANT", "eu-west-1,NO_REGIONS,,NON_COMPLIANT",
			"eu-west-1,ALL_REGIONS,,COMPLIANT", "eu-west-1,SPECIFIED_REGIONS,eu-west-1,COMPLIANT",
			"eu-west-1,SPECIFIED_REGIONS,eu-west-2,NON_COMPLIANT",
			"eu-west-1,ALL_REGIONS_EXCEPT_SPECIFIED,eu-west-1,NON_COMPLIANT",
			"eu-west-1,ALL_REGIONS_EXCEPT_SPECIFIED,eu-west-2,COMPLIANT" })
	void judgesByTheRegionsThatTheHomeRegionTakesIn(String region, String mode, String given, String verdict) {
		this.hubs.administered(region)
			.aggregates("us-east-1", mode, String.valueOf(given))
			.on(MEMBER, region)
			.member(MEMBER, region, "Enabled");
		assertThat(this.hubs.judge(CONTROL, MEMBER, region))
			.isEqualTo(Judgement.of(MEMBER, region, verdict, verdict.equals("COMPLIANT") ? COMES_HOME
					: "The home Region of account " + AUDIT + " does not take in this Region."));
	}

	@Test
	void knowsTheAdministratorForNoMemberOfItsOwn() {
		this.hubs.administered(REGION).aggregates("us-east-1", "ALL_REGIONS").on(AUDIT, REGION);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(AUDIT, REGION, "COMPLIANT", COMES_HOME));
	}

	@Test
	void judgesAccountNonCompliantThatIsNoMemberAnyLonger() {
		this.hubs.administered(REGION)
			.aggregates("us-east-1", "ALL_REGIONS")
			.on(MEMBER, REGION)
			.member(MEMBER, REGION, "Resigned")
			.on(MANAGEMENT, REGION);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "NON_COMPLIANT",
						"The administrator " + AUDIT + " calls the account Resigned."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT",
						"The administrator " + AUDIT + " does not list the account."));
	}

	@Test
	void doesNotKnowOfAccountThatNobodyListsNorCouldLookInto() {
		this.hubs.administered(REGION).aggregates("us-east-1", "NO_REGIONS");
		this.night.denied(MEMBER, "securityhub", REGION, "securityhub:DescribeHub");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", DENIED));
	}

	@Test
	void doesNotKnowOfMemberThatNobodyCouldLookIntoWhereFindingsComeHome() {
		this.hubs.administered(REGION).aggregates("us-east-1", "ALL_REGIONS").member(MEMBER, REGION, "Enabled");
		this.night.denied(MEMBER, "securityhub", REGION, "securityhub:DescribeHub");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", DENIED));
	}

	@Test
	void judgesAccountThatNobodyCouldLookIntoByItsRegion() {
		this.hubs.administered(REGION).aggregates("us-east-1", "NO_REGIONS").member(MEMBER, REGION, "Enabled");
		this.night.denied(MEMBER, "securityhub", REGION, "securityhub:DescribeHub");
		assertThat(this.hubs.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("NON_COMPLIANT");
	}

	@Test
	void doesNotKnowWhereTheAccountContradictsItsAdministrator() {
		this.hubs.administered(REGION)
			.aggregates("us-east-1", "ALL_REGIONS")
			.off(MEMBER, REGION)
			.member(MEMBER, REGION, "Enabled");
		assertThat(this.hubs.judge(CONTROL))
			.containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "The administrator " + AUDIT
					+ " calls the account Enabled, and the account's own answer is that Security Hub is off."));
	}

	@Test
	void judgesTheAdministratorAloneNonCompliantThatBringsNothingTogether() {
		this.hubs.administered(REGION).on(AUDIT, REGION).on(MEMBER, REGION).member(MEMBER, REGION, "Enabled");
		this.night.read(AUDIT, "securityhub-aggregator", "global");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "NOT_APPLICABLE",
						"No Regions' findings are brought together, for which account " + AUDIT + " answers."),
				Judgement.of(AUDIT, REGION, "NON_COMPLIANT",
						"The administrator brings the findings of no Regions together."));
	}

	@Test
	void takesNoOtherAdministratorsAggregatorForItsOwn() {
		this.hubs.administered(REGION).aggregator(MANAGEMENT, "us-east-1", "ALL_REGIONS").on(AUDIT, REGION);
		this.night.read(AUDIT, "securityhub-aggregator", "global");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(AUDIT, REGION, "NON_COMPLIANT",
				"The administrator brings the findings of no Regions together."));
	}

	@Test
	void takesNoOtherAdministratorsRegionsForItsOwn() {
		this.hubs.administered(REGION)
			.aggregates("us-east-1", "NO_REGIONS")
			.aggregator(MANAGEMENT, "us-east-1", "ALL_REGIONS")
			.on(AUDIT, REGION);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(AUDIT, REGION, "NON_COMPLIANT",
				"The home Region of account " + AUDIT + " does not take in this Region."));
	}

	@Test
	void judgesTheManagementAccountAloneNonCompliantWhereNobodyAdministers() {
		this.hubs.on(MEMBER, REGION).on(MANAGEMENT, REGION);
		this.night.cell(MANAGEMENT, "securityhub-organization", REGION, CellStatus.NOT_ENABLED)
			.cell(MANAGEMENT, "securityhub-aggregator", "global", CellStatus.NOT_ENABLED);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "NOT_APPLICABLE",
						"Nobody administers Security Hub for the organization, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT",
						"Nobody administers Security Hub for the organization in this Region."));
	}

	@Test
	void judgesTheManagementAccountNonCompliantForARegionThatNobodyAdministers() {
		this.hubs.administered("us-east-1")
			.aggregates("us-east-1", "ALL_REGIONS")
			.on(AUDIT, REGION)
			.on(MANAGEMENT, REGION);
		this.night.cell(MANAGEMENT, "securityhub-organization", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(AUDIT, REGION, "NOT_APPLICABLE",
						"Nobody administers Security Hub for the organization, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT",
						"Nobody administers Security Hub for the organization in this Region."));
	}

	@Test
	void doesNotBelieveAnAdministratorWhoseOwnIsOff() {
		this.hubs.administered(REGION)
			.aggregates("us-east-1", "ALL_REGIONS")
			.off(AUDIT, REGION)
			.on(MEMBER, REGION)
			.member(MEMBER, REGION, "Enabled");
		assertThat(this.hubs.judge(CONTROL)).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA",
					"The administrator " + AUDIT
							+ " answers for the organization, and its own Security Hub is off in this Region."))
			.hasSize(2);
	}

	@Test
	void judgesEveryAccountNonCompliantWhoseAdministratorHasItOff() {
		this.hubs.named(REGION, AUDIT).aggregates("us-east-1", "ALL_REGIONS").on(MEMBER, REGION);
		this.night.cell(AUDIT, "securityhub-organization", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(MEMBER, REGION, "NON_COMPLIANT",
				"The administrator's own Security Hub is off in this Region."));
	}

	@Test
	void doesNotKnowWhatCouldNotBeReadOfTheAggregatorOrTheMembers() {
		this.hubs.administered(REGION).named("us-east-1", AUDIT);
		this.hubs.on(MEMBER, REGION).member(MEMBER, REGION, "Enabled").on(MEMBER, "us-east-1");
		this.night.denied(AUDIT, "securityhub-organization", "us-east-1", "securityhub:ListMembers")
			.denied(AUDIT, "securityhub-aggregator", "global", "securityhub:ListFindingAggregators");
		assertThat(this.hubs.judge(CONTROL)).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA",
					"Which Regions send their findings home could not be read in account " + AUDIT
							+ ": securityhub:ListFindingAggregators was denied (AccessDenied); the permission"
							+ " securityhub:ListFindingAggregators is missing."))
			.hasSize(2);
	}

	@Test
	void doesNotKnowMembersThatCouldNotBeRead() {
		this.hubs.named(REGION, AUDIT).aggregates("us-east-1", "ALL_REGIONS").on(MEMBER, REGION);
		this.night.denied(AUDIT, "securityhub-organization", REGION, "securityhub:ListMembers");
		assertThat(this.hubs.judge(CONTROL)).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(tuple("INSUFFICIENT_DATA",
					"Its members could not be read in account " + AUDIT
							+ ": securityhub:ListMembers was denied (AccessDenied); the permission"
							+ " securityhub:ListMembers is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActiveNorKnowWhatWasExcluded() {
		this.hubs.administered(REGION).aggregates("us-east-1", "ALL_REGIONS");
		this.night.cell(MEMBER, "securityhub", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(MANAGEMENT, "securityhub", REGION, CellStatus.EXCLUDED);
		this.hubs.member(MANAGEMENT, REGION, "Enabled");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "NOT_APPLICABLE", "The account is not active."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void doesNotKnowWhereNobodyWasAsked() {
		this.hubs.on(MEMBER, REGION);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
				"Nobody was asked for the organization in this Region."));
	}

}
