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
		return "staging/" + date() + "/attempt=" + this.attempt + "/";
	}

	private String date() {
		return date(this.snapshotDate);
	}

	private static String date(LocalDate snapshotDate) {
		return "snapshot_date=" + snapshotDate;
	}

}
