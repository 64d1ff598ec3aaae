package dev.rollcall.processes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A launch that was frozen, taken for dead and woken up does no harm. */
@Tag("once")
class ZombieIntegrationTests {

	private static final int NIGHTS = Trials.isSoak() ? Integer.getInteger("rollcall.repeats", 30) : 2;

	@SuppressWarnings("NullAway.Init")
	private static WholeNight whole;

	@BeforeAll
	static void makeAWholeNight() throws Exception {
		whole = WholeNight.ofSmall();
	}

	@Test
	void aLaunchThatWakesUpAfterItWasTakenForDeadDoesNoHarm() throws Exception {
		Trials trials = new Trials("C zombie");
		Random random = new Random(Trials.seed());
		for (int i = 0; i < NIGHTS; i++) {
			Duration frozen = Duration.ofMillis((long) (random.nextDouble() * whole.took().toMillis()));
			boolean meanwhile = i % 2 == 1;
			Duration woken = Duration.ofMillis(random.nextInt(5_000));
			String name = "night " + i + ", frozen after " + frozen.toMillis() + " ms, woken "
					+ (meanwhile ? woken.toMillis() + " ms after it was taken over" : "when its successor had ended");
			trials.add(name, (site, directory) -> wake(site, directory, frozen, meanwhile ? woken : null));
		}
		trials.add("in a directory", ZombieIntegrationTests::freeze);
		trials.run(Site.SMALL);
	}

	/** The kernel keeps the lock of a process that is frozen. */
	private static void freeze(Site site, Path directory) throws Exception {
		Program program = site.program(directory);
		Nights nights = site.nights(directory, false);
		try (Launch owner = Launch.start(program, "owner", nights, WholeNight.DATE)) {
			assertThat(owner.await(Moment.staged(3))).isTrue();
			owner.signal("STOP");
			try (Launch second = Launch.start(program, "second", nights, WholeNight.DATE)) {
				Result result = second.end();
				assertThat(result.exitCode()).as(result.lastLine()).isEqualTo(7);
			}
			owner.signal("CONT");
			assertThat(owner.end().exitCode()).isZero();
		}
		whole.requireSame(nights, program);
		WholeNight.requireCleared(nights);
	}

	private static void wake(Site site, Path directory, Duration frozen, @Nullable Duration woken) throws Exception {
		Program program = site.program(directory);
		Nights nights = site.nights(directory, true);
		try (Analyst analyst = new Analyst(site.nights(directory, true), whole.seen());
				Launch owner = Launch.start(program, "owner", nights, WholeNight.DATE)) {
			owner.await(Moment.key("lease/"));
			owner.await(Moment.after(owner.age().plus(frozen)));
			owner.signal("STOP");
			try (Launch successor = Launch.start(program, "successor", nights, WholeNight.DATE)) {
				if (woken != null) {
					successor.await(Moment.step("discover").plus(woken));
					owner.signal("CONT");
				}
				Result second = successor.end();
				owner.signal("CONT");
				requireOnePublisher(owner.end(), second, woken == null);
			}
			analyst.requireNothingElse();
		}
		whole.requireSame(nights, program);
		requireCleared(program, nights);
	}

	/**
	 * Who commits first has published, and that may be the one that was frozen.
	 * @param late whether it was woken when the other had ended
	 */
	private static void requireOnePublisher(Result first, Result second, boolean late) {
		List<Integer> codes = List.of(first.exitCode(), second.exitCode());
		String said = first.lastLine() + " / " + second.lastLine();
		assertThat(codes).as(said).containsOnlyOnce(0).isSubsetOf(0, 6, 7);
		if (late && second.exitCode() == 0) {
			assertThat(first.exitCode()).as(said).isIn(6, 7);
		}
	}

	/**
	 * Whoever ends last may leave something that it staged after the other had cleared
	 * away; the next night clears that.
	 */
	private static void requireCleared(Program program, Nights nights) throws Exception {
		if (!nights.keys("staging/").isEmpty() || !nights.keys("lease/").isEmpty()) {
			try (Launch launch = Launch.start(program, "next", nights, "2026-11-21")) {
				assertThat(launch.end().exitCode()).isZero();
			}
		}
		WholeNight.requireCleared(nights);
	}

}
