package dev.rollcall.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.rollcall.packaged.NightReader;
import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night that nothing disturbed, to which others are held.
 *
 * @param datasets the rows of each dataset
 * @param seen what the views of {@code ddl} show of it
 * @param took how long it took
 */
record WholeNight(Map<String, List<String>> datasets, String seen, Duration took) {

	static final String DATE = "2026-11-20";

	/** The directories of an output that hold no dataset. */
	private static final Set<String> OTHERS = Set.of("manifests", "reports", "staging", "lease");

	/**
	 * What may differ: times and ages, durations, calls, retries, ids, and sentences with
	 * those.
	 */
	private static final String COMPARED = """
			SELECT COLUMNS(c -> c NOT IN ('run_id', 'collected_at', 'request_id', 'calls', 'retries', 'duration_ms',
				'unread_reason', 'reason', 'started_at', 'finished_at', 'manifest_sha256', 'latest_delivery_at',
				'report_hours', 'mfa_yes', 'mfa_no', 'keys_yes', 'keys_no', 'certificates_yes', 'certificates_no'))
			FROM {%s} ORDER BY ALL""";

	private static @Nullable WholeNight small;

	/**
	 * That of the small organization, made once for all suites; and as all of them race
	 * on the bucket of its server, that is put to the proof here.
	 */
	static synchronized WholeNight ofSmall() throws Exception {
		WholeNight made = small;
		if (made == null) {
			Path directory = Files.createTempDirectory("rollcall-whole-night");
			try (Site site = Site.start(Site.SMALL, directory)) {
				AtomicBucket.require(site.s3());
				made = make(site, directory);
			}
			Trials.delete(directory);
			small = made;
		}
		return made;
	}

	private static WholeNight make(Site site, Path directory) throws Exception {
		Nights nights = Nights.in(directory.resolve("whole"));
		try (Launch launch = Launch.start(site.program(directory), "whole", nights, DATE)) {
			Result result = launch.end();
			assertThat(result.exitCode()).as(result.lastLine()).isZero();
			return new WholeNight(datasets(nights.copy()), Analyst.sees(nights.copy()), launch.age());
		}
	}

	private static Map<String, List<String>> datasets(Path output) throws IOException, SQLException {
		Map<String, List<String>> datasets = new TreeMap<>();
		NightReader reader = new NightReader(output);
		try (Stream<Path> directories = Files.list(output)) {
			for (String dataset : directories.map((path) -> path.getFileName().toString()).toList()) {
				if (!OTHERS.contains(dataset)) {
					datasets.put(dataset, reader.committedRows(COMPARED.formatted(dataset)));
				}
			}
		}
		return datasets;
	}

	/**
	 * Holds nights of one date to this one: there is one commit, it is whole, and nothing
	 * else is to be seen.
	 */
	void requireSame(Nights nights, Program program) throws Exception {
		assertThat(nights.commits()).containsExactly("run/snapshot_date=" + DATE + "/attempt=1/run.parquet");
		Path copy = nights.copy();
		assertThat(Analyst.sees(copy)).isEqualTo(this.seen);
		Map<String, List<String>> found = datasets(copy);
		assertThat(found.keySet()).isEqualTo(this.datasets.keySet());
		found.forEach((dataset, rows) -> assertThat(rows).as(dataset).isEqualTo(this.datasets.get(dataset)));
		requireVerified(nights, program);
	}

	static void requireVerified(Nights nights, Program program) throws Exception {
		Result verified = program.run("verify", "verify", nights.location());
		assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
	}

	/** Holds an output whose night is published to hold nothing unfinished. */
	static void requireCleared(Nights nights) {
		assertThat(nights.keys("staging/")).isEmpty();
		assertThat(nights.keys("lease/")).isEmpty();
	}

}
