package dev.rollcall.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.control.Verdict;
import dev.rollcall.csf.Crosswalk;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;
import dev.rollcall.dataset.Database;
import dev.rollcall.input.JobConfig;
import org.jspecify.annotations.Nullable;

/** A night to render: every dataset is there, with the rows that a test puts into it. */
final class WorkbookNight implements AutoCloseable {

	static final LocalDate DATE = LocalDate.parse("2026-11-20");

	static final LocalDate BEFORE = LocalDate.parse("2026-11-19");

	private final Database database;

	private String language = "en";

	private int mostRows = 300_000;

	private CsfVersion leading = CsfVersion.V2_0;

	private JobConfig templates = JobConfig.find("reports-templates");

	private @Nullable String simulation;

	private @Nullable LocalDate comparedWith;

	private List<String> regions = List.of("us-east-1", "eu-west-1");

	WorkbookNight(Path directory) throws IOException {
		this.database = new Database(directory);
		PublishedSchemas.all().forEach(this.database::table);
		this.database.execute(
				"""
						CREATE TABLE night_score (snapshot_date DATE, attempt BIGINT, csf_version VARCHAR, level VARCHAR,
						id VARCHAR, controls BIGINT, compliant BIGINT, non_compliant BIGINT, insufficient_data BIGINT,
						not_applicable BIGINT, compared_units BIGINT, compliant_before BIGINT, compliant_now BIGINT, lost BIGINT,
						gained BIGINT, basis BIGINT, method VARCHAR, outside_units BIGINT)""");
	}

	/**
	 * Adds rows.
	 * @param select gives some of the dataset's columns by name
	 */
	WorkbookNight with(String dataset, String select) {
		this.database.execute("INSERT INTO \"" + dataset + "\" BY NAME " + select);
		return this;
	}

	/** Scores as the job makes them, of this night and in the trend. */
	WorkbookNight scored() throws IOException {
		with("unit",
				"""
						SELECT v.csf_version, CASE v.csf_version WHEN '2.0' THEN csf20_primary ELSE csf11_primary END AS subcategory,
						  control_id, account_id,
						  ['NON_COMPLIANT', 'INSUFFICIENT_DATA', 'COMPLIANT', 'NOT_APPLICABLE'][min(%s)] AS verdict
						FROM finding CROSS JOIN (VALUES ('2.0'), ('1.1')) AS v (csf_version) GROUP BY ALL"""
					.formatted(Verdict.rank("verdict")));
		with("score", "SELECT * FROM (" + Files.readString(Path.of("job-config/derived/score.sql")) + ")");
		return with("night_score",
				"SELECT * EXCLUDE (run_id, attempt), 1 AS attempt, DATE '" + DATE + "' AS snapshot_date FROM score")
			.with("night_score", "SELECT * REPLACE (DATE '" + BEFORE + "' AS snapshot_date, compliant + 1 AS compliant)"
					+ " FROM night_score");
	}

	WorkbookNight language(String language) {
		this.language = language;
		return this;
	}

	WorkbookNight leading(CsfVersion leading) {
		this.leading = leading;
		return this;
	}

	WorkbookNight simulated(String simulation) {
		this.simulation = simulation;
		return this;
	}

	WorkbookNight compared() {
		this.comparedWith = BEFORE;
		return this;
	}

	WorkbookNight regions(String... regions) {
		this.regions = List.of(regions);
		return this;
	}

	/** Own files beside the shipped ones. */
	WorkbookNight templates(Path directory) {
		this.templates = JobConfig.find("reports-templates", directory);
		return this;
	}

	WorkbookNight mostRows(int mostRows) {
		this.mostRows = mostRows;
		return this;
	}

	Database database() {
		return this.database;
	}

	Path write(Path file) throws IOException {
		return write(file, Template.load(this.templates));
	}

	Path write(Path file, Template template) throws IOException {
		Messages messages = new Messages(this.templates, this.language);
		Sheets sheets = Sheets.load(this.templates, messages, PublishedSchemas.sources(), PublishedSchemas.all(),
				Set.of());
		NightFacts facts = new NightFacts("o-1", "000000000001", DATE, 1, "run-1", Instant.EPOCH, "1.0", this.regions,
				false, this.simulation, "attempt 10 s", "c0", null,
				Map.of("iam-root-user", List.of("iam:GetAccountSummary")), Set.of("account-tags"), this.comparedWith,
				10);
		new NightWorkbook(this.database, facts, new WorkbookDesign(template, messages, sheets), frameworks(),
				this.mostRows)
			.write(file);
		return file;
	}

	private Frameworks frameworks() throws IOException {
		JobConfig config = JobConfig.find("job-config");
		Map<CsfVersion, Framework> frameworks = new EnumMap<>(CsfVersion.class);
		for (CsfVersion version : CsfVersion.values()) {
			try (InputStream table = config.open("csf/csf-" + version.number() + ".tsv")) {
				frameworks.put(version, Framework.read(version, table));
			}
		}
		try (InputStream links = config.open("csf/csf-1.1-to-2.0.tsv")) {
			return new Frameworks(this.leading, frameworks, Crosswalk.read(links));
		}
	}

	@Override
	public void close() {
		this.database.close();
	}

}
