package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import dev.rollcall.cli.VerdictNight.Stated;
import dev.rollcall.simulator.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K5: Regions that single accounts have, from night to night. Of the company's three
 * Regions nobody has any but home, unless said otherwise.
 */
class RegionsOverNightsTests {

	private static final String HOME = VerdictNight.REGIONS.get(0);

	private static final String OSAKA = VerdictNight.REGIONS.get(1);

	private static final String VIRGINIA = VerdictNight.REGIONS.get(2);

	/** The list as it is, with all three. */
	private static final Fault HAS_ALL = States.answer("account:ListRegions");

	private static final Fault HAS_VIRGINIA = lacks(OSAKA);

	private static final Fault RECORDER_STOPPED = States.in(VIRGINIA, States
		.answer("config:DescribeConfigurationRecorderStatus", "ConfigurationRecordersStatus[*].recording", "false"));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path out;

	@Test
	void aRegionComesWithWhatIsWrongThereAndGoesWithWhatWasSeenThere() throws SQLException {
		LocalDate first = VerdictNight.DATE.minusDays(2);
		stated(lacks(OSAKA, VIRGINIA)).on(first).run();
		stated(HAS_VIRGINIA).with("opts in", RECORDER_STOPPED).on(first.plusDays(1)).run();
		VerdictNight last = stated(lacks(OSAKA, VIRGINIA)).on(first.plusDays(2)).run();
		assertThat(last.rows("SELECT snapshot_date, regions FROM {run} ORDER BY snapshot_date")).containsExactly(
				first + "|[" + HOME + "]", first.plusDays(1) + "|[" + HOME + ", " + VIRGINIA + "]",
				first.plusDays(2) + "|[" + HOME + "]");
		assertThat(last.rows("""
				SELECT DISTINCT snapshot_date, change, account_id, region FROM {change}
				WHERE change <> 'NOT_SEEN' AND region IS NOT NULL ORDER BY ALL"""))
			.containsExactly(first.plusDays(1) + "|NEW|" + last.id("opts in") + "|" + VIRGINIA);
		assertThat(last.rows("""
				SELECT DISTINCT snapshot_date, account_id, region FROM {change} WHERE change = 'NOT_SEEN'"""))
			.containsExactly(first.plusDays(2) + "|" + last.id("opts in") + "|" + VIRGINIA);
		assertThat(last.rows("""
				SELECT from_verdict FROM {change}
				WHERE change = 'NOT_SEEN' AND control_id = 'config.recorder_all_regions'"""))
			.containsExactly("NON_COMPLIANT");
	}

	@Test
	void ownersAreAskedWhereTheirOwnListsAddRegions() throws SQLException {
		VerdictNight night = stated(lacks(OSAKA, VIRGINIA)).with("management", HAS_VIRGINIA).run();
		assertThat(night.rows("""
				SELECT account_id, region, status, calls > 0 FROM {coverage} WHERE source = 'config-aggregator'
				ORDER BY account_id, region""")).containsExactly(
				night.id("management") + "|" + HOME + "|NOT_ENABLED|true",
				night.id("management") + "|" + VIRGINIA + "|NOT_ENABLED|true",
				night.id("audit") + "|" + HOME + "|READ|true",
				night.id("audit") + "|" + VIRGINIA + "|REGION_DISABLED|false");
	}

	@Test
	void aTopUpAsksTheRegionsThatAListAddsWhichWasAGap() throws SQLException {
		stated(HAS_VIRGINIA).with("silent", States.denial("account:ListRegions")).run();
		VerdictNight night = stated(HAS_VIRGINIA).with("silent", HAS_ALL).toppedUp().run();
		assertThat(cells(night, 1, "silent", HOME)).containsExactly("READ");
		assertThat(cells(night, 1, "silent", VIRGINIA)).containsExactly("DENIED");
		assertThat(cells(night, 1, "silent", OSAKA)).isEmpty();
		assertThat(cells(night, 2, "silent", VIRGINIA)).containsExactly("READ");
		assertThat(cells(night, 2, "silent", OSAKA)).containsExactly("READ");
		assertThat(cells(night, 2, "opts in", VIRGINIA)).containsExactly("READ");
		assertThat(cells(night, 2, "opts in", OSAKA)).containsExactly("REGION_DISABLED");
		assertThat(cells(night, 2, "audit", OSAKA)).containsExactly("REGION_DISABLED");
		assertThat(night.rows("SELECT regions FROM {run} WHERE attempt = 2"))
			.containsExactly("[" + HOME + ", " + OSAKA + ", " + VIRGINIA + "]");
	}

	@Test
	void aTopUpDoesNotKeepAnAnswerForAClosedRegionThatTheListNowContradicts() throws SQLException {
		Fault closed = States.in(VIRGINIA,
				States.refusal("config:DescribeConfigurationRecorders", 403, "OptInRequired", "not subscribed"));
		String start = "rollcall: {regions: [" + HOME + ", " + VIRGINIA + "]}";
		stated(HAS_ALL).with("silent", States.denial("account:ListRegions"), closed).configured(start).run();
		VerdictNight night = stated(HAS_ALL).with("silent", HAS_ALL, closed).configured(start).toppedUp().run();
		assertThat(cells(night, 1, "silent", VIRGINIA)).containsExactly("REGION_DISABLED");
		assertThat(cells(night, 2, "silent", VIRGINIA)).containsExactly("FAILED");
	}

	@Test
	void aNarrowedNightLeavesOutTheOthersThereToo() throws SQLException {
		VerdictNight night = stated(HAS_VIRGINIA).only("opts in").run();
		assertThat(cells(night, 1, "opts in", VIRGINIA)).containsExactly("READ");
		assertThat(cells(night, 1, "silent", VIRGINIA)).containsExactly("EXCLUDED");
		assertThat(cells(night, 1, "audit", VIRGINIA)).containsExactly("EXCLUDED");
		assertThat(
				night.rows("SELECT DISTINCT status FROM {coverage} WHERE source = 'config-aggregator' AND region = '%s'"
					.formatted(VIRGINIA)))
			.containsExactly("EXCLUDED");
	}

	@Test
	void configuredRegionsAreTheNightsAndOthersAreNamed() throws SQLException {
		VerdictNight night = stated(HAS_VIRGINIA).configured("rollcall: {regions: [" + HOME + "]}").run();
		assertThat(night.rows("SELECT DISTINCT region FROM {coverage} WHERE region <> 'global'")).containsExactly(HOME);
		assertThat(night.findings("account.regions_asked", "opts in")).containsExactly(
				"global NON_COMPLIANT Enabled in this account, and no Region of the night: " + VIRGINIA + ".");
		assertThat(night.verdicts("account.regions_asked", "silent")).containsExactly("COMPLIANT");
		assertThat(night
			.rows("SELECT DISTINCT region FROM {finding} WHERE region NOT IN ('global', '%s')".formatted(HOME)))
			.isEmpty();
		assertThat(night.exitCode()).isZero();
	}

	/** All but {@code opts in} have home alone. */
	private Stated stated(Fault ofOne) {
		return VerdictNight.in(this.out).account("opts in", ofOne).account("silent").everybody(lacks(OSAKA, VIRGINIA));
	}

	private static Fault lacks(String... regions) {
		String[] changes = new String[2 * regions.length];
		for (int i = 0; i < regions.length; i++) {
			changes[2 * i] = "Regions[RegionName=" + regions[i] + "].RegionOptStatus";
			changes[2 * i + 1] = "DISABLED";
		}
		return States.answer("account:ListRegions", changes);
	}

	private static List<String> cells(VerdictNight night, int attempt, String account, String region)
			throws SQLException {
		return night.rows("""
				SELECT status FROM {coverage} WHERE attempt = %d AND account_id = '%s' AND region = '%s'
				AND source = 'config-recorder'""".formatted(attempt, night.id(account), region));
	}

}
