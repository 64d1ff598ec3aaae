package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.collect.Cells;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.dataset.SimulatedBucket;
import dev.rollcall.dataset.SimulatedOutput;
import dev.rollcall.job.SimulatedLaunch.Strike;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.Region;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K5: a night whose accounts add Regions and that dies on its way becomes the whole one.
 * Nobody but management has ap-south-1, nobody but a member has me-south-1.
 */
class OwnRegionsTests {

	private static final NightMode ONCE = new NightMode(false, false);

	@SuppressWarnings("NullAway.Init")
	private static ControlCatalog controls;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	private final SimulatedWorld world = LongStream.range(1, 1000)
		.mapToObj(SimulatedWorld::new)
		.filter((world) -> world.accounts().size() == 6 && world.isWell())
		.findFirst()
		.orElseThrow()
		.with((aws) -> aws.on("account:ListRegions", listed("us-east-1"))
			.on(Cells.MANAGEMENT, FakeAws.ANY, "account:ListRegions", listed("us-east-1", "ap-south-1"))
			.on("666666666666", FakeAws.ANY, "account:ListRegions", listed("us-east-1", "me-south-1")))
		.withOwnRegions();

	private final SimulatedBucket bucket = new SimulatedBucket();

	@BeforeAll
	static void loadFewControls(@TempDir Path shared) throws IOException {
		SimulationTests.beQuiet();
		controls = FewControls.in(shared, SimulatedLaunch.SOURCES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "discovery.zip done", "accounts-00001.zip done", "organization.zip done" })
	void aNightKilledOnItsWayBecomesTheWholeOne(String moment) throws Exception {
		SimulatedBucket clean = new SimulatedBucket();
		assertThat(new SimulatedLaunch("clean", this.world, controls, clean, ONCE, Strike.NONE, () -> {
		}).run().isPublished()).isTrue();
		SimulatedLaunch killed = launch("killed", (running, event, what, done) -> {
			if (what.startsWith("put") && what.endsWith(moment)) {
				running.kill();
			}
		});
		killed.run();
		SimulatedLaunch restart = launch("restart", Strike.NONE);
		assertThat(restart.run().isPublished()).isTrue();
		assertThat(lists(restart)).doesNotContain(Cells.MANAGEMENT).hasSizeLessThan(6);
		try (SimulatedNights nights = nights(this.bucket, "killed"); SimulatedNights whole = nights(clean, "clean")) {
			nights.verify();
			nights.compare(whole);
			assertThat(whole.coverage("SELECT DISTINCT region FROM %s WHERE region <> 'global' ORDER BY region"))
				.containsExactly("ap-south-1", "me-south-1", "us-east-1");
			assertThat(whole.coverage("""
					SELECT account_id || ' ' || status FROM %s WHERE source = 'guard' AND region = 'me-south-1'
					AND status <> 'REGION_DISABLED'""")).hasSize(1);
		}
	}

	/** The accounts that were asked for their lists. */
	private static List<String> lists(SimulatedLaunch launch) {
		return launch.calls()
			.stream()
			.filter((call) -> call.operation().equals("account:ListRegions"))
			.map(Call::account)
			.toList();
	}

	/** The list of an account that has some of the Regions. */
	private static Answer listed(String... has) {
		return Answer.of(ListRegionsResponse.builder()
			.regions(Stream.of("us-east-1", "ap-south-1", "me-south-1")
				.map((name) -> Region.builder()
					.regionName(name)
					.regionOptStatus(List.of(has).contains(name) ? "ENABLED" : "DISABLED")
					.build())
				.toList())
			.build());
	}

	private SimulatedLaunch launch(String runId, Strike strike) {
		return new SimulatedLaunch(runId, this.world, controls, this.bucket, ONCE, strike, () -> {
		});
	}

	private SimulatedNights nights(SimulatedBucket of, String name) throws Exception {
		Path copy = this.directory.resolve(name);
		new SimulatedOutput(of, SimulatedOutput.Fate.NONE, () -> {
		}).copyTo(copy);
		return new SimulatedNights(copy);
	}

}
