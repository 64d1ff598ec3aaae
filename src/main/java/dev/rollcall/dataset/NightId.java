package dev.rollcall.dataset;

import java.time.LocalDate;

/**
 * Names a night, and where its objects lie under the output.
 *
 * @param snapshotDate the night
 * @param attempt the n-th night of that date, from 1
 * @param runId the launch that publishes it; lower case
 */
public record NightId(LocalDate snapshotDate, int attempt, String runId) {

	/** The dataset whose file commits a night. */
	public static final String COMMITS = "run/";

	/** What unfinished nights have read so far. */
	public static final String STAGING = "staging/";

	/** The leases of running nights. */
	public static final String LEASES = "lease/";

	/** The file of a dataset. */
	public String data(String dataset) {
		return dataset + "/" + date() + "/run_id=" + this.runId + "/part-00000.parquet";
	}

	public String workbook() {
		return "reports/" + date() + "/run_id=" + this.runId + "/rollcall-" + this.snapshotDate + ".xlsx";
	}

	public String manifest() {
		return manifest(this.snapshotDate, this.runId);
	}

	/** Where the manifest of any committed run lies. */
	public static String manifest(LocalDate snapshotDate, String runId) {
		return "manifests/" + date(snapshotDate) + "/run_id=" + runId + "/manifest.json";
	}

	/** The object whose presence says that the night is published. */
	public String commit() {
		return COMMITS + date() + "/attempt=" + this.attempt + "/run.parquet";
	}

	/** Where the night's staged files lie, whichever launch wrote them. */
	public String staging() {
		return STAGING + date() + "/attempt=" + this.attempt + "/";
	}

	/** What guards the night against two launches at once. */
	public String lease() {
		return LEASES + date() + "/attempt=" + this.attempt + "/lease.json";
	}

	private String date() {
		return date(this.snapshotDate);
	}

	private static String date(LocalDate snapshotDate) {
		return "snapshot_date=" + snapshotDate;
	}

}
