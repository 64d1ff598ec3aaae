package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import dev.rollcall.cli.VerdictNight.Stated;
import dev.rollcall.simulator.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K8: a joined path of names is no identity. Units whose names have slashes, quotes, or
 * another unit's name do not get a waiver that is meant for others, by day or after they
 * were renamed.
 */
class UnitIdentityNightTests {

	private static final String WAIVERS = """
			waivers:
			  - {id: path, control: cloudtrail.trail_logging, scope: {ou: [Root/事業/本番]}, owner: me, reason: Why.,
			     granted-on: 2026-01-01, expires-on: 2028-06-30}
			  - {id: unit, control: cloudtrail.trail_logging, scope: {ou: [ou-roll-22222222]}, owner: me, reason: Why.,
			     granted-on: 2026-01-01, expires-on: 2027-06-30}
			  - {id: misspelt, control: cloudtrail.trail_logging, scope: {ou: [Root/事業/本藩]}, owner: me, reason: Why.,
			     granted-on: 2026-01-01, expires-on: 2028-06-30}
			  - {id: level, control: cloudtrail.trail_logging, scope: {ou: [Root/本番]}, owner: me, reason: Why.,
			     granted-on: 2026-01-01, expires-on: 2029-06-30}
			  - {id: prefix, control: cloudtrail.trail_logging, scope: {ou: [Root/事]}, owner: me, reason: Why.,
			     granted-on: 2026-01-01, expires-on: 2029-06-30}
			  - {id: quote, control: cloudtrail.trail_logging, scope: {ou: ["Root/O'Neil \\"X\\" %_"]}, owner: me,
			     reason: Why., granted-on: 2026-01-01, expires-on: 2027-06-30}
			  - {id: gone, control: cloudtrail.trail_logging, scope: {ou: [ou-roll-00000000]}, owner: me,
			     reason: Why., granted-on: 2026-01-01, expires-on: 2029-06-30}
			  - {id: below, control: config.recorder_running, scope: {ou: [Root/事業]}, owner: me,
			     reason: Why., granted-on: 2026-01-01, expires-on: 2029-06-30}
			""";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight first;

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight second;

	@BeforeAll
	static void runTwoNights(@TempDir Path out) {
		first = stated(out)
			.everybody(renamed("OrganizationalUnits[Name=共通基盤].Name", "事業/本番", "OrganizationalUnits[Name=セキュリティ].Name",
					"O'Neil \"X\" %_"))
			.run();
		second = stated(out)
			.everybody(renamed("OrganizationalUnits[Name=事業].Name", "Business", "OrganizationalUnits[Name=共通基盤].Name",
					"本番"))
			.on(VerdictNight.DATE.plusDays(1))
			.run();
	}

	private static Stated stated(Path out) {
		Fault stopped = States.answer("cloudtrail:GetTrailStatus", "IsLogging", "false");
		return VerdictNight.in(out)
			.account("platform", stopped)
			.account("two")
			.account("three")
			.account("four")
			.account("five")
			.account("prod", stopped)
			.account("staging", stopped)
			.with("management", stopped)
			.waived(WAIVERS);
	}

	/** The root's answer, which is the first. */
	private static Fault renamed(String... pathsAndValues) {
		Fault answer = States.answer("organizations:ListOrganizationalUnitsForParent", pathsAndValues);
		return new Fault(null, null, answer.operation(), answer.effect(), 1);
	}

	@Test
	void aUnitWhoseNameHasASlashIsShownAsAnotherAndIsNotTheOther() throws SQLException {
		assertThat(first.rows("""
				SELECT ou_path, list_last(ou_ids), len(ou_ids) FROM {account}
				WHERE account_id IN ('%s', '%s') AND snapshot_date = DATE '2026-11-20' ORDER BY 2"""
			.formatted(first.id("platform"), first.id("prod"))))
			.containsExactly("Root/事業/本番|ou-roll-22222222|2", "Root/事業/本番|ou-roll-44444444|3");
	}

	@Test
	void aWaiverOfAPathAcceptsTheUnitOfThatPathAlone() throws SQLException {
		assertThat(waivers(first, "prod", "2026-11-20")).containsExactly("path");
		assertThat(waivers(first, "platform", "2026-11-20")).containsExactly("unit");
		assertThat(waivers(first, "staging", "2026-11-20")).containsExactly("null");
	}

	@Test
	void whatIsAmbiguousUnknownOrOfAnotherLevelIsSaid() throws SQLException {
		assertThat(remarks("2026-11-20")).containsExactlyInAnyOrder(
				"path|Root/事業/本番 is also how ou-roll-22222222 is shown, with a slash in a name:"
						+ " that is not meant, its id names it.",
				"misspelt|No account is in a unit Root/事業/本藩; did you mean Root/事業/本番?",
				"level|No account is in a unit Root/本番; did you mean Root/事業/本番?",
				"prefix|No account is in a unit Root/事; did you mean Root/事業?",
				"gone|No account is in a unit ou-roll-00000000.");
		assertThat(first.outcome().remarks()).contains("The waiver misspelt of cloudtrail.trail_logging: No account is"
				+ " in a unit Root/事業/本藩; did you mean Root/事業/本番?");
	}

	@Test
	void aUnitKeepsAWaiverOfItsIdWhereItIsRenamedAndLosesOneOfItsPath() throws SQLException {
		assertThat(waivers(second, "platform", "2026-11-21")).containsExactly("level");
		assertThat(waivers(second, "prod", "2026-11-21")).containsExactly("null");
		assertThat(second.rows("""
				SELECT waiver_id, findings > 0 FROM {waiver}
				WHERE waiver_id IN ('unit', 'path') AND snapshot_date = DATE '2026-11-21' ORDER BY waiver_id"""))
			.containsExactly("path|false", "unit|true");
		assertThat(remarks("2026-11-21")).contains("path|No account is in a unit Root/事業/本番; did you mean Root/本番?")
			.noneMatch((remark) -> remark.startsWith("unit|"));
	}

	private static List<String> remarks(String date) throws SQLException {
		return first.rows("SELECT waiver_id, unnest(remarks) FROM {waiver} WHERE waiver_id <> 'below'"
				+ " AND snapshot_date = DATE '" + date + "'");
	}

	private static List<String> waivers(VerdictNight night, String name, String date) throws SQLException {
		return night.rows("""
				SELECT DISTINCT waiver_id FROM {finding}
				WHERE control_id = 'cloudtrail.trail_logging' AND verdict = 'NON_COMPLIANT' AND account_id = '%s'
				AND snapshot_date = DATE '%s'""".formatted(night.id(name), date));
	}

}
