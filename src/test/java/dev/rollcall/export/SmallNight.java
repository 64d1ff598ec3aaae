package dev.rollcall.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.rollcall.control.JudgedDatasets;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.RosterEntry;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.CommittedRuns;
import dev.rollcall.publication.Publication;
import dev.rollcall.publication.PublishedNight;
import dev.rollcall.publication.Run;
import dev.rollcall.publication.Sealing;

/** A published night of stated rows. What a test does not state is null. */
final class SmallNight {

	static final LocalDate DATE = LocalDate.parse("2026-11-20");

	private static final Schema ACCOUNT = new Schema("account", Schema.of(RosterEntry.class).columns());

	private final Path directory;

	private final Map<Schema, String> rows = new LinkedHashMap<>();

	private List<String> regions = List.of("eu-west-1", "us-east-1");

	private boolean simulated;

	private boolean partial;

	private long findings;

	/** A night of one account and one control, without findings. */
	SmallNight(Path directory) {
		this.directory = directory;
		with(ACCOUNT, "SELECT '000000000001' AS account_id, 'prod' AS name, 'ou-1' AS ou_id, 'Root/Prod' AS ou_path");
		with(JudgedDatasets.CONTROL, control("root.mfa", "PR.AA-03"));
		with(JudgedDatasets.FINDING, finding("root.mfa", "COMPLIANT", "Fine.") + " WHERE false");
	}

	static String control(String id, String csf20) {
		return """
				SELECT '%s' AS control_id, 3 AS version, 'HIGH' AS severity, 'The root user has MFA' AS title_en,
				  'ルートユーザーにMFAがある' AS title_ja, 'Register a passkey.' AS remediation_en,
				  'パスキーを登録する。' AS remediation_ja, '%s' AS csf20_primary, ['PR.AA-01', 'PR.AA-05'] AS csf20_secondary,
				  'PR.AC-7' AS csf11_primary, CAST([] AS VARCHAR[]) AS csf11_secondary,
				  ['iam-root-user'] AS sources""".formatted(id, csf20);
	}

	/** A row of the account itself. */
	static String finding(String control, String verdict, String reason) {
		return finding(control, verdict, "global", "000000000001", reason);
	}

	static String finding(String control, String verdict, String region, String resource, String reason) {
		return """
				SELECT '%1$s' AS control_id, '000000000001' AS account_id, '%3$s' AS region, '%4$s' AS resource_id,
				  '%2$s' AS verdict, 'HIGH' AS severity, '%5$s' AS reason, 'PR.AA-03' AS csf20_primary,
				  'PR.AC-7' AS csf11_primary, DATE '2026-11-01' AS first_seen_on,
				  left(sha256('%1$s|%3$s|%4$s'), 16) AS finding_id, false AS expected_gap""".formatted(control, verdict,
				region, resource, reason);
	}

	/** The same on a night on which nobody had judged so before. */
	static String tonight(String finding) {
		return "SELECT * REPLACE (DATE '" + DATE + "' AS first_seen_on) FROM (" + finding + ")";
	}

	/** The same, accepted. */
	static String waived(String finding, String waiver) {
		return "SELECT *, '" + waiver + "' AS waiver_id FROM (" + finding + ")";
	}

	/** Other rows than the dataset has. */
	SmallNight with(Schema schema, String... selects) {
		this.rows.put(schema, String.join(" UNION ALL BY NAME ", selects));
		return this;
	}

	SmallNight accounts(String... selects) {
		return with(ACCOUNT, selects);
	}

	SmallNight findings(String... selects) {
		return with(JudgedDatasets.FINDING, selects);
	}

	SmallNight simulated() {
		this.simulated = true;
		return this;
	}

	SmallNight partial() {
		this.partial = true;
		return this;
	}

	SmallNight regions(String... regions) {
		this.regions = List.of(regions);
		return this;
	}

	/** Publishes the night, and writes it in a format. */
	Path export(ExportFormat format) throws IOException {
		Path file = this.directory.resolve("exported." + format.ending());
		try (Workspace workspace = new Workspace()) {
			Output output = Output.at(this.directory.resolve("nights-" + System.nanoTime()).toString());
			publish(output, workspace);
			CommittedRun run = CommittedRuns.of(output, workspace).latestAttempt(DATE).orElseThrow();
			new NightExport(new PublishedNight(output, workspace, run), workspace).write(format, file);
		}
		return file;
	}

	private void publish(Output output, Workspace workspace) {
		NightId night = new NightId(DATE, 1, "run-1");
		try (Publication publication = new Publication(output, night, workspace, Sealing.NONE);
				Database database = new Database(workspace.directory("rows"))) {
			this.rows.forEach((schema, select) -> {
				Path file = workspace.newFile("rows", ".parquet");
				long count = database.write(whole(schema, select), schema, file);
				this.findings = schema.equals(JudgedDatasets.FINDING) ? count : this.findings;
				publication.put(night.data(schema.dataset()), file, count);
			});
			publication.commit(run(night));
		}
	}

	private static String whole(Schema schema, String select) {
		return schema.columns()
			.stream()
			.map((column) -> "CAST(NULL AS %s) AS \"%s\"".formatted(column.type().sql(), column.name()))
			.collect(Collectors.joining(", ", "SELECT ", " WHERE false UNION ALL BY NAME " + select));
	}

	private Run run(NightId night) {
		Instant at = Instant.parse("2026-11-20T01:00:00Z");
		return new Run(night.runId(), night.attempt(), at, at.plusSeconds(600), "1.0", "c0", 1, 10, 0, this.findings,
				this.partial, this.simulated, null, "o-1", "000000000001", this.regions, "short",
				this.simulated ? "example" : null, "en", "2.0", null);
	}

}
