package dev.rollcall.publication;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the key of an object in a run's folder says.
 *
 * @param dataset its first part, {@code reports} and {@code manifests} among them
 * @param file what follows the folder
 */
record ObjectKey(String dataset, RunFolder folder, String file) {

	private static final Pattern KEY = Pattern
		.compile("([a-z0-9_]+)/snapshot_date=(\\d{4}-\\d{2}-\\d{2})/run_id=([^/]+)/(.+)");

	private static final Pattern DATA = Pattern.compile("part-\\d{5}\\.parquet");

	private static final Pattern REPORT = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*");

	private static final Pattern PARTITION = Pattern.compile("(?i)(?<=[/\\\\])run_id=([^/\\\\]*)(?=[/\\\\])");

	private static final int LONGEST = 200;

	private static final Set<String> NO_DATA = Set.of("run", "manifests", "staging", "lease");

	/** What a key says; empty where it is in no run's folder. */
	static Optional<ObjectKey> parse(String key) {
		Matcher matcher = KEY.matcher(key);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new ObjectKey(matcher.group(1),
					new RunFolder(LocalDate.parse(matcher.group(2)), matcher.group(3)), matcher.group(4)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** Whether a manifest may list such an object. */
	boolean isPublishable() {
		if (this.dataset.equals("reports")) {
			return REPORT.matcher(this.file).matches();
		}
		return !NO_DATA.contains(this.dataset) && DATA.matcher(this.file).matches();
	}

	/**
	 * Whether queries read such an object: DuckDB's of whatever ends in {@code .parquet},
	 * Athena's of whatever does not begin with a dot or an underscore.
	 */
	static boolean isQueried(String key) {
		String name = key.substring(key.lastIndexOf('/') + 1);
		return name.endsWith(".parquet") || !(name.isEmpty() || name.startsWith(".") || name.startsWith("_"));
	}

	/**
	 * Whether an object says by its name that nobody is to read it, as do those that file
	 * managers and spreadsheets leave beside what they show.
	 */
	static boolean isHidden(String key) {
		String name = key.substring(key.lastIndexOf('/') + 1);
		return key.startsWith("reports/") ? name.startsWith(".") || name.startsWith("~$") : !isQueried(key);
	}

	/**
	 * The runs whose rows queries would take an object's for: every folder that looks
	 * like a partition, however it is written and set apart. DuckDB believes it before it
	 * believes the file.
	 */
	static List<String> partitions(String key) {
		return PARTITION.matcher(key).results().map((result) -> decoded(result.group(1))).toList();
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	/** A text that somebody may have made up, fit for a line. */
	static String printable(String text) {
		String line = text.replaceAll("[^\\x20-\\x7e]", "?");
		return (line.length() > LONGEST) ? line.substring(0, LONGEST) + "..." : line;
	}

	/** The folder of a run in each dataset. */
	record RunFolder(LocalDate snapshotDate, String runId) implements Comparable<RunFolder> {

		private static final Comparator<RunFolder> ORDER = Comparator.comparing(RunFolder::snapshotDate)
			.thenComparing(RunFolder::runId);

		private static final Pattern RUN_ID = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,127}");

		/** Whether ids look like this. */
		static boolean isRunId(String text) {
			return RUN_ID.matcher(text).matches();
		}

		@Override
		public int compareTo(RunFolder other) {
			return ORDER.compare(this, other);
		}

	}

}
