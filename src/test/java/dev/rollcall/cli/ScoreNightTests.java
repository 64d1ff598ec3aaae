package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import dev.rollcall.simulator.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K11, scores that say more than was seen, and K10, one Region closed to everybody: what
 * whole nights count.
 */
class ScoreNightTests {

	private static final String CLOSED = "ap-northeast-3";

	private static final Fault CLOSED_BY_SCP = new Fault(null, CLOSED, null, Fault.Kind.SCP_DENY, null);

	private static final String LATEST = "snapshot_date = (SELECT max(snapshot_date) FROM {run})";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight open;

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight closed;

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight expected;

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight unpermitted;

	/** The first night, and one on which half of the organization cannot be seen. */
	@SuppressWarnings("NullAway.Init")
	private static VerdictNight blind;

	@BeforeAll
	static void runTheNights(@TempDir Path first, @TempDir Path second, @TempDir Path third, @TempDir Path fourth) {
		open = stated(first).run();
		blind = stated(first).on(VerdictNight.DATE.plusDays(1))
			.with("untouched", States.denial("config:DescribeConfigurationRecorders"))
			.run();
		closed = stated(second).everybody(CLOSED_BY_SCP).run();
		expected = stated(third).everybody(CLOSED_BY_SCP, States.denial("config:DescribeDeliveryChannels"))
			.configured("rollcall: {expected-gaps: [{region: " + CLOSED + ", status: DENIED}]}")
			.run();
		unpermitted = stated(fourth)
			.everybody(States.denial("config:DescribeDeliveryChannels"), States.denial("iam:ListVirtualMFADevices"))
			.run();
	}

	private static VerdictNight.Stated stated(Path output) {
		return VerdictNight.in(output)
			.account("untouched")
			.account("stopped recorder",
					States.in("us-east-1",
							States.answer("config:DescribeConfigurationRecorderStatus",
									"ConfigurationRecordersStatus[0].recording", "false")))
			.account("nobody enters", States.refusal("sts:AssumeRole", 403, "AccessDenied", "not authorized"));
	}

	/** C, N, I and what is outside, of the control on running recorders. */
	private static String counts(VerdictNight night, LocalDate date) throws SQLException {
		return night
			.rows("""
					SELECT concat_ws(' ', compliant, non_compliant, insufficient_data, outside_units) FROM {score}
					WHERE csf_version = '2.0' AND id = 'config.recorder_running' AND snapshot_date = '%s'"""
				.formatted(date))
			.get(0);
	}

	private static List<String> units(VerdictNight night, String control, String account) throws SQLException {
		return night.rows("""
				SELECT verdict || coalesce(' ' || outside, '') FROM {unit}
				WHERE csf_version = '2.0' AND control_id = '%s' AND account_id = '%s' AND %s""".formatted(control,
				night.id(account), LATEST));
	}

	@Test
	void countsAnAccountThatNobodyCouldEnterAsUnknown() throws SQLException {
		assertThat(open.rows("""
				SELECT DISTINCT verdict FROM {unit} u WHERE csf_version = '2.0' AND account_id = '%s' AND %s
				  AND control_id LIKE 'config.recorder%%'""".formatted(open.id("nobody enters"), "true")))
			.containsExactly("INSUFFICIENT_DATA");
		assertThat(open.exitCode()).isEqualTo(4);
	}

	@Test
	void doesNotGetBetterByGoingBlind() throws SQLException {
		assertThat(counts(open, VerdictNight.DATE)).isEqualTo("5 1 1 0");
		assertThat(counts(blind, VerdictNight.DATE.plusDays(1))).isEqualTo("4 1 2 0");
		assertThat(blind.rows("""
				SELECT concat_ws(' ', compared_units, compliant_before, compliant_now, lost, gained) FROM {score}
				WHERE csf_version = '2.0' AND id = 'config.recorder_running' AND %s""".formatted(LATEST)))
			.containsExactly("5 4 4 1 0");
	}

	@Test
	void saysOnHowManySubcategoriesAScoreRests() throws SQLException {
		assertThat(open
			.rows("""
					SELECT basis = (SELECT count(DISTINCT subcategory) FROM {unit} WHERE csf_version = '2.0' AND outside IS NULL
					  AND verdict IN ('COMPLIANT', 'NON_COMPLIANT') AND subcategory LIKE 'PR.%%' AND %1$s)
					FROM {score} WHERE csf_version = '2.0' AND id = 'PR' AND %1$s"""
				.formatted(LATEST)))
			.containsExactly("true");
	}

	@Test
	void doesNotKnowHowWellTheOrganizationDoesWhereARegionIsClosedUnexpectedly() throws SQLException {
		assertThat(units(closed, "config.recorder_running", "untouched")).containsExactly("INSUFFICIENT_DATA");
		assertThat(closed.rows("SELECT DISTINCT expected_gap FROM {finding}")).containsExactly("false");
		assertThat(closed.rows("SELECT region || ' ' || denied_by || ' ' || expected FROM {closed_region}"))
			.containsExactly(CLOSED + " SCP false");
		assertThat(closed.exitCode()).isEqualTo(4);
	}

	/** As if the Region were not there; a failure elsewhere still counts. */
	@Test
	void countsWhatWasSeenElsewhereWhereTheClosedRegionIsExpected() throws SQLException {
		assertThat(units(expected, "config.recorder_running", "untouched")).containsExactly("COMPLIANT");
		assertThat(units(expected, "config.recorder_running", "stopped recorder")).containsExactly("NON_COMPLIANT");
		assertThat(units(expected, "config.recorder_running", "nobody enters")).containsExactly("INSUFFICIENT_DATA");
		assertThat(counts(expected, VerdictNight.DATE)).isEqualTo(counts(open, VerdictNight.DATE));
		assertThat(expected.rows("""
				SELECT DISTINCT region || ' ' || verdict FROM {finding}
				WHERE expected_gap AND control_id = 'config.recorder_running'"""))
			.containsExactly(CLOSED + " INSUFFICIENT_DATA");
	}

	@Test
	void knowsWhatNoRoleIsPermittedBesideAClosedRegion() throws SQLException {
		assertThat(expected.rows("SELECT source FROM {refused_source}")).containsExactly("config-delivery");
		assertThat(expected.rows("SELECT region || ' ' || expected FROM {closed_region}"))
			.containsExactly(CLOSED + " true");
		assertThat(units(expected, "config.delivery_ok", "untouched"))
			.containsExactly("INSUFFICIENT_DATA NOT_PERMITTED");
	}

	/** So an upgrade does not blank the report, and does not hide what is missing. */
	@Test
	void leavesOutWhatNoRoleIsPermittedYet() throws SQLException {
		assertThat(unpermitted
			.rows("SELECT source || ' ' || array_to_string(operations, ',') FROM {refused_source} ORDER BY 1"))
			.containsExactly("config-delivery config:DescribeDeliveryChannels",
					"iam-root-mfa-devices iam:ListVirtualMFADevices");
		assertThat(units(unpermitted, "config.delivery_ok", "untouched"))
			.containsExactly("INSUFFICIENT_DATA NOT_PERMITTED");
		assertThat(counts(unpermitted, VerdictNight.DATE)).isEqualTo(counts(open, VerdictNight.DATE));
		assertThat(unpermitted.exitCode()).isEqualTo(4);
	}

}
