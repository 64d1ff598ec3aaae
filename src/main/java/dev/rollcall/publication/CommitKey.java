package dev.rollcall.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.dataset.NightId;

/** Where the commit of a night lies. */
record CommitKey(LocalDate snapshotDate, int attempt) implements Comparable<CommitKey> {

	private static final Pattern KEY = Pattern
		.compile(NightId.COMMITS + "snapshot_date=(\\d{4}-\\d{2}-\\d{2})/attempt=([1-9]\\d{0,8})/run\\.parquet");

	private static final Comparator<CommitKey> ORDER = Comparator.comparing(CommitKey::snapshotDate)
		.thenComparing(CommitKey::attempt);

	/** The commit that lies under a key; empty where none can. */
	static Optional<CommitKey> parse(String key) {
		Matcher matcher = KEY.matcher(key);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new CommitKey(LocalDate.parse(matcher.group(1)), Integer.parseInt(matcher.group(2))));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	String key() {
		return new NightId(this.snapshotDate, this.attempt, "").commit();
	}

	/** Whether this is the commit of a night that a manifest names. */
	boolean isOf(Manifest.Previous night) {
		return this.snapshotDate.equals(night.snapshotDate()) && this.attempt == night.attempt();
	}

	@Override
	public int compareTo(CommitKey other) {
		return ORDER.compare(this, other);
	}

}
