package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code config.aggregator_covers_all}. */
class ConfigAggregatorCoversAllTests {

	private static final String MANAGEMENT = "999999999999";

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String AUDIT = "555555555555";

	private static final String AGGREGATOR = "arn:aws:config:us-east-1:555555555555:config-aggregator/all";

	@RegisterExtension
	final TestNight night = new TestNight();

	@RegisterExtension
	final TestNight list = new TestNight();

	ConfigAggregatorCoversAllTests() {
		this.night.management(MANAGEMENT).member(MEMBER);
	}

	@Test
	void judgesEveryAccountCompliantByAggregatorOfAllRegions() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1",
					Map.of("arn", AGGREGATOR, "organization", true, "all_regions", true));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."));
	}

	@Test
	void judgesEveryAccountCompliantInRegionThatTheAggregatorNames() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "config-recorder", "us-east-1")
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1",
					Map.of("arn", AGGREGATOR, "organization", true, "all_regions", false, "regions", List.of(REGION)));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."),
				Judgement.of(MANAGEMENT, "us-east-1", "NON_COMPLIANT",
						"No organization aggregator takes in this Region."));
	}

	@Test
	void judgesTheManagementAccountAloneNonCompliantInRegionThatIsNotTakenIn() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1", Map.of("arn", AGGREGATOR, "organization", true, "all_regions",
					false, "regions", List.of("us-east-1")));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "NOT_APPLICABLE",
						"No organization aggregator takes in this Region, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT", "No organization aggregator takes in this Region."));
	}

	@Test
	void judgesTheManagementAccountAloneNonCompliantWithoutAggregator() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1");
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "NOT_APPLICABLE",
						"No organization aggregator takes in this Region, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT", "No organization aggregator takes in this Region."));
	}

	@Test
	void takesAggregatorOfNamedAccountsForNone() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1", Map.of("arn", AGGREGATOR, "organization", false,
					"all_regions", true, "regions", List.of(REGION), "accounts", List.of(MEMBER)));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "NOT_APPLICABLE",
						"No organization aggregator takes in this Region, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT", "No organization aggregator takes in this Region."));
	}

	@Test
	void judgesAccountThatFailsTheAggregatorNonCompliant() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1", Map.of("arn", AGGREGATOR, "organization", true, "all_regions",
					true, "failed_sources", List.of(MEMBER + "/" + REGION, MANAGEMENT + "/us-east-1")));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "NON_COMPLIANT",
						"Aggregator " + AGGREGATOR + " in account " + AUDIT
								+ " last failed to take in this account and Region."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."));
	}

	@Test
	void judgesAccountThatOneAggregatorTakesInCompliantThoughItFailsAnother() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1",
					Map.of("arn", AGGREGATOR, "organization", true, "all_regions", true))
			.row("config_aggregator", AUDIT, "us-east-1", Map.of("arn", AGGREGATOR + "-2", "organization", true,
					"all_regions", true, "failed_sources", List.of(MEMBER + "/" + REGION)));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."));
	}

	@Test
	void namesTheDeniedOperationAndWhereItWasAsked() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.denied(AUDIT, "config-aggregator", "eu-south-1", "config:DescribeConfigurationAggregators");
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"Whether the organization has an aggregator could not be read in account " + AUDIT
								+ ": config:DescribeConfigurationAggregators was denied (AccessDenied); the"
								+ " permission config:DescribeConfigurationAggregators is missing."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA",
						"Whether the organization has an aggregator could not be read in account " + AUDIT
								+ ": config:DescribeConfigurationAggregators was denied (AccessDenied); the"
								+ " permission config:DescribeConfigurationAggregators is missing."));
	}

	@Test
	void doesNotKnowWhetherAnotherAggregatorTakesInWhatFailsOne() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.denied(AUDIT, "config-aggregator", "eu-south-1", "config:DescribeConfigurationAggregators")
			.row("config_aggregator", AUDIT, "us-east-1", Map.of("arn", AGGREGATOR, "organization", true, "all_regions",
					true, "failed_sources", List.of(MEMBER + "/" + REGION)));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"Whether the organization has an aggregator could not be read in account " + AUDIT
								+ ": config:DescribeConfigurationAggregators was denied (AccessDenied); the"
								+ " permission config:DescribeConfigurationAggregators is missing."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."));
	}

	@Test
	void judgesByTheAggregatorAlthoughAnotherCellIsAGap() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.denied(MEMBER, "config-recorder", REGION, "config:DescribeConfigurationRecorders")
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.denied(AUDIT, "config-aggregator", "eu-south-1", "config:DescribeConfigurationAggregators")
			.row("config_aggregator", AUDIT, "us-east-1",
					Map.of("arn", AGGREGATOR, "organization", true, "all_regions", true));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."));
	}

	@Test
	void doesNotKnowWhereNobodySaidWhoAdministers() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.denied(MANAGEMENT, "organizations-delegation", "global", "organizations:ListDelegatedAdministrators")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"Whether the organization has an aggregator could not be read in account " + MANAGEMENT
								+ ": organizations:ListDelegatedAdministrators was denied (AccessDenied); the"
								+ " permission organizations:ListDelegatedAdministrators is missing."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA",
						"Whether the organization has an aggregator could not be read in account " + MANAGEMENT
								+ ": organizations:ListDelegatedAdministrators was denied (AccessDenied); the"
								+ " permission organizations:ListDelegatedAdministrators is missing."));
	}

	@Test
	void doesNotKnowWhatAggregatorDoesNotSay() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1", Map.of("arn", AGGREGATOR, "organization", true));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"AWS Config does not say what aggregator " + AGGREGATOR + " takes in."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA",
						"AWS Config does not say what aggregator " + AGGREGATOR + " takes in."));
	}

	@Test
	void doesNotKnowWhetherAggregatorIsTheOrganizations() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1", Map.of("arn", AGGREGATOR, "all_regions", true));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"AWS Config does not say what aggregator " + AGGREGATOR + " takes in."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA",
						"AWS Config does not say what aggregator " + AGGREGATOR + " takes in."));
	}

	@Test
	void knowsWhatAggregatorOfNamedAccountsDoesNotSay() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.read(MEMBER, "config-recorder", REGION)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1", Map.of("arn", AGGREGATOR, "organization", false));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "NOT_APPLICABLE",
						"No organization aggregator takes in this Region, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT", "No organization aggregator takes in this Region."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.cell(MEMBER, "config-recorder", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1",
					Map.of("arn", AGGREGATOR, "organization", true, "all_regions", true));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "NOT_APPLICABLE", "The account is not active."), Judgement.of(MANAGEMENT,
						REGION, "COMPLIANT", "Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."));
	}

	@Test
	void doesNotKnowWhatWasExcludedAlthoughTheOrganizationHasAnAggregator() {
		this.night.read(MANAGEMENT, "config-recorder", REGION)
			.cell(MEMBER, "config-recorder", REGION, CellStatus.EXCLUDED)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1",
					Map.of("arn", AGGREGATOR, "organization", true, "all_regions", true));
		assertThat(this.night.judge("config.aggregator_covers_all")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT",
						"Covered by aggregator " + AGGREGATOR + " in account " + AUDIT + "."));
	}

	@Test
	void doesNotKnowOfAListWhoseOrganizationIsNotAsked() {
		this.list.listed(MEMBER)
			.read(MEMBER, "config-recorder", REGION)
			.cell(MEMBER, "organizations-delegation", "global", CellStatus.EXCLUDED)
			.cell(MEMBER, "config-aggregator", "us-east-1", CellStatus.EXCLUDED);
		assertThat(this.list.judge("config.aggregator_covers_all")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "Whether the organization has an aggregator could not be read in account " + MEMBER
						+ ": Left out by configuration or flags."));
	}

	@Test
	void doesNotTakeAggregatorForThatOfAccountWhoseOrganizationNobodyNamed() {
		this.list.listed(MEMBER)
			.read(MEMBER, "config-recorder", REGION)
			.read(AUDIT, "config-aggregator", "us-east-1")
			.row("config_aggregator", AUDIT, "us-east-1",
					Map.of("arn", AGGREGATOR, "organization", true, "all_regions", true));
		assertThat(this.list.judge("config.aggregator_covers_all")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "Nobody said whether the account belongs to an organization."));
	}

}
