package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.cli.VerdictNight.Stated;
import dev.rollcall.simulator.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.rollcall.cli.States.answer;
import static dev.rollcall.cli.States.denial;
import static dev.rollcall.cli.States.in;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole night of what an administrator of GuardDuty says of its members, and of what it
 * does not: K1, owner and account that disagree; K2, members of whom the answer is
 * silent; K3, features that are left out.
 */
class GuardDutyNightTests {

	private static final String HOME = "ap-northeast-1";

	private static final String LIST = "guardduty:ListMembers";

	private static final String GET = "guardduty:GetMemberDetectors";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		Stated stated = VerdictNight.in(out)
			.account("in order")
			.account("another administrator")
			.account("not named")
			.account("without data sources")
			.account("runtime off")
			.account("lists disagree")
			.account("feature missing")
			.account("suspended", in(HOME, answer("guardduty:GetDetector", "Status", "DISABLED")))
			.account("suspended, and on")
			.account("unheard-of relationship")
			.account("listed twice")
			.account("without detector")
			.account("removed, and denied", in(HOME, denial("guardduty:ListDetectors")))
			.account("removed, in a newer state", in(HOME, answer("guardduty:GetDetector", "Status", "PAUSED")))
			.account("not processed, and off", in(HOME, answer("guardduty:ListDetectors", "DetectorIds", "[]")));
		night = stated
			.with("audit", in(HOME, members(stated)), in(HOME, detectors(stated)),
					in("ap-northeast-3",
							answer("guardduty:DescribeOrganizationConfiguration", "AutoEnableOrganizationMembers",
									"NONE")),
					in("us-east-1",
							answer("guardduty:DescribeOrganizationConfiguration", "MemberAccountLimitReached", "true")))
			.run();
	}

	private static Fault members(Stated stated) {
		List<@Nullable String> changes = new ArrayList<>();
		change(changes, stated, "another administrator", "AdministratorId", "999988887777");
		change(changes, stated, "suspended", "RelationshipStatus", "Disabled");
		change(changes, stated, "suspended, and on", "RelationshipStatus", "Disabled");
		change(changes, stated, "unheard-of relationship", "RelationshipStatus", "Paused");
		change(changes, stated, "removed, and denied", "RelationshipStatus", "Removed");
		change(changes, stated, "removed, in a newer state", "RelationshipStatus", "Removed");
		change(changes, stated, "without detector", "DetectorId", null);
		changes.add("Members[+]");
		changes.add("{\"accountId\": \"" + stated.id("listed twice") + "\", \"relationshipStatus\": \"Removed\"}");
		return answer(LIST, changes.toArray(String[]::new));
	}

	private static void change(List<@Nullable String> changes, Stated stated, String name, String member,
			@Nullable String value) {
		changes.add("Members[accountId=" + stated.id(name) + "]." + member);
		changes.add(value);
	}

	private static Fault detectors(Stated stated) {
		return answer(GET, of(stated, "not named"), null, of(stated, "without data sources") + ".DataSources", null,
				of(stated, "runtime off") + ".Features[name=RUNTIME_MONITORING].Status", "DISABLED",
				of(stated, "lists disagree") + ".DataSources.S3Logs.Status", "DISABLED",
				of(stated, "feature missing") + ".Features[name=RDS_LOGIN_EVENTS]", null, "UnprocessedAccounts[+]",
				"{\"accountId\": \"" + stated.id("not processed, and off") + "\", \"result\": \"not now\"}");
	}

	private static String of(Stated stated, String name) {
		return "MemberDataSourceConfigurations[accountId=" + stated.id(name) + "]";
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					in order                  | COMPLIANT         | as its administrator
					another administrator     | COMPLIANT         | as the account itself says.
					not named                 | COMPLIANT         | as the account itself says.
					without data sources      | COMPLIANT         | as the account itself says.
					runtime off               | COMPLIANT         | as its administrator
					lists disagree            | COMPLIANT         | as its administrator
					suspended                 | NON_COMPLIANT     | GuardDuty is suspended.
					suspended, and on         | INSUFFICIENT_DATA | calls the account Disabled, and the account's own answer is ON.
					unheard-of relationship   | COMPLIANT         | as the account itself says.
					listed twice              | COMPLIANT         | as the account itself says.
					without detector          | COMPLIANT         | as the account itself says.
					removed, and denied       | INSUFFICIENT_DATA | guardduty:ListDetectors
					removed, in a newer state | INSUFFICIENT_DATA | guardduty:GetDetector failed (UnexpectedAnswerException)
					not processed, and off    | INSUFFICIENT_DATA | calls the account Enabled, and the account's own answer is OFF.
					""")
	void tellsWhereGuardDutyIsOn(String name, String verdict, String reason) throws SQLException {
		judges("guardduty.enabled", name, verdict, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			in order        | COMPLIANT         | Everything wanted is on.
			runtime off     | NON_COMPLIANT     | Turned off: RUNTIME_MONITORING.
			lists disagree  | INSUFFICIENT_DATA | disagree: S3_DATA_EVENTS.
			feature missing | INSUFFICIENT_DATA | Nothing says whether these are on: RDS_LOGIN_EVENTS.
			suspended       | NON_COMPLIANT     | GuardDuty is suspended.
			not named       | COMPLIANT         | Everything wanted is on.
			""")
	void tellsWhatItLooksAt(String name, String verdict, String reason) throws SQLException {
		judges("guardduty.features", name, verdict, reason);
	}

	private static void judges(String control, String name, String verdict, String reason) throws SQLException {
		assertThat(night.findings(control, name)).filteredOn((line) -> line.startsWith(HOME + " "))
			.singleElement()
			.asString()
			.startsWith(HOME + " " + verdict + " ")
			.contains(reason);
	}

	/** What changes in one Region is none of another's matter. */
	@ParameterizedTest
	@ValueSource(strings = { "in order", "not named", "suspended", "removed, and denied" })
	void vouchesForTheOtherRegions(String name) throws SQLException {
		assertThat(night.findings("guardduty.enabled", name)).filteredOn((line) -> !line.startsWith(HOME + " "))
			.hasSize(2)
			.allSatisfy((line) -> assertThat(line).contains(" COMPLIANT "));
	}

	@Test
	void judgesTheOrganizationAtItsAdministrator() throws SQLException {
		assertThat(night.findings("guardduty.auto_enable_org", "audit")).containsExactly(
				"ap-northeast-1 COMPLIANT GuardDuty is turned on by itself for all accounts.",
				"ap-northeast-3 INSUFFICIENT_DATA GuardDuty says that it is turned on for nobody, and also that it is.",
				"us-east-1 NON_COMPLIANT The administrator can take in no more members.");
		assertThat(night.verdicts("guardduty.delegated_admin", "management")).containsExactly("COMPLIANT");
	}

	@Test
	void asksNobodyWhoIsVouchedFor() throws SQLException {
		assertThat(night.rows("SELECT DISTINCT calls || ' ' || answered_by_source FROM {coverage}"
				+ " WHERE source = 'guardduty' AND account_id = '" + night.id("in order") + "'"))
			.containsExactly("0 guardduty-organization");
	}

}
