package dev.rollcall.processes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night that is killed without warning is made whole by the same command, which does
 * not ask again whom a closed staging file holds.
 */
@Tag("once")
class CrashIntegrationTests {

	/** The points of the sample; those not named here are tried in the soak only. */
	private static final Set<String> IN_DIRECTORY = Set.of("7 accounts are staged", "10 objects are put",
			"the commit is put");

	private static final Set<String> IN_BUCKET = Set.of("the discovery is staged", "the manifest is put");

	/** Only these are asked as an account; the audit account also asks for others. */
	private static final Set<String> OF_ACCOUNTS = Set.of("iam:GetAccountSummary", "iam:ListVirtualMFADevices",
			"iam:GenerateCredentialReport", "access-analyzer:ListAnalyzers", "config:DescribeConfigRules",
			"cloudtrail:DescribeTrails");

	private static final int RANDOM = Trials.isSoak() ? 40 : 1;

	private static final int DOUBLE = Trials.isSoak() ? 10 : 1;

	@SuppressWarnings("NullAway.Init")
	private static WholeNight whole;

	@BeforeAll
	static void makeAWholeNight() throws Exception {
		whole = WholeNight.ofSmall();
	}

	@Test
	void theSameCommandMakesAKilledNightWhole() throws Exception {
		Trials trials = new Trials("A crash");
		for (Blow blow : Blow.named()) {
			addIf(Trials.isSoak() || IN_DIRECTORY.contains(blow.name()), trials, blow, false);
			addIf(Trials.isSoak() || IN_BUCKET.contains(blow.name()), trials, blow, true);
		}
		Random random = new Random(Trials.seed());
		for (int i = 0; i < RANDOM; i++) {
			add(trials, i % 2 == 1, "random " + i, List.of(Blow.random(random, whole.took())));
		}
		for (int i = 0; i < DOUBLE; i++) {
			add(trials, i % 2 == 0, "double " + i,
					List.of(Blow.random(random, whole.took()), Blow.random(random, whole.took())));
		}
		trials.run(Site.SMALL);
	}

	private static void addIf(boolean wanted, Trials trials, Blow blow, boolean bucket) {
		if (wanted) {
			add(trials, bucket, "when", List.of(blow));
		}
	}

	private static void add(Trials trials, boolean bucket, String name, List<Blow> blows) {
		String full = name + ", " + String.join(", then ", blows.stream().map(Blow::name).toList())
				+ (bucket ? ", S3" : ", directory");
		trials.add(full, (site, directory) -> crash(site, directory, bucket, blows));
	}

	private static void crash(Site site, Path directory, boolean bucket, List<Blow> blows) throws Exception {
		Program program = site.program(directory);
		Nights nights = site.nights(directory, bucket);
		boolean committed;
		try (Analyst analyst = new Analyst(site.nights(directory, bucket), whole.seen())) {
			for (int i = 0; i < blows.size(); i++) {
				try (Launch launch = Launch.start(program, "killed-" + i, nights, WholeNight.DATE)) {
					blows.get(i).strike(launch);
				}
			}
			site.countAnew();
			committed = !nights.commits().isEmpty();
			goOn(site, program, nights, committed);
			analyst.requireNothingElse();
		}
		whole.requireSame(nights, program);
		if (committed) {
			// What it could not clear away itself goes with the next night that is
			// published.
			requireEnd(program, "next", nights, "2026-11-21", 0);
		}
		WholeNight.requireCleared(nights);
	}

	private static void goOn(Site site, Program program, Nights nights, boolean committed) throws Exception {
		Set<String> staged = nights.stagedAccounts();
		requireEnd(program, "restart", nights, WholeNight.DATE, committed ? 6 : 0);
		Map<String, Set<String>> called = site.called();
		requireNotAsked(staged, called);
		if (!committed && staged.size() < Site.ACCOUNTS - 2) {
			assertThat(called).as("whom the restart asks").hasSizeGreaterThan(2);
		}
	}

	private static void requireEnd(Program program, String name, Nights nights, String date, int exitCode)
			throws Exception {
		try (Launch launch = Launch.start(program, name, nights, date)) {
			Result result = launch.end();
			assertThat(result.exitCode()).as(result.lastLine()).isEqualTo(exitCode);
		}
	}

	static void requireNotAsked(Set<String> staged, Map<String, Set<String>> called) {
		for (String account : staged) {
			List<String> asked = new ArrayList<>(called.getOrDefault(account, Set.of()));
			asked.retainAll(OF_ACCOUNTS);
			assertThat(asked).as("what account %s is asked, which a closed staging file holds", account).isEmpty();
		}
	}

}
