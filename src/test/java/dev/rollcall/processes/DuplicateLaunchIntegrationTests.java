package dev.rollcall.processes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Of several launches of one date, one publishes, and the others say so and end. */
@Tag("once")
class DuplicateLaunchIntegrationTests {

	/** To each of two outputs: 180 groups of launches. */
	private static final int REPEATS = 10;

	private static final AtomicReference<Duration> LONGEST = new AtomicReference<>(Duration.ZERO);

	@SuppressWarnings("NullAway.Init")
	private static WholeNight whole;

	@BeforeAll
	static void makeAWholeNight() throws Exception {
		whole = WholeNight.ofSmall();
	}

	@Test
	@SuppressWarnings("SystemOut")
	void oneOfSeveralLaunchesPublishes() throws Exception {
		Trials trials = new Trials("B duplicate launch");
		if (Trials.isSoak()) {
			for (int repeat = 0; repeat < Integer.getInteger("rollcall.repeats", REPEATS); repeat++) {
				addAll(trials, repeat);
			}
		}
		else {
			add(trials, 2, Before.FRESH, false, 0);
			add(trials, 2, Before.FRESH, true, 0);
			add(trials, 4, Before.FRESH, true, 0);
		}
		trials.run(Site.SMALL);
		System.out.printf("B duplicate launch: of two, the second ended at most %.1f s after its start%n",
				LONGEST.get().toMillis() / 1e3);
	}

	private static void addAll(Trials trials, int repeat) {
		for (int launches : List.of(2, 4, 8)) {
			for (Before before : Before.values()) {
				add(trials, launches, before, false, repeat);
				add(trials, launches, before, true, repeat);
			}
		}
	}

	private static void add(Trials trials, int launches, Before before, boolean bucket, int repeat) {
		String name = launches + " launches, " + before.name().toLowerCase(Locale.ROOT) + ", "
				+ (bucket ? "S3" : "directory") + ", repeat " + repeat;
		trials.add(name, (site, directory) -> race(site, directory, launches, before, bucket));
	}

	private static void race(Site site, Path directory, int number, Before before, boolean bucket) throws Exception {
		Program program = site.program(directory);
		Nights nights = site.nights(directory, bucket);
		prepare(program, nights, before);
		List<Launch> launches = new ArrayList<>();
		try (Analyst analyst = new Analyst(site.nights(directory, bucket), whole.seen())) {
			for (int i = 0; i < number; i++) {
				launches.add(Launch.start(program, "launch-" + i, nights, WholeNight.DATE));
			}
			requireOnePublisher(launches, before);
			analyst.requireNothingElse();
		}
		finally {
			launches.forEach(Launch::close);
		}
		whole.requireSame(nights, program);
		WholeNight.requireCleared(nights);
	}

	private static void prepare(Program program, Nights nights, Before before) throws Exception {
		if (before == Before.FRESH) {
			return;
		}
		try (Launch launch = Launch.start(program, "before", nights, WholeNight.DATE)) {
			if (before == Before.KILLED) {
				assertThat(launch.await(Moment.staged(5))).isTrue();
				launch.kill();
			}
			else {
				assertThat(launch.end().exitCode()).isZero();
			}
		}
	}

	private static void requireOnePublisher(List<Launch> launches, Before before) throws Exception {
		List<Integer> others = new ArrayList<>();
		List<String> said = new ArrayList<>();
		List<Duration> refused = new ArrayList<>();
		Duration published = Duration.ZERO;
		for (Launch launch : launches) {
			Result result = launch.end();
			said.add(result.lastLine());
			if (result.exitCode() == 0) {
				published = launch.lived();
			}
			else {
				others.add(result.exitCode());
				refused.add(launch.lived());
			}
		}
		assertThat(others).as("how the others ended: %s", said)
			.hasSize(launches.size() - ((before == Before.PUBLISHED) ? 0 : 1))
			.isSubsetOf((before == Before.PUBLISHED) ? List.of(6) : List.of(6, 7));
		if (launches.size() == 2 && before != Before.PUBLISHED) {
			requireSoon(refused.get(0), published);
		}
	}

	/**
	 * How long ten seconds are depends on what else the machine does; that nobody waits
	 * for the other's night does not.
	 */
	private static void requireSoon(Duration refused, Duration published) {
		assertThat(refused).as("how long the one that was refused lived").isLessThan(published);
		LONGEST.accumulateAndGet(refused, (one, other) -> (one.compareTo(other) > 0) ? one : other);
	}

	/** What happened to the date before. */
	private enum Before {

		FRESH, KILLED, PUBLISHED

	}

}
