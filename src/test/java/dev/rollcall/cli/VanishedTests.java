package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import dev.rollcall.simulator.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K6: what vanishes between two calls is that thing's matter alone. A unit is deleted
 * before its accounts are listed, accounts leave, and things in accounts are deleted
 * between list and description.
 */
class VanishedTests {

	private static final String HOME = VerdictNight.REGIONS.get(0);

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		night = VerdictNight.in(out)
			.with("audit", passed(States.answer("organizations:ListAccountsForParent"), 2),
					passed(gone("organizations:ListAccountsForParent", "ParentNotFoundException"), 1),
					passed(gone("organizations:ListParents", "ChildNotFoundException"), 1),
					passed(gone("organizations:ListDelegatedServicesForAccount", "AccountNotFoundException"), 1))
			.account("first of its unit")
			.account("second of its unit")
			.account("left before its tags", gone("organizations:ListTagsForResource", "TargetNotFoundException"))
			.account("trail deleted", gone("cloudtrail:GetTrailStatus", "TrailNotFoundException"))
			.account("trail deleted before its selectors",
					gone("cloudtrail:GetEventSelectors", "TrailNotFoundException"))
			.account("recorder deleted",
					States.in(HOME,
							gone("config:DescribeConfigurationRecorderStatus", "NoSuchConfigurationRecorderException")),
					States.in(HOME, passed(States.answer("config:DescribeConfigurationRecorders"), 1)),
					States.in(HOME,
							States.answer("config:DescribeConfigurationRecorders", "ConfigurationRecorders[*]", null)))
			.account("channel deleted",
					States.in(HOME, gone("config:DescribeDeliveryChannelStatus", "NoSuchDeliveryChannelException")),
					States.in(HOME, passed(States.answer("config:DescribeDeliveryChannels"), 1)),
					States.in(HOME, States.answer("config:DescribeDeliveryChannels", "DeliveryChannels[*]", null)))
			.account("said to be deleted",
					gone("config:DescribeConfigurationRecorderStatus", "NoSuchConfigurationRecorderException"),
					gone("config:DescribeDeliveryChannelStatus", "NoSuchDeliveryChannelException"))
			.account("rule deleted while rules are listed",
					passed(gone("config:DescribeComplianceByConfigRule", "NoSuchConfigRuleException"), 1))
			.account("untouched")
			.run();
	}

	/** The state for so many calls. */
	private static Fault passed(Fault state, int times) {
		return new Fault(null, null, state.operation(), state.effect(), times);
	}

	private static Fault gone(String operation, String code) {
		return States.refusal(operation, 400, code, "not found");
	}

	@Test
	void endsNoNight() {
		assertThat(night.exitCode()).isIn(0, 4);
	}

	@Test
	void anAccountThatLeftIsNotActiveAndSaysWhy() throws SQLException {
		assertThat(night.rows("""
				SELECT DISTINCT a.name, a.state, a.unplaced_reason, c.status, c.calls, c.error_code, c.unread_reason
				FROM {account} a JOIN {coverage} c ON c.account_id = a.account_id WHERE a.state = 'LEFT'"""))
			.singleElement()
			.asString()
			.endsWith("|LEFT|organizations:ListParents failed (ChildNotFoundException).|ACCOUNT_NOT_ACTIVE|0"
					+ "|ACCOUNT_LEFT|The account is no longer in the organization.");
		assertThat(night.rows("""
				SELECT DISTINCT verdict FROM {finding} WHERE account_id IN
				  (SELECT account_id FROM {account} WHERE state = 'LEFT')""")).containsExactly("NOT_APPLICABLE");
	}

	@Test
	void accountsOfAUnitThatIsGoneAreStillAskedAndTheirUnitIsSaidToBeUnknown() throws SQLException {
		List<String> unplaced = night.rows("""
				SELECT DISTINCT a.ou_path IS NULL, regexp_replace(a.unplaced_reason, 'ou-[0-9a-z-]+', 'OU'), c.status
				FROM {account} a JOIN {coverage} c ON c.account_id = a.account_id AND c.source = 'iam-root-user'
				WHERE a.unplaced_reason IS NOT NULL AND a.state = 'ACTIVE'""");
		assertThat(unplaced).containsExactly("true|The unit OU was not among those of the organization.|READ");
		assertThat(night.rows("SELECT count(*) FROM {account} WHERE ou_path IS NOT NULL")).isNotEqualTo(List.of("0"));
	}

	@Test
	void tagsOfAnAccountThatLeftAreNoGap() throws SQLException {
		assertThat(night.rows("""
				SELECT source, status, operation, error_code, gap, unread_reason FROM {coverage}
				WHERE account_id = '%s' AND status <> 'READ' AND source IN ('account-tags', 'iam-root-user')"""
			.formatted(night.id("left before its tags")))).containsExactly(
					"account-tags|ACCOUNT_NOT_ACTIVE|organizations:ListTagsForResource|TargetNotFoundException|false"
							+ "|The account is no longer in the organization.");
	}

	@Test
	void aTrailThatIsDeletedIsNotThereAndOthersStand() throws SQLException {
		for (String account : List.of("trail deleted", "trail deleted before its selectors")) {
			assertThat(gaps(account)).as(account).isEmpty();
			assertThat(night.verdicts("cloudtrail.trail_logging", account)).as(account)
				.containsExactly("NOT_APPLICABLE");
		}
		assertThat(night.verdicts("cloudtrail.trail_logging", "untouched")).containsExactly("COMPLIANT");
	}

	@Test
	void aRecorderThatIsDeletedIsNotThere() throws SQLException {
		assertThat(night.findings("config.recorder_all_regions", "recorder deleted"))
			.contains(HOME + " NON_COMPLIANT There is no configuration recorder.");
		assertThat(gaps("recorder deleted")).isEmpty();
	}

	@Test
	void aChannelThatIsDeletedIsNotThere() throws SQLException {
		assertThat(night.findings("config.delivery_configured", "channel deleted"))
			.filteredOn((line) -> line.startsWith(HOME + " NON_COMPLIANT"))
			.hasSize(1);
		assertThat(gaps("channel deleted")).isEmpty();
	}

	@Test
	void whatIsStillListedIsThereWithoutAStatus() throws SQLException {
		assertThat(gaps("said to be deleted")).isEmpty();
		for (String control : List.of("config.recorder_all_regions", "config.recorder_running", "config.delivery_ok")) {
			assertThat(night.verdicts(control, "said to be deleted")).as(control)
				.isNotEmpty()
				.containsOnly("INSUFFICIENT_DATA");
		}
		assertThat(night.verdicts("config.delivery_configured", "said to be deleted")).containsOnly("COMPLIANT");
	}

	@Test
	void rulesAreListedOnceMoreWhereOneIsDeletedMeanwhile() throws SQLException {
		assertThat(gaps("rule deleted while rules are listed")).isEmpty();
		assertThat(night.verdicts("config.rule_compliance", "rule deleted while rules are listed"))
			.containsExactly("COMPLIANT");
	}

	@Test
	void anAdministratorThatLeftIsNoneAndOthersStand() throws SQLException {
		assertThat(night.rows("SELECT status FROM {coverage} WHERE source = 'organizations-delegation'"))
			.containsExactly("READ");
		assertThat(night.rows("SELECT count(DISTINCT administrator_id) FROM {delegated_administrator}"))
			.containsExactly("1");
	}

	private static List<String> gaps(String account) throws SQLException {
		return night.rows("SELECT source, region, error_code FROM {coverage} WHERE gap AND account_id = '%s'"
			.formatted(night.id(account)));
	}

}
