package dev.rollcall.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.GuardSources;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.dataset.SimulatedBucket;
import dev.rollcall.dataset.SimulatedOutput;
import dev.rollcall.job.SimulatedLaunch.Strike;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What owners answer for accounts, over whole nights: staged first, and the same ever
 * after.
 */
class FoundationsTests {

	private static final NightMode ONCE = new NightMode(false, false);

	private static final NightMode TOP_UP = new NightMode(false, true);

	private static final String COVERAGE = """
			SELECT account_id || ' ' || region || ' ' || status || ' ' || calls || ' ' || gap || ' '
			  || coalesce(answered_by_account || ' ' || answered_by_source, 'itself') FROM %s
			WHERE source = 'guard' AND attempt = """;

	private static final SimulatedWorld WORLD = LongStream.range(1, 1000)
		.mapToObj(SimulatedWorld::new)
		.filter((world) -> world.accounts().size() == 6 && world.regions().size() == 2 && world.isWell())
		.findFirst()
		.orElseThrow();

	/** The night that nothing happens to. */
	private static final SimulatedBucket CLEAN = new SimulatedBucket();

	@SuppressWarnings("NullAway.Init")
	private static ControlCatalog controls;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	private final SimulatedBucket bucket = new SimulatedBucket();

	@BeforeAll
	static void runCleanNight(@TempDir Path shared) throws Exception {
		SimulationTests.beQuiet();
		controls = FewControls.in(shared, SimulatedLaunch.SOURCES);
		assertThat(new SimulatedLaunch("clean", WORLD, controls, CLEAN, ONCE, Strike.NONE, () -> {
		}).run().isPublished()).isTrue();
	}

	@Test
	void whatAnOwnerProvesIsStagedFirstAndNotAsked() throws Exception {
		List<String> events = new ArrayList<>();
		SimulatedLaunch launch = launch("whole", WORLD, ONCE, (running, event, what, done) -> events.add(what));
		assertThat(launch.run().isPublished()).isTrue();
		assertThat(first(events, (what) -> what.endsWith("foundations.zip done")))
			.isLessThan(first(events, (what) -> what.startsWith("put") && what.contains("/accounts-")));
		assertThat(launch.calls()).filteredOn((call) -> call.operation().equals(GuardSources.OF_ACCOUNTS))
			.extracting(Call::account)
			.containsOnly(Cells.MEMBER, "444444444444", "666666666666");
		try (SimulatedNights nights = nights(this.bucket, "whole")) {
			nights.verify();
			assertThat(nights.coverage(COVERAGE + 1)).contains(
					Cells.MANAGEMENT + " eu-west-1 READ 0 false " + Cells.MEMBER + " guard-organization",
					"555555555555 us-east-1 NOT_ENABLED 0 false " + Cells.MEMBER + " guard-organization",
					"444444444444 us-east-1 READ 1 false itself");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "foundations.zip", "foundations.zip done", "accounts-00001.zip", "accounts-00001.zip done",
			"accounts-00003.zip done", "organization.zip", "organization.zip done" })
	void aNightKilledBesideItsFoundationsBecomesTheWholeOne(String moment) throws Exception {
		launch("killed", WORLD, ONCE, (running, event, what, done) -> {
			if (what.startsWith("put") && what.endsWith(moment)) {
				running.kill();
			}
		}).run();
		SimulatedLaunch restart = launch("restart", WORLD, ONCE, Strike.NONE);
		assertThat(restart.run().isPublished()).isTrue();
		if (!moment.equals("foundations.zip")) {
			assertThat(restart.calls()).noneMatch((call) -> call.operation().equals(GuardSources.OF_OWNERS));
		}
		try (SimulatedNights nights = nights(this.bucket, "killed"); SimulatedNights whole = nights(CLEAN, "clean")) {
			nights.verify();
			nights.compare(whole);
		}
	}

	@Test
	void aTopUpKeepsWhatOwnersAnsweredAndAsksTheOwnerThatWasAGap() throws Exception {
		Answer refusing = Answer.refusing(403, "AccessDeniedException", "not authorized");
		SimulatedWorld broken = WORLD.with((aws) -> aws.on(Cells.MEMBER, "us-east-1", GuardSources.OF_OWNERS, refusing)
			.on(Cells.MANAGEMENT, FakeAws.ANY, GuardSources.OF_ACCOUNTS, refusing)
			.on("444444444444", "eu-west-1", GuardSources.OF_ACCOUNTS, refusing));
		assertThat(launch("broken", broken, ONCE, Strike.NONE).run().isPublished()).isTrue();
		SimulatedLaunch topUp = launch("top-up", WORLD, TOP_UP, Strike.NONE);
		assertThat(topUp.run().isPublished()).isTrue();
		assertThat(topUp.calls())
			.filteredOn((call) -> List.of(GuardSources.OF_OWNERS, GuardSources.OF_ACCOUNTS).contains(call.operation()))
			.extracting((call) -> call.account() + " " + call.region() + " " + call.operation())
			.containsExactlyInAnyOrder(Cells.MEMBER + " us-east-1 " + GuardSources.OF_OWNERS,
					"444444444444 eu-west-1 " + GuardSources.OF_ACCOUNTS);
		try (SimulatedNights nights = nights(this.bucket, "topped-up")) {
			nights.verify();
			assertThat(nights.coverage(COVERAGE + 1)).contains(Cells.MANAGEMENT + " us-east-1 DENIED 1 true itself",
					Cells.OTHER + " us-east-1 READ 1 false itself", "444444444444 eu-west-1 DENIED 1 true itself");
			assertThat(nights.coverage(COVERAGE + 2)).contains(
					Cells.MANAGEMENT + " us-east-1 READ 0 false " + Cells.MEMBER + " guard-organization",
					Cells.OTHER + " us-east-1 READ 1 false itself", "444444444444 eu-west-1 READ 1 false itself",
					Cells.OTHER + " eu-west-1 READ 0 false " + Cells.MEMBER + " guard-organization");
		}
	}

	private SimulatedLaunch launch(String runId, SimulatedWorld in, NightMode mode, Strike strike) {
		return new SimulatedLaunch(runId, in, controls, this.bucket, mode, strike, () -> {
		});
	}

	private SimulatedNights nights(SimulatedBucket of, String name) throws Exception {
		Path copy = this.directory.resolve(name);
		new SimulatedOutput(of, SimulatedOutput.Fate.NONE, () -> {
		}).copyTo(copy);
		return new SimulatedNights(copy);
	}

	private static int first(List<String> events, Predicate<String> wanted) {
		return events.indexOf(events.stream().filter(wanted).findFirst().orElseThrow());
	}

}
