package dev.rollcall.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.TargetSources;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.dataset.SimulatedBucket;
import dev.rollcall.dataset.SimulatedOutput;
import dev.rollcall.job.SimulatedLaunch.Ending;
import dev.rollcall.job.SimulatedLaunch.Strike;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked once a thing that accounts' evidence names, over whole nights: the
 * buckets and keys of trails.
 */
class DistinctNightTests {

	private static final NightMode ONCE = new NightMode(false, false);

	private static final NightMode TOP_UP = new NightMode(false, true);

	private static final String KEY = "arn:aws:kms:us-east-1:" + Cells.OTHER + ":key/k";

	private static final String COVERAGE = """
			SELECT account_id || ' ' || region || ' ' || resource_id || ' ' || coalesce(error_code, status) || ' ' || calls
			FROM %s WHERE source LIKE 'target-%%' AND attempt = """;

	private static final SimulatedBucket clean = new SimulatedBucket();

	private static final String FINDINGS = """
			SELECT first_seen_on || ' ' || account_id || ' ' || resource_id || ' ' || verdict || ' ' || reason FROM %s
			WHERE control_id = 'target.bucket'""";

	private static final String CHANGES = """
			SELECT account_id || ' ' || resource_id || ' ' || change FROM %s
			WHERE control_id = 'target.bucket' AND resource_id LIKE 'arn:%%'""";

	private static final LocalDate NEXT = SimulatedLaunch.NIGHT.plusDays(1);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path shared;

	@SuppressWarnings("NullAway.Init")
	private static ControlCatalog controls;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	/** The bucket, and the key, that an account's trail names. */
	private final Map<String, String> trails = new HashMap<>(Map.of(Cells.MANAGEMENT, "lost", Cells.MEMBER,
			"shared " + KEY, Cells.OTHER, "shared " + KEY, "444444444444", "far", "555555555555", "listed"));

	private final Map<String, String> buckets = new HashMap<>(
			Map.of("shared", Cells.MEMBER, "far", TargetSources.ARCHIVE, "listed", Cells.OTHER));

	private final SimulatedWorld world = LongStream.range(1, 1000)
		.mapToObj(SimulatedWorld::new)
		.filter((drawn) -> drawn.accounts().size() == 6 && drawn.regions().size() == 2 && drawn.isWell())
		.findFirst()
		.orElseThrow()
		.with((aws) -> TargetSources.in(aws, this.trails, this.buckets));

	private final SimulatedBucket bucket = new SimulatedBucket();

	@BeforeAll
	static void load() throws Exception {
		SimulationTests.beQuiet();
		controls = FewControls.in(shared, SimulatedLaunch.SOURCES, Map.of(TargetControl.FILE, TargetControl.text()));
	}

	@Test
	void everyThingThatATrailNamesIsOneCellAtItsOwner() throws Exception {
		SimulatedLaunch launch = launch("whole", ONCE, Strike.NONE);
		assertThat(launch.run().isPublished()).isTrue();
		assertThat(asked(launch)).containsExactlyInAnyOrder(Cells.OTHER + " " + TargetSources.OF_KEYS,
				Cells.MEMBER + " shared", "444444444444 far", "666666666666 far", "555555555555 listed",
				"666666666666 listed", Cells.OTHER + " listed", Cells.MANAGEMENT + " lost", "666666666666 lost");
		try (SimulatedNights nights = nights(this.bucket, "whole")) {
			nights.verify();
			nights.readThroughViews();
			assertThat(nights.coverage(COVERAGE + 1)).containsExactlyInAnyOrder(
					Cells.MEMBER + " global arn:aws:s3:::shared READ 1", "666666666666 global arn:aws:s3:::far READ 2",
					Cells.OTHER + " global arn:aws:s3:::listed READ 9",
					Cells.MANAGEMENT + " global arn:aws:s3:::lost OWNER_UNKNOWN 2",
					Cells.OTHER + " us-east-1 " + KEY + " READ 1");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "put organization.zip done", "call " + TargetSources.OF_BUCKETS,
			"call " + TargetSources.OF_LISTS, "put distinct.zip", "put distinct.zip done" })
	void aNightKilledBesideItsThingsBecomesTheWholeOne(String moment) throws Exception {
		launch("killed", ONCE, (running, event, what, done) -> {
			if (what.replaceFirst("(put ).*/", "$1").equals(moment)) {
				running.kill();
			}
		}).run();
		SimulatedLaunch restart = launch("restart", ONCE, Strike.NONE);
		assertThat(restart.run().isPublished()).isTrue();
		assertThat(restart.calls()).extracting(Call::operation).doesNotContain("cloudtrail:DescribeTrails");
		assertThat(asked(restart).isEmpty()).isEqualTo(moment.equals("put distinct.zip done"));
		try (SimulatedNights nights = nights(this.bucket, "killed"); SimulatedNights whole = nights(clean(), "clean")) {
			nights.verify();
			nights.compare(whole);
		}
	}

	@Test
	void thingsAreAskedAboutAgainWhereAccountsHadToBe() throws Exception {
		launch("killed", ONCE, (running, event, what, done) -> {
			if (what.endsWith("distinct.zip done")) {
				running.kill();
			}
		}).run();
		SimulatedOutput output = output(this.bucket);
		output.list("staging/").stream().filter((key) -> key.contains("/accounts-")).forEach(output::delete);
		this.trails.put(Cells.MANAGEMENT, "found");
		this.buckets.put("found", Cells.MANAGEMENT);
		assertThat(launch("restart", ONCE, Strike.NONE).run().isPublished()).isTrue();
		try (SimulatedNights nights = nights(this.bucket, "restarted")) {
			nights.verify();
			assertThat(nights.coverage(COVERAGE + 1)).hasSize(5)
				.contains(Cells.MANAGEMENT + " global arn:aws:s3:::found READ 1");
		}
	}

	@Test
	void aTopUpAsksAboutTheGapsAndWhatTrailsThatWereGapsName() throws Exception {
		SimulatedWorld broken = this.world.with((aws) -> TargetSources.in(aws, this.trails, this.buckets)
			.on(Cells.OTHER, FakeAws.ANY, TargetSources.OF_KEYS, refusing())
			.on("444444444444", "eu-west-1", "cloudtrail:DescribeTrails", refusing())
			.on("555555555555", "us-east-1", "cloudtrail:DescribeTrails", refusing()));
		assertThat(launch(this.bucket, "broken", ONCE, Strike.NONE, broken).run().isPublished()).isTrue();
		this.buckets.put("lost", Cells.MANAGEMENT);
		SimulatedLaunch topUp = launch("top-up", TOP_UP, Strike.NONE);
		assertThat(topUp.run().isPublished()).isTrue();
		assertThat(asked(topUp)).containsExactlyInAnyOrder(Cells.OTHER + " " + TargetSources.OF_KEYS,
				"444444444444 far", "666666666666 far", Cells.MANAGEMENT + " lost");
		try (SimulatedNights nights = nights(this.bucket, "topped-up")) {
			nights.verify();
			assertThat(nights.coverage(COVERAGE + 1)).containsExactlyInAnyOrder(
					Cells.MEMBER + " global arn:aws:s3:::shared READ 1",
					Cells.OTHER + " global arn:aws:s3:::listed READ 9",
					Cells.MANAGEMENT + " global arn:aws:s3:::lost OWNER_UNKNOWN 2",
					Cells.OTHER + " us-east-1 " + KEY + " AccessDeniedException 1");
			assertThat(nights.coverage(COVERAGE + 2)).containsExactlyInAnyOrder(
					Cells.MEMBER + " global arn:aws:s3:::shared READ 1",
					Cells.OTHER + " global arn:aws:s3:::listed READ 9",
					Cells.MANAGEMENT + " global arn:aws:s3:::lost READ 1",
					"666666666666 global arn:aws:s3:::far READ 2", Cells.OTHER + " us-east-1 " + KEY + " READ 1");
		}
		SimulatedLaunch nothing = launch("nothing", TOP_UP, Strike.NONE);
		assertThat(nothing.run().isPublished()).isTrue();
		assertThat(asked(nothing)).isEmpty();
	}

	@Test
	void findingsStandAtTheOwnerAndAnAccountThatOwnsNoneHasOneRow() throws Exception {
		SimulatedWorld broken = this.world.with((aws) -> TargetSources.in(aws, this.trails, this.buckets)
			.on("444444444444", "us-east-1", "cloudtrail:DescribeTrails", refusing())
			.on(TargetSources.ARCHIVE, "us-east-1", "cloudtrail:DescribeTrails", refusing()));
		assertThat(launch(this.bucket, "judged", ONCE, Strike.NONE, broken).run().isPublished()).isTrue();
		try (SimulatedNights nights = nights(this.bucket, "judged")) {
			String denied = "INSUFFICIENT_DATA cloudtrail:DescribeTrails was denied (AccessDeniedException); the permission"
					+ " cloudtrail:DescribeTrails is missing; request request-of-AccessDeniedException.";
			assertThat(nights.findings(FINDINGS)).containsExactlyInAnyOrder(
					"2026-07-01 " + Cells.MEMBER + " arn:aws:s3:::shared NON_COMPLIANT The bucket keeps no versions.",
					"2026-07-01 " + Cells.OTHER + " arn:aws:s3:::listed COMPLIANT The bucket keeps versions.",
					"2026-07-01 " + Cells.MANAGEMENT
							+ " arn:aws:s3:::lost INSUFFICIENT_DATA Which account would have to be"
							+ " asked is not known (OWNER_UNKNOWN).",
					"2026-07-01 444444444444 444444444444 " + denied,
					"2026-07-01 555555555555 555555555555 NOT_APPLICABLE No trail names a bucket of this account.",
					"2026-07-01 666666666666 666666666666 " + denied,
					"2026-07-01 666666666666 arn:aws:s3:::far COMPLIANT The bucket keeps versions.");
		}
	}

	@Test
	void aThingIsNotGoneBecauseNobodyCouldReadWhatNamedIt() throws Exception {
		this.buckets.put("shared", TargetSources.ARCHIVE);
		assertThat(launch("first", ONCE, Strike.NONE).run().isPublished()).isTrue();
		SimulatedWorld broken = this.world.with((aws) -> TargetSources.in(aws, this.trails, this.buckets)
			.on(Cells.MEMBER, "eu-west-1", "cloudtrail:DescribeTrails", refusing()));
		this.trails.remove(Cells.OTHER);
		this.trails.remove("444444444444");
		SimulatedLaunch next = launch(this.bucket, "next", ONCE, Strike.NONE, broken).on(NEXT);
		assertThat(next.run().isPublished()).isTrue();
		try (SimulatedNights nights = nights(this.bucket, "next")) {
			assertThat(nights.findings(FINDINGS)).contains(
					"2026-07-01 666666666666 arn:aws:s3:::shared NON_COMPLIANT The bucket keeps no versions.",
					"2026-07-01 666666666666 arn:aws:s3:::shared INSUFFICIENT_DATA cloudtrail:DescribeTrails was denied"
							+ " (AccessDeniedException); the permission cloudtrail:DescribeTrails is missing; request"
							+ " request-of-AccessDeniedException.");
			assertThat(nights.changes(CHANGES)).containsExactlyInAnyOrder("666666666666 arn:aws:s3:::shared NOT_SEEN",
					"666666666666 arn:aws:s3:::far RESOURCE_GONE");
		}
	}

	/** A cell that was lost on the way is found missing, and so is one too many. */
	@Test
	void aNightWhoseCellsAreOfOtherThingsThanItsRowsNameIsNotPublished() throws Exception {
		SourceCatalog forgetful = Cells.shippedAnd(TargetSources.forgetful());
		Ending ending = new SimulatedLaunch("forgetful", this.world, FewControls.in(this.directory, forgetful),
				this.bucket, ONCE, Strike.NONE, () -> {
				})
			.asking(forgetful, new CellThreads(Runnable::run, 1, () -> {
			}))
			.run();
		assertThat(ending.failure()).isInstanceOf(IllegalStateException.class)
			.hasMessage("Coverage of target-bucket has 11 cells for 11 things that evidence names; not of both:"
					+ " arn:aws:s3:::1");
	}

	@Test
	void aNightWhoseTrailsNameNothingHasNoCells() throws Exception {
		this.trails.clear();
		SimulatedLaunch launch = launch("nothing", ONCE, Strike.NONE);
		assertThat(launch.run().isPublished()).isTrue();
		assertThat(asked(launch)).isEmpty();
		try (SimulatedNights nights = nights(this.bucket, "nothing")) {
			nights.verify();
			assertThat(nights.coverage(COVERAGE + 1)).isEmpty();
		}
	}

	/** The night that nothing happens to, made once. */
	private SimulatedBucket clean() throws InterruptedException {
		if (clean.list("").isEmpty()) {
			assertThat(launch(clean, "clean", ONCE, Strike.NONE).run().isPublished()).isTrue();
		}
		return clean;
	}

	private static Answer refusing() {
		return Answer.refusing(403, "AccessDeniedException", "not authorized");
	}

	/** Whom a launch asked about which bucket, or about a key. */
	private static List<String> asked(SimulatedLaunch launch) {
		return launch.calls()
			.stream()
			.filter((call) -> List.of(TargetSources.OF_BUCKETS, TargetSources.OF_KEYS).contains(call.operation()))
			.map((call) -> call.account() + " " + TargetSources.bucketOf(call).orElse(call.operation()))
			.toList();
	}

	private SimulatedLaunch launch(String runId, NightMode mode, Strike strike) {
		return launch(this.bucket, runId, mode, strike);
	}

	private SimulatedLaunch launch(SimulatedBucket in, String runId, NightMode mode, Strike strike) {
		return launch(in, runId, mode, strike, this.world);
	}

	private static SimulatedLaunch launch(SimulatedBucket in, String runId, NightMode mode, Strike strike,
			SimulatedWorld over) {
		return new SimulatedLaunch(runId, over, controls, in, mode, strike, () -> {
		});
	}

	private SimulatedNights nights(SimulatedBucket of, String name) throws Exception {
		Path copy = this.directory.resolve(name);
		output(of).copyTo(copy);
		return new SimulatedNights(copy);
	}

	private static SimulatedOutput output(SimulatedBucket of) {
		return new SimulatedOutput(of, SimulatedOutput.Fate.NONE, () -> {
		});
	}

}
