package dev.rollcall.moto;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.simulator.service.cloudtrail.TrailState;
import dev.rollcall.simulator.service.cloudtrail.Trails;
import dev.rollcall.simulator.service.config.Delivery;
import dev.rollcall.simulator.service.config.Recorder;
import dev.rollcall.simulator.service.config.Recording;
import dev.rollcall.simulator.service.iam.Root;
import dev.rollcall.simulator.service.iam.RootUser;
import dev.rollcall.simulator.world.Entry;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulator, which is ours, and moto, which is not, give equal evidence of one
 * organization by every source that both implement. moto does not implement
 * account-regions, access-analyzer, access-analyzer-findings, config-rules,
 * config-rule-details and iam-centralized-root, nor the second operation of
 * config-delivery and of config-aggregator; its credential report lacks the root user.
 * <p>
 * What moto cannot express is left out where each test says so, and nothing else: a row
 * that is left out must differ. Times are moto's own; compared is whether there is one.
 */
@RequiresMoto(script = TwinNights.SCRIPT)
@Tag("once")
class TwinIntegrationTests {

	/** Services that moto lets nobody administer. */
	private static final List<String> NOT_DELEGATED_IN_MOTO = List.of("|account.amazonaws.com|",
			"|config.amazonaws.com|", "|iam.amazonaws.com|", "|securityhub.amazonaws.com|");

	private static final List<String> REGIONS = List.of("us-east-1", "ap-northeast-1", "eu-west-1");

	private static final String SCENARIO = """
			seed: 11
			accounts: 40
			regions: [us-east-1, ap-northeast-1, eu-west-1]
			""";

	/**
	 * The organization of the scenario, by which the size of what is compared is known.
	 */
	private static final World WORLD = new World(Outline.example(11, 40, REGIONS), LocalDate.parse("2026-11-20"));

	private static final String MANAGEMENT = World.id(World.MANAGEMENT);

	/** In moto every account is ACTIVE until it is closed: these are not rebuilt. */
	private static final Set<String> PENDING = ids((member) -> member.state().equals("PENDING_ACTIVATION"));

	/** moto lets everybody into any role. */
	private static final Set<String> REFUSING = ids((member) -> member.isActive() && member.entry() != Entry.OPEN);

	/** moto's root user has neither a second factor nor an access key. */
	private static final Set<String> OTHER_ROOTS = ids(
			(member) -> isOrdinary(member) && (root(member).hasMfa() || root(member).hasAccessKey()));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static TwinNights nights;

	@BeforeAll
	static void runBothNights() throws IOException, InterruptedException {
		nights = TwinNights.run(SCENARIO, MANAGEMENT, REGIONS, directory);
	}

	@Test
	void publishesBothNightsWithGaps() {
		assertThat(nights.simulatedExitCode()).isEqualTo(4);
		assertThat(nights.rebuiltExitCode()).isEqualTo(4);
	}

	@Test
	void findsNothingEqualWithoutTheMapOfIds() throws SQLException {
		String sql = "SELECT account_id, name, ou_id FROM {account}";
		assertThat(nights.simulated(sql)).hasSize(WORLD.size())
			.doesNotContainAnyElementsOf(nights.rebuilt().rows(sql))
			.containsAnyElementsOf(nights.rebuilt(sql));
	}

	/** The management account's name is always "master" in moto: it is not compared. */
	@Test
	void listsTheSameAccounts() throws SQLException {
		requireEqual(WORLD.size() - PENDING.size(), (row) -> isOf(row, PENDING), """
				SELECT account_id, * EXCLUDE (run_id, joined_at)
				       REPLACE (CASE WHEN NOT management THEN name END AS name), joined_at IS NULL
				FROM {account}""");
		assertThat(nights.rebuilt("SELECT account_id, state, ou_path, tags FROM {account}")).isEqualTo(WORLD.members(0)
			.filter((member) -> !PENDING.contains(member.id()))
			.map((member) -> row(member))
			.sorted()
			.toList());
	}

	/**
	 * moto's recorders deliver nothing: their last status, always PENDING, is not
	 * compared. Nor does it say how often a recorder records, and for whom.
	 */
	@Test
	void readsTheSameRecorders() throws SQLException {
		requireEqual(cells().filter((cell) -> cell.recorder() != Recorder.NONE).count(), """
				SELECT account_id, region,
				       * EXCLUDE (run_id, collected_at, last_status, last_started_at, last_status_changed_at,
				                last_stopped_at, recording_frequency, recording_scope),
				       last_started_at IS NULL, last_status_changed_at IS NULL, last_stopped_at IS NULL
				FROM {config_recorder}""");
		assertThat(nights.rebuilt("SELECT account_id, region FROM {config_recorder} WHERE NOT recording"))
			.isEqualTo(rows(Recorder.STOPPED));
		assertThat(nights.rebuilt("SELECT account_id, region FROM {config_recorder} WHERE NOT all_supported"))
			.isEqualTo(rows(Recorder.PARTIAL));
	}

	/**
	 * No delivery of moto's fails: the one error that there is counts as none. It
	 * delivers no digests.
	 */
	@Test
	void readsTheSameTrails() throws SQLException {
		List<TrailState> trails = WORLD.members(0)
			.filter(TwinIntegrationTests::isOrdinary)
			.flatMap((member) -> WORLD.of(member, Trails.FACET).all().stream())
			.toList();
		requireEqual(trails.size(), """
				SELECT account_id, * EXCLUDE (run_id, collected_at, latest_delivery_at, latest_digest_at, started_at,
				       stopped_at)
				       REPLACE (nullif(latest_delivery_error, 'NoSuchBucket') AS latest_delivery_error),
				       latest_delivery_at IS NULL
				FROM {trail}""");
		assertThat(nights.rebuilt("""
				SELECT arn, region, multi_region, organization_trail, logging, log_file_validation, management_events
				FROM {trail}""")).isEqualTo(trails.stream().map(TwinIntegrationTests::row).sorted().toList());
	}

	/**
	 * The first Region that is asked does not show the organization's trail, which is of
	 * another one: moto would show it to its owner only.
	 */
	@Test
	void showsTheSameTrails() throws SQLException {
		long own = WORLD.members(0)
			.filter(TwinIntegrationTests::isOrdinary)
			.flatMap((member) -> Trails.shown(WORLD, member, "ap-northeast-1").stream())
			.count();
		requireEqual(own, "SELECT account_id, * EXCLUDE (run_id, collected_at) FROM {trail_shadow}");
	}

	/**
	 * Where nobody is let in, the simulator has gaps: compared is what the organization's
	 * trail covers.
	 */
	@Test
	void coversTheSameRegions() throws SQLException {
		int open = WORLD.size() - PENDING.size() - REFUSING.size();
		requireEqual(open * REGIONS.size() + REFUSING.size(),
				(row) -> isOf(row, PENDING) || (isOf(row, REFUSING) && !row.contains("|" + WORLD.home() + "|")), """
						SELECT account_id, region, * EXCLUDE (run_id, unread_reason) FROM {trail_coverage}""");
	}

	/**
	 * Of its one kind of root user moto does not say whether it has a password, nor when
	 * it was last used: its credential reports have no row of root.
	 */
	@Test
	void readsTheSameSummariesOfRootUsers() throws SQLException {
		long ordinary = WORLD.members(0).filter(TwinIntegrationTests::isOrdinary).count();
		requireEqual(ordinary - OTHER_ROOTS.size(), (row) -> isOf(row, OTHER_ROOTS) || isOf(row, REFUSING), """
				SELECT account_id, * EXCLUDE (run_id, collected_at, password_present) FROM {account_summary}""");
		requireEqual(WORLD.size() - PENDING.size() - REFUSING.size() - OTHER_ROOTS.size(),
				(row) -> isOf(row, PENDING) || isOf(row, REFUSING) || isOf(row, OTHER_ROOTS), """
						SELECT account_id, * EXCLUDE (run_id, credentials, last_used_at, report_made_at, report_hours)
						FROM {root_user}""");
	}

	/** Only IAM users have devices in moto. */
	@Test
	void readsTheSameDevices() throws SQLException {
		String users = nights.simulated("SELECT count(*) FROM {credential} WHERE NOT root").get(0);
		requireEqual(Long.parseLong(users), (row) -> row.contains(":root|"), """
				SELECT account_id, * EXCLUDE (run_id, collected_at, enabled_at), enabled_at IS NULL
				FROM {virtual_mfa_device}""");
	}

	/**
	 * moto refuses these as delegated and trusted services; AWS has them, for Config's
	 * aggregators and for centralized root access.
	 */
	@Test
	void readsTheSameDelegation() throws SQLException {
		requireEqual(3, (row) -> NOT_DELEGATED_IN_MOTO.stream().anyMatch(row::contains), """
				SELECT account_id, * EXCLUDE (run_id, collected_at, delegated_at), delegated_at IS NULL
				FROM {delegated_administrator}""");
		requireEqual(7, (row) -> row.contains("|iam.amazonaws.com|"), """
				SELECT account_id, * EXCLUDE (run_id, collected_at, enabled_at), enabled_at IS NULL
				FROM {trusted_service}""");
	}

	/**
	 * In moto every Region of every account answers, and nobody is refused. A delivery
	 * channel is read to the end by the simulator only: compared is where there is none.
	 */
	@Test
	void givesCellsTheSameStatus() throws SQLException {
		long global = 4L * (WORLD.size() - PENDING.size() - REFUSING.size());
		long closed = WORLD.members(0).filter((member) -> member.state().equals("SUSPENDED")).count();
		long regional = 2 * (cells().count() + closed * REGIONS.size());
		long tagsAlone = REFUSING.size();
		long withoutChannel = cells().filter((cell) -> cell.delivery() == Delivery.NONE).count();
		long delegation = 1;
		requireEqual(global + regional + tagsAlone + withoutChannel + delegation,
				(row) -> isOf(row, PENDING) || (isOf(row, REFUSING) && !row.contains("|account-tags|"))
						|| isDisabled(row),
				"""
						SELECT account_id, region, * EXCLUDE (run_id, collected_at, request_id, calls, retries, duration_ms)
						FROM {coverage}
						WHERE source IN ('account-tags', 'config-recorder', 'cloudtrail', 'cloudtrail-elsewhere',
						                 'iam-root-mfa-devices', 'iam-root-user', 'organizations-delegation')
						OR (source = 'config-delivery' AND status = 'NOT_ENABLED')""");
		assertThat(nights.rebuilt("SELECT DISTINCT status FROM {coverage}")).contains("ACCOUNT_NOT_ACTIVE",
				"NOT_ENABLED", "READ");
	}

	private static void requireEqual(long size, String sql) throws SQLException {
		requireEqual(size, (row) -> false, sql);
	}

	/**
	 * Requires equal rows of both nights, whose first column is the account.
	 * @param size how many there are of them
	 * @param leftOut which rows are not compared; each of them differs
	 */
	private static void requireEqual(long size, Predicate<String> leftOut, String sql) throws SQLException {
		List<String> simulated = nights.simulated(sql);
		List<String> rebuilt = nights.rebuilt(sql);
		assertThat(simulated.stream().filter(leftOut.negate()).toList()).isNotEmpty()
			.hasSize(Math.toIntExact(size))
			.isEqualTo(rebuilt.stream().filter(leftOut.negate()).toList());
		assertThat(simulated.stream().filter(leftOut)).doesNotContainAnyElementsOf(rebuilt);
	}

	private static boolean isOf(String row, Set<String> accounts) {
		return accounts.contains(row.substring(0, row.indexOf('|')));
	}

	private static boolean isDisabled(String row) {
		String[] cell = row.split("\\|", 3);
		return WORLD.member(cell[0]).orElseThrow().disabledRegions().contains(cell[1]);
	}

	/** Of an account that is not active no tags are read. */
	private static String row(Member member) {
		String tags = member.isActive() ? new TreeMap<>(member.tags()).toString() : "null";
		return String.join("|", member.id(), member.state(), member.unit().path(), tags);
	}

	private static String row(TrailState trail) {
		return Stream
			.of(trail.arn(), trail.home(), trail.multiRegion(), trail.organization(), trail.logging(),
					trail.validation(), trail.events())
			.map(String::valueOf)
			.collect(Collectors.joining("|"));
	}

	private static List<String> rows(Recorder recorder) {
		return cells().filter((cell) -> cell.recorder() == recorder)
			.map((cell) -> cell.member().id() + "|" + cell.region())
			.sorted()
			.toList();
	}

	private static Set<String> ids(Predicate<Member> predicate) {
		return WORLD.members(0).filter(predicate).map(Member::id).collect(Collectors.toSet());
	}

	private static Root root(Member member) {
		return WORLD.of(member, RootUser.FACET).root();
	}

	/** An account that is active and lets us in. */
	private static boolean isOrdinary(Member member) {
		return member.isActive() && member.entry() == Entry.OPEN;
	}

	/** The Regions of ordinary accounts that they have opted in to. */
	private static Stream<Cell> cells() {
		return WORLD.members(0)
			.filter(TwinIntegrationTests::isOrdinary)
			.flatMap((member) -> REGIONS.stream()
				.filter((region) -> !member.disabledRegions().contains(region))
				.map((region) -> new Cell(member, region)));
	}

	private record Cell(Member member, String region) {

		Recorder recorder() {
			return WORLD.of(this.member, this.region, Recording.FACET).recorder();
		}

		Delivery delivery() {
			return WORLD.of(this.member, this.region, Recording.FACET).delivery();
		}

	}

}
