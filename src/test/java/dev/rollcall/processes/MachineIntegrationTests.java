package dev.rollcall.processes;

import java.nio.file.Path;
import java.util.List;

import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Where the machine has too little of something, a night ends with one line that says so,
 * and the same command heals it once there is enough.
 */
@Tag("once")
class MachineIntegrationTests {

	private static final String ENOUGH = "size=1g";

	/**
	 * DuckDB's library needs more on every system; a night's files need 4 MB beside it.
	 */
	private static final int LIBRARY_KB = 50_000;

	private static final String NOTHING_PUBLISHED = "rollcall: internal error, nothing published: ";

	private static final String UNUSABLE = "rollcall: the output cannot be used, nothing called: ";

	@SuppressWarnings("NullAway.Init")
	private static WholeNight whole;

	@BeforeAll
	static void makeAWholeNight() throws Exception {
		whole = WholeNight.ofSmall();
	}

	@Test
	void aFullOutputEndsTheNightUntilThereIsRoom(@TempDir Path probe) throws Exception {
		SmallDisk.assumeMountable(probe);
		Trials trials = new Trials("I full output");
		List<Integer> sizes = Trials.isSoak()
				? List.of(40, 100, 200, 300, 400, 500, 700, 900, 1000, 1100, 1200, 1300, 1400) : List.of(500);
		sizes.forEach((size) -> trials.add(size + " kB", (site, directory) -> {
			Path out = directory.resolve("out");
			try (SmallDisk disk = SmallDisk.mount(out, "size=" + size + "k")) {
				Program program = site.program(directory);
				Nights nights = site.nights(directory, false);
				requireOneLine(night(program, "full", nights), out);
				assertThat(nights.commits()).isEmpty();
				disk.remount(ENOUGH);
				requireHealed(program, nights);
			}
		}));
		trials.run(Site.SMALL);
	}

	@Test
	void anOutputThatIsFullOrReadOnlyFromTheStartIsNamedBeforeAnythingIsCalled(@TempDir Path probe) throws Exception {
		SmallDisk.assumeMountable(probe);
		Trials trials = new Trials("I unusable output");
		trials.add("unusable", (site, directory) -> {
			Path out = directory.resolve("out");
			try (SmallDisk disk = SmallDisk.mount(out, "size=8k")) {
				Program program = site.program(directory);
				Nights nights = site.nights(directory, false);
				requireUnusable(night(program, "full", nights), out, "No space left on device");
				disk.remount("ro," + ENOUGH);
				requireUnusable(night(program, "read-only", nights), out, "Read-only file system");
				disk.remount("rw," + ENOUGH);
				requireHealed(program, nights);
			}
		});
		trials.run(Site.SMALL);
	}

	@Test
	void aFullTemporaryDirectoryEndsTheNightUntilThereIsRoom(@TempDir Path probe) throws Exception {
		SmallDisk.assumeMountable(probe);
		Trials trials = new Trials("I full temporary directory");
		List<Integer> sizes = Trials.isSoak()
				? List.of(16, 1000, 40_000, LIBRARY_KB, 60_256, 60_400, 60_800, 61_400, 61_900, 62_500, 63_300, 63_700)
				: List.of(1000);
		sizes.forEach((size) -> trials.add(size + " kB", (site, directory) -> {
			Path temporary = directory.resolve("small");
			try (SmallDisk disk = SmallDisk.mount(temporary, "size=" + size + "k")) {
				Program program = site.program(directory, temporary, List.of(), List.of());
				Nights nights = site.nights(directory, false);
				Result full = night(program, "full", nights);
				if (full.exitCode() != 0 || size <= LIBRARY_KB) {
					requireOneLine(full, temporary);
					assertThat(nights.commits()).isEmpty();
					disk.remount(ENOUGH);
					requireHealed(program, nights);
				}
				else {
					whole.requireSame(nights, program);
				}
			}
		}));
		trials.run(Site.SMALL);
	}

	@Test
	void aReadOnlyTemporaryDirectoryIsNamed(@TempDir Path probe) throws Exception {
		SmallDisk.assumeMountable(probe);
		Trials trials = new Trials("I read-only temporary directory");
		trials.add("read-only", (site, directory) -> {
			Path temporary = directory.resolve("read-only");
			try (SmallDisk disk = SmallDisk.mount(temporary, "ro")) {
				Program program = site.program(directory, temporary, List.of(), List.of());
				Nights nights = site.nights(directory, false);
				requireOneLine(night(program, "read-only", nights), temporary);
				disk.remount("rw," + ENOUGH);
				requireHealed(program, nights);
			}
		});
		trials.run(Site.SMALL);
	}

	@Test
	void aHundredOpenFilesAreEnoughOrTheNightSaysThatTheyAreNot() throws Exception {
		Trials trials = new Trials("I open files");
		trials.add("100", (site, directory) -> {
			Program few = site.program(directory, directory, List.of("prlimit", "--nofile=100:100"), List.of());
			Nights nights = site.nights(directory, false);
			Result result = night(few, "few", nights);
			assertThat(result.exitCode()).as(result.lastLine()).isIn(0, 1, 4, 5);
			assertThat(result.lastLine()).startsWith("rollcall: ").endsWith("(exit " + result.exitCode() + ")");
			Program enough = site.program(directory);
			if (result.exitCode() == 4) {
				Result again = enough.run("again", "run", "--out", nights.location(), "--date", WholeNight.DATE,
						"--backdate", "--top-up");
				assertThat(again.exitCode()).as(again.lastLine()).isZero();
				WholeNight.requireVerified(nights, enough);
			}
			else if (result.exitCode() != 0) {
				requireHealed(enough, nights);
			}
		});
		trials.run(Site.SMALL);
	}

	@Test
	void aLargeOrganizationFitsIntoASmallHeap() throws Exception {
		assumeTrue(Trials.isSoak(), "Did not run: 500 accounts by 17 Regions are tried with -Drollcall.soak=true");
		Trials trials = new Trials("I heap");
		trials.add("256 MB", (site, directory) -> {
			Program program = site.program(directory, directory, List.of(), List.of("-Xmx256m"));
			Nights nights = site.nights(directory, false);
			Result result = night(program, "small-heap", nights);
			assertThat(result.exitCode()).as(result.lastLine()).isIn(0, 3, 4);
			WholeNight.requireVerified(nights, program);
		});
		trials.run("""
				accounts: 500
				cast: 2
				regions: 17
				""");
	}

	private static Result night(Program program, String name, Nights nights) throws Exception {
		try (Launch launch = Launch.start(program, name, nights, WholeNight.DATE)) {
			return launch.end();
		}
	}

	private static void requireOneLine(Result result, Path named) {
		assertThat(result.lastLine()).startsWith(NOTHING_PUBLISHED).contains(named.toString()).endsWith("(exit 1)");
		assertThat(result.exitCode()).isOne();
		assertThat(result.err().lines()).hasSize(1);
	}

	private static void requireUnusable(Result result, Path out, String reason) {
		assertThat(result.lastLine()).startsWith(UNUSABLE).contains(out.toString(), reason).endsWith("(exit 10)");
		assertThat(result.exitCode()).isEqualTo(10);
		assertThat(result.err().lines()).hasSize(1);
	}

	private static void requireHealed(Program program, Nights nights) throws Exception {
		Result healed = night(program, "healed", nights);
		assertThat(healed.exitCode()).as(healed.lastLine()).isZero();
		whole.requireSame(nights, program);
		WholeNight.requireCleared(nights);
	}

}
