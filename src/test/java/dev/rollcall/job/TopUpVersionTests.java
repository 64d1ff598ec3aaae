package dev.rollcall.job;

import dev.rollcall.control.ControlCatalog;
import dev.rollcall.dataset.SimulatedBucket;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.job.SimulatedLaunch.Ending;
import dev.rollcall.job.SimulatedLaunch.Strike;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which nights a top-up goes on with: those that its own version made. */
class TopUpVersionTests {

	private static final NightMode ONCE = new NightMode(false, false);

	private static final NightMode TOP_UP = new NightMode(false, true);

	private final ControlCatalog controls = ControlCatalog.load(JobConfig.find("job-config"),
			NightApplication.shape(SimulatedLaunch.SOURCES));

	private final SimulatedWorld world = new SimulatedWorld(1);

	private final SimulatedBucket bucket = new SimulatedBucket();

	@Test
	void refusesANightOfAnEarlierVersionAndCallsNothing() throws Exception {
		Ending made = launch("first", ONCE, "1.0").run();
		assertThat(made.isPublished()).as(made.toString()).isTrue();
		SimulatedLaunch later = launch("later", TOP_UP, "1.1");
		Ending ending = later.run();
		assertThat(ending.failure()).isInstanceOf(BadInputException.class)
			.hasMessage("--top-up: attempt 1 of " + SimulatedLaunch.NIGHT
					+ " was made by version 1.0, and this is 1.1; --again makes a whole new attempt");
		assertThat(later.calls()).isEmpty();
		assertThat(launch("same", TOP_UP, "1.0").run().isPublished()).isTrue();
	}

	private SimulatedLaunch launch(String runId, NightMode mode, String version) {
		return new SimulatedLaunch(runId, this.world, this.controls, this.bucket, mode, Strike.NONE, () -> {
		}).ofVersion(version);
	}

}
