package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.collect.Cells;
import dev.rollcall.collect.SourceDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K5: which Regions there are is not asked of one account. Neither the account where we
 * run nor management has us-east-1 here, and others have.
 */
class RegionsNobodyAskedTests {

	private static final String LISTED = "Regions[RegionName=us-east-1]";

	private static final String ADDED = "us-east-1";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		night = VerdictNight.in(out)
			.with("audit", States.answer("account:ListRegions", LISTED + ".RegionOptStatus", "DISABLED"))
			.with("management", States.answer("account:ListRegions", LISTED + ".RegionOptStatus", "DISABLED"))
			.account("has it")
			.account("has it off", States.answer("account:ListRegions", LISTED + ".RegionOptStatus", "DISABLED"))
			.account("recorder stopped there",
					States.in(ADDED,
							States.answer("config:DescribeConfigurationRecorderStatus",
									"ConfigurationRecordersStatus[*].recording", "false")))
			.account("does not name it", States.answer("account:ListRegions", LISTED, null))
			.account("names none", States.answer("account:ListRegions", "Regions[*]", null))
			.account("does not say", States.denial("account:ListRegions"))
			.account("subscription missing there",
					States.in(ADDED,
							States.refusal("config:DescribeConfigurationRecorders", 403, "OptInRequired",
									"The AWS Access Key Id needs a subscription for the service")))
			.account("being enabled", States.answer("account:ListRegions", LISTED + ".RegionOptStatus", "ENABLING"),
					States.in(ADDED,
							States.refusal("config:DescribeConfigurationRecorders", 403, "OptInRequired",
									"The Region is not enabled")))
			.account("being disabled", States.answer("account:ListRegions", LISTED + ".RegionOptStatus", "DISABLING"))
			.run();
	}

	@Test
	void asksAnAccountTheRegionsThatItsOwnListAdds() throws SQLException {
		assertThat(night.findings("config.recorder_running", "has it"))
			.anyMatch((line) -> line.startsWith(ADDED + " COMPLIANT "));
	}

	@Test
	void findsWhatIsWrongWhereNobodyElseLooks() throws SQLException {
		assertThat(night.findings("config.recorder_all_regions", "recorder stopped there"))
			.contains(ADDED + " NON_COMPLIANT The configuration recorder is stopped.");
	}

	@Test
	void closesTheRegionWithoutACallWhereAnAccountHasItDisabled() throws SQLException {
		for (String account : List.of("has it off", "audit", "management")) {
			assertThat(cells(account)).as(account).containsOnly("REGION_DISABLED|0|false");
			assertThat(night.verdicts("config.recorder_all_regions", account)).as(account)
				.containsExactly("COMPLIANT", "NOT_APPLICABLE");
		}
	}

	@Test
	void doesNotKnowWhatAnAccountHasThereThatDoesNotSayWhetherItHasTheRegion() throws SQLException {
		assertThat(cells("does not say")).containsOnly("DENIED|0|true");
		assertThat(night.findings("config.recorder_all_regions", "does not say"))
			.filteredOn((line) -> line.startsWith(ADDED))
			.singleElement()
			.asString()
			.startsWith(ADDED + " INSUFFICIENT_DATA account:ListRegions was denied");
		assertThat(night.findings("config.recorder_all_regions", "does not say"))
			.filteredOn((line) -> !line.startsWith(ADDED))
			.allMatch((line) -> line.contains(" COMPLIANT "))
			.hasSize(2);
	}

	@Test
	void takesAListThatDoesNotNameARegionForNoAnswer() throws SQLException {
		assertThat(cells("does not name it")).containsOnly("FAILED|0|true");
		assertThat(night.findings("config.recorder_all_regions", "does not name it"))
			.contains(ADDED + " INSUFFICIENT_DATA account:ListRegions failed (REGION_NOT_LISTED).");
	}

	@Test
	void takesAListWithoutAnyRegionForAnUnexpectedAnswer() throws SQLException {
		assertThat(night.rows("SELECT status, error_code FROM {coverage} WHERE source = 'account-regions' AND"
				+ " account_id = '%s'".formatted(night.id("names none"))))
			.containsExactly("FAILED|UnexpectedAnswerException");
		assertThat(cells("names none")).containsOnly("FAILED|0|true");
	}

	@Test
	void completesCoverageForEveryAccountSourceAndRegion() throws SQLException {
		String organizational = Cells.shipped()
			.definitions()
			.stream()
			.filter(SourceDefinition::isOrganizational)
			.map((source) -> "'" + source.name() + "'")
			.collect(Collectors.joining(", "));
		assertThat(night.rows("""
				SELECT source, count(*) FROM {coverage}
				WHERE region <> 'global' AND source NOT IN (%s) AND resource_id IS NULL GROUP BY source
				HAVING count(*) <> 3 * (SELECT count(*) FROM {account})
				  OR count(DISTINCT account_id || region) <> count(*)""".formatted(organizational))).isEmpty();
	}

	@Test
	void closesTheRegionForOwnersThatAreNotThere() throws SQLException {
		assertThat(night.rows("""
				SELECT DISTINCT account_id, status, calls FROM {coverage}
				WHERE source = 'config-aggregator' AND region = '%s' ORDER BY account_id""".formatted(ADDED)))
			.containsExactly(night.id("management") + "|REGION_DISABLED|0", night.id("audit") + "|REGION_DISABLED|0");
	}

	@Test
	void namesTheRegionAmongTheNights() throws SQLException {
		assertThat(night.rows("SELECT unnest(regions) FROM {run}"))
			.containsExactlyInAnyOrderElementsOf(VerdictNight.REGIONS);
	}

	@Test
	void takesNoAnswerForAClosedRegionThatTheAccountsListCallsEnabled() throws SQLException {
		assertThat(night.findings("config.recorder_all_regions", "subscription missing there"))
			.filteredOn((line) -> line.startsWith(ADDED))
			.singleElement()
			.asString()
			.contains(" INSUFFICIENT_DATA config:DescribeConfigurationRecorders failed (OptInRequired), although"
					+ " account:ListRegions calls the Region ENABLED_BY_DEFAULT");
	}

	@Test
	void takesTheAnswerForAClosedRegionWhereTheListSaysThatItIsOnlyBeingEnabled() throws SQLException {
		assertThat(night.findings("config.recorder_all_regions", "being enabled"))
			.contains(ADDED + " NOT_APPLICABLE The Region is not enabled in this account.");
	}

	@Test
	void stillLooksWhereARegionIsBeingDisabled() throws SQLException {
		assertThat(night.verdicts("config.recorder_all_regions", "being disabled")).containsExactly("COMPLIANT");
	}

	@Test
	void asksNothingTwice() throws SQLException {
		assertThat(
				night.rows("SELECT account_id, calls FROM {coverage} WHERE source = 'account-regions' AND calls > 1"))
			.isEmpty();
	}

	@Test
	void saysOfEveryAccountThatItWasAskedWhereverItIs() throws SQLException {
		assertThat(night.verdicts("account.regions_asked", "has it")).containsExactly("COMPLIANT");
		assertThat(night.verdicts("account.regions_asked", "being disabled")).containsExactly("COMPLIANT");
		assertThat(night.verdicts("account.regions_asked", "does not say")).containsExactly("INSUFFICIENT_DATA");
	}

	/** {@code STATUS|CALLS|GAP} of an account's Regional cells in the added Region. */
	private static List<String> cells(String account) throws SQLException {
		return night.rows("""
				SELECT DISTINCT status, calls, gap FROM {coverage}
				WHERE account_id = '%s' AND region = '%s' AND source <> 'config-aggregator'
				ORDER BY status""".formatted(night.id(account), ADDED));
	}

}
