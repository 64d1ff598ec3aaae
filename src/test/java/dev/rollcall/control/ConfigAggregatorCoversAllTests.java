package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code config.aggregator_covers_all}. */
class ConfigAggregatorCoversAllTests {

	private static final String MANAGEMENT = "999999999999";

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String AUDIT = "555555555555";

	private static final String AGGREGATOR = "arn:aws:config:us-east-1:555555555555:config-aggregator/all";

	private static final String COVERED = "Covered by aggregator " + AGGREGATOR + " in account " + AUDIT
			+ ", last on 2026-11-22.";

	private static final String MISSED = "No organization aggregator takes in this Region.";

	private static final String LATELY = "2026-11-22T01:00:00Z";

	@RegisterExtension
	final TestNight night = new TestNight();

	@RegisterExtension
	final TestNight list = new TestNight();

	ConfigAggregatorCoversAllTests() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MANAGEMENT, "config-recorder", REGION)
			.cell(MANAGEMENT, "config-aggregator", "us-east-1", CellStatus.NOT_ENABLED)
			.read(AUDIT, "config-aggregator", "us-east-1");
	}

	@Test
	void judgesEveryAccountCompliantByAggregatorOfAllRegions() {
		asked().aggregator(Map.of("all_regions", true)).takesIn(MEMBER, REGION).takesIn(MANAGEMENT, REGION);
		assertThat(judge()).containsExactly(Judgement.of(MEMBER, REGION, "COMPLIANT", COVERED),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT", COVERED));
	}

	@Test
	void judgesEveryAccountNonCompliantInRegionThatTheAggregatorDoesNotName() {
		asked().night.read(MANAGEMENT, "config-recorder", "us-east-1").read(MEMBER, "config-recorder", "us-east-1");
		aggregator(Map.of("all_regions", false, "regions", List.of(REGION))).takesIn(MEMBER, REGION)
			.takesIn(MANAGEMENT, REGION);
		assertThat(judge()).containsExactly(Judgement.of(MEMBER, REGION, "COMPLIANT", COVERED),
				Judgement.of(MEMBER, "us-east-1", "NON_COMPLIANT", MISSED),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT", COVERED),
				Judgement.of(MANAGEMENT, "us-east-1", "NON_COMPLIANT", MISSED));
	}

	@Test
	void doesNotKnowWhetherAMemberHasARegionThatIsNotTakenIn() {
		aggregator(Map.of("all_regions", false, "regions", List.of("us-east-1")));
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.denied(MEMBER, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		assertThat(judge()).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"config:DescribeConfigurationRecorders was denied (AccessDenied); the permission"
								+ " config:DescribeConfigurationRecorders is missing."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT", MISSED));
	}

	@Test
	void judgesTheManagementAccountAloneNonCompliantWithoutAggregator() {
		asked();
		assertThat(judge()).containsExactly(
				Judgement.of(MEMBER, REGION, "NOT_APPLICABLE",
						"There is no organization aggregator, for which account " + MANAGEMENT + " answers."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT", MISSED));
	}

	@Test
	void takesAggregatorOfNamedAccountsForNone() {
		asked()
			.aggregator(Map.of("organization", false, "all_regions", true, "regions", List.of(REGION), "accounts",
					List.of(MEMBER)))
			.takesIn(MEMBER, REGION)
			.takesIn(MANAGEMENT, REGION);
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("NOT_APPLICABLE", "NON_COMPLIANT");
	}

	@Test
	void judgesAccountThatFailsTheAggregatorNonCompliant() {
		asked().aggregator(Map.of("all_regions", true))
			.state(AGGREGATOR,
					Map.of("source_id", MEMBER, "source_type", "ACCOUNT", "source_region", REGION, "last_update_status",
							"FAILED", "last_error_code", "NoSuchConfigurationRecorder"))
			.takesIn(MEMBER, "us-east-1")
			.takesIn(MANAGEMENT, REGION);
		assertThat(judge()).containsExactly(
				Judgement.of(MEMBER, REGION, "NON_COMPLIANT",
						"Aggregator " + AGGREGATOR + " in account " + AUDIT
								+ " last failed to take in this account and Region: NoSuchConfigurationRecorder."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT", COVERED));
	}

	@Test
	void doesNotTakeAccountThatIsNotNamedForTakenIn() {
		asked().aggregator(Map.of("all_regions", true)).takesIn(MANAGEMENT, REGION).takesIn(MEMBER, "us-east-1");
		assertThat(judge()).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"Aggregator " + AGGREGATOR + " in account " + AUDIT
								+ " does not name this account and Region among those that it takes in."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT", COVERED));
	}

	@Test
	void doesNotTakeAnEmptyListForSuccess() {
		asked().aggregator(Map.of("all_regions", true));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA", "INSUFFICIENT_DATA");
	}

	@Test
	void judgesNobodyCompliantWhereTheOrganizationAsAWholeFailed() {
		asked().aggregator(Map.of("all_regions", true))
			.takesIn(MEMBER, REGION)
			.takesIn(MANAGEMENT, REGION)
			.organization("FAILED", "us-east-1");
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("NON_COMPLIANT",
					"Aggregator " + AGGREGATOR + " in account " + AUDIT
							+ " last failed to take in the organization: no error code."))
			.hasSize(2);
	}

	@Test
	void takesWhatIsSaidOfTheRegionBeforeWhatIsSaidOfAnother() {
		asked().aggregator(Map.of("all_regions", true))
			.takesIn(MEMBER, REGION)
			.takesIn(MANAGEMENT, REGION)
			.organization("FAILED", "us-east-1")
			.organization("SUCCEEDED", REGION);
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT", "COMPLIANT");
	}

	@Test
	void restsOnTheOrganizationWhereNoAccountIsNamed() {
		asked().aggregator(Map.of("all_regions", true)).organization("SUCCEEDED", null);
		assertThat(judge()).containsExactly(Judgement.of(MEMBER, REGION, "COMPLIANT", COVERED),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT", COVERED));
	}

	@Test
	void doesNotRestOnTheOrganizationInAnotherRegion() {
		asked().aggregator(Map.of("all_regions", true)).organization("SUCCEEDED", "us-east-1");
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA", "INSUFFICIENT_DATA");
	}

	@Test
	void doesNotKnowWhatIsOutOfDateOrNew() {
		asked().aggregator(Map.of("all_regions", true))
			.state(AGGREGATOR,
					Map.of("source_id", MEMBER, "source_type", "ACCOUNT", "source_region", REGION, "last_update_status",
							"OUTDATED"))
			.takesIn(MANAGEMENT, REGION)
			.organization("PAUSED", "us-east-1");
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA",
					"Aggregator " + AGGREGATOR + " in account " + AUDIT
							+ " does not say that it has taken in this account and Region lately."))
			.hasSize(2);
	}

	@Test
	void doesNotKnowSuccessWithoutDateOrOfLongAgo() {
		asked().aggregator(Map.of("all_regions", true))
			.state(AGGREGATOR,
					Map.of("source_id", MEMBER, "source_type", "ACCOUNT", "source_region", REGION, "last_update_status",
							"SUCCEEDED"))
			.state(AGGREGATOR, Map.of("source_id", MANAGEMENT, "source_type", "ACCOUNT", "source_region", REGION,
					"last_update_status", "SUCCEEDED", "last_updated_at", "2026-11-16T00:59:59Z"));
		assertThat(judge()).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"Aggregator " + AGGREGATOR + " in account " + AUDIT
								+ " does not say that it has taken in this account and Region lately."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA", "Aggregator " + AGGREGATOR + " in account "
						+ AUDIT + " last took in this account and Region on 2026-11-16."));
	}

	@Test
	void countsOnSuccessOfAWeek() {
		asked().aggregator(Map.of("all_regions", true))
			.takesIn(MEMBER, REGION)
			.state(AGGREGATOR, Map.of("source_id", MANAGEMENT, "source_region", REGION, "last_update_status",
					"SUCCEEDED", "last_updated_at", "2026-11-16T01:00:00Z"));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT", "COMPLIANT");
	}

	@Test
	void judgesAggregatorOfSomeResourcesNonCompliant() {
		asked().aggregator(Map.of("all_regions", true, "filtered", true))
			.takesIn(MEMBER, REGION)
			.takesIn(MANAGEMENT, REGION);
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("NON_COMPLIANT",
					"Aggregator " + AGGREGATOR + " in account " + AUDIT + " takes in some resources only."));
	}

	@Test
	void judgesAccountThatOneAggregatorTakesInCompliantThoughItFailsAnother() {
		asked().aggregator(Map.of("all_regions", true)).takesIn(MEMBER, REGION).takesIn(MANAGEMENT, REGION);
		aggregator(Map.of("arn", AGGREGATOR + "-2", "all_regions", true)).state(AGGREGATOR + "-2",
				Map.of("source_id", MEMBER, "source_region", REGION, "last_update_status", "FAILED"));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT", "COMPLIANT");
	}

	@Test
	void namesTheDeniedOperationAndWhereItWasAsked() {
		asked().night.denied(AUDIT, "config-aggregator", "eu-south-1", "config:DescribeConfigurationAggregators");
		aggregator(Map.of("all_regions", true))
			.state(AGGREGATOR, Map.of("source_id", MEMBER, "source_region", REGION, "last_update_status", "FAILED"))
			.takesIn(MANAGEMENT, REGION);
		assertThat(judge()).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"Whether the organization has an aggregator could not be read in account " + AUDIT
								+ ": config:DescribeConfigurationAggregators was denied (AccessDenied); the"
								+ " permission config:DescribeConfigurationAggregators is missing."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT", COVERED));
	}

	@Test
	void judgesByTheAggregatorAlthoughTheAccountIsAGap() {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.denied(MEMBER, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		aggregator(Map.of("all_regions", true)).takesIn(MEMBER, REGION).takesIn(MANAGEMENT, REGION);
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT", "COMPLIANT");
	}

	@Test
	void doesNotKnowWhereNobodySaidWhoAdministers() {
		this.night.read(MEMBER, "config-recorder", REGION)
			.denied(MANAGEMENT, "organizations-delegation", "global", "organizations:ListDelegatedAdministrators");
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA",
					"Whether the organization has an aggregator could not be read in account " + MANAGEMENT
							+ ": organizations:ListDelegatedAdministrators was denied (AccessDenied); the"
							+ " permission organizations:ListDelegatedAdministrators is missing."))
			.hasSize(2);
	}

	@Test
	void doesNotKnowWhatAggregatorDoesNotSay() {
		asked().aggregator(Map.of());
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(
					tuple("INSUFFICIENT_DATA", "AWS Config does not say what aggregator " + AGGREGATOR + " takes in."));
	}

	@Test
	void doesNotKnowWhetherAggregatorIsTheOrganizations() {
		asked().night.row("config_aggregator", AUDIT, "us-east-1", Map.of("arn", AGGREGATOR, "all_regions", true));
		assertThat(judge()).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(
					tuple("INSUFFICIENT_DATA", "AWS Config does not say what aggregator " + AGGREGATOR + " takes in."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MEMBER, "config-recorder", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		aggregator(Map.of("all_regions", true)).takesIn(MEMBER, REGION).takesIn(MANAGEMENT, REGION);
		assertThat(judge()).containsExactly(
				Judgement.of(MEMBER, REGION, "NOT_APPLICABLE", "The account is not active."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT", COVERED));
	}

	@Test
	void doesNotKnowWhatWasExcludedAlthoughTheOrganizationHasAnAggregator() {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MEMBER, "config-recorder", REGION, CellStatus.EXCLUDED);
		aggregator(Map.of("all_regions", true)).takesIn(MEMBER, REGION).takesIn(MANAGEMENT, REGION);
		assertThat(judge()).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT", COVERED));
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
					Map.of("arn", AGGREGATOR, "organization", true, "all_regions", true))
			.row("config_aggregator_state", AUDIT, "us-east-1",
					Map.of("aggregator_arn", AGGREGATOR, "source_id", MEMBER, "source_type", "ACCOUNT", "source_region",
							REGION, "last_update_status", "SUCCEEDED", "last_updated_at", LATELY));
		assertThat(this.list.judge("config.aggregator_covers_all")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "Nobody said whether the account belongs to an organization."));
	}

	private List<Judgement> judge() {
		return this.night.judge("config.aggregator_covers_all");
	}

	/** Member and delegation were read. */
	private ConfigAggregatorCoversAllTests asked() {
		this.night.read(MEMBER, "config-recorder", REGION).read(MANAGEMENT, "organizations-delegation", "global");
		return this;
	}

	/** There is an aggregator, of the organization unless said otherwise. */
	private ConfigAggregatorCoversAllTests aggregator(Map<String, ?> values) {
		Map<String, Object> aggregator = new HashMap<>(Map.of("arn", AGGREGATOR, "organization", true));
		aggregator.putAll(values);
		this.night.row("config_aggregator", AUDIT, "us-east-1", aggregator);
		return this;
	}

	private ConfigAggregatorCoversAllTests takesIn(String account, String region) {
		return state(AGGREGATOR, Map.of("source_id", account, "source_type", "ACCOUNT", "source_region", region,
				"last_update_status", "SUCCEEDED", "last_updated_at", LATELY));
	}

	private ConfigAggregatorCoversAllTests organization(String status, @Nullable String region) {
		Map<String, Object> state = new HashMap<>(Map.of("source_id", "o-1", "source_type", "ORGANIZATION",
				"last_update_status", status, "last_updated_at", LATELY));
		if (region != null) {
			state.put("source_region", region);
		}
		return state(AGGREGATOR, state);
	}

	private ConfigAggregatorCoversAllTests state(String aggregator, Map<String, ?> values) {
		Map<String, Object> state = new HashMap<>(values);
		state.put("aggregator_arn", aggregator);
		this.night.row("config_aggregator_state", AUDIT, "us-east-1", state);
		return this;
	}

}
