package dev.rollcall.processes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A night that is asked to end does so in time, says how to go on, and can go on. */
@Tag("once")
class StopIntegrationTests {

	/** What Fargate leaves, less what it takes to notice. */
	private static final Duration MOST = Duration.ofSeconds(25);

	private static final String GOES_ON = "rollcall: stopped; the same command goes on where this one was";

	private static final Set<String> SAMPLE = Set.of("7 accounts are staged", "evaluate begins");

	private static final int RANDOM = 4;

	@SuppressWarnings("NullAway.Init")
	private static WholeNight whole;

	@BeforeAll
	static void makeAWholeNight() throws Exception {
		whole = WholeNight.ofSmall();
	}

	@Test
	void theSameCommandGoesOnWithAStoppedNight() throws Exception {
		Trials trials = new Trials("A stop");
		List<Blow> named = Blow.named().stream().filter((blow) -> !blow.asked()).toList();
		for (int i = 0; i < named.size(); i++) {
			Blow blow = named.get(i);
			if (Trials.isSoak() || SAMPLE.contains(blow.name())) {
				add(trials, blow.name(), blow.moment(), SAMPLE.contains(blow.name()) ? i % 2 == 0 : i % 3 == 0);
			}
		}
		if (Trials.isSoak()) {
			Random random = new Random(Trials.seed());
			for (int i = 0; i < RANDOM; i++) {
				Blow blow = Blow.random(random, whole.took());
				add(trials, blow.name(), blow.moment(), i % 2 == 0);
			}
		}
		trials.run(Site.SMALL);
	}

	private static void add(Trials trials, String name, Moment moment, boolean interrupted) {
		String signal = interrupted ? "INT" : "TERM";
		trials.add("SIG" + signal + " when " + name,
				(site, directory) -> stop(site, directory, moment, signal, interrupted ? 130 : 143));
	}

	private static void stop(Site site, Path directory, Moment moment, String signal, int exitCode) throws Exception {
		Program program = site.program(directory);
		Nights nights = site.nights(directory, false);
		boolean committed;
		try (Launch launch = Launch.start(program, "stopped", nights, WholeNight.DATE)) {
			launch.await(moment);
			Duration asked = launch.age();
			launch.signal(signal);
			Result result = launch.end();
			assertThat(launch.lived().minus(asked)).isLessThan(MOST);
			committed = !nights.commits().isEmpty();
			requireQuiet(result);
			if (!committed) {
				requireWayOn(result, exitCode);
			}
			else {
				assertThat(result.exitCode()).as(result.lastLine()).isIn(0, exitCode);
			}
		}
		goOn(site, program, nights, committed);
		whole.requireSame(nights, program);
	}

	/** Before the program runs, the virtual machine ends and says nothing. */
	private static void requireWayOn(Result result, int exitCode) {
		assertThat(result.exitCode()).as(result.lastLine()).isEqualTo(exitCode);
		if (!result.out().isEmpty()) {
			assertThat(result.lastLine()).isEqualTo(GOES_ON);
		}
	}

	private static void requireQuiet(Result result) {
		assertThat(result.out() + result.err()).doesNotContain("stack_trace", "\tat ", "\\tat ", "\"level\":\"ERROR\"");
	}

	private static void goOn(Site site, Program program, Nights nights, boolean committed) throws Exception {
		site.countAnew();
		Set<String> staged = nights.stagedAccounts();
		try (Launch launch = Launch.start(program, "restart", nights, WholeNight.DATE)) {
			Result result = launch.end();
			assertThat(result.exitCode()).as(result.lastLine()).isEqualTo(committed ? 6 : 0);
			CrashIntegrationTests.requireNotAsked(staged, site.called());
		}
	}

}
