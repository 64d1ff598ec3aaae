package dev.rollcall.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rollcall.control.LeftOutControl.By;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.ConfigFile;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.MergedFiles;
import dev.rollcall.job.NightApplication;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link ControlCatalog}: what is found before anything is called. */
class ControlCatalogTests {

	private static final String FILE = "controls/root/root.mfa.sql";

	private static final String MATTER = """
			/*
			id: root.mfa
			version: 3
			severity: HIGH
			title: {en: A title, ja: A title in Japanese}
			remediation: {en: A remedy, ja: A remedy in Japanese}
			sources: [iam-root-user]
			csf20: {primary: PR.AA-03, reason: 理由.}
			csf11: {primary: PR.AC-7, reason: Because.}
			*/
			""";

	/** Begins in line 11. */
	private static final String SQL = """
			SELECT c.account_id,
			       c.region, -- 地域
			       c.account_id AS resource_id,
			       CASE
			         WHEN c.unread_verdict IS NOT NULL THEN c.unread_verdict
			         WHEN r.mfa = 'NONE' THEN 'NON_COMPLIANT'
			         ELSE 'INSUFFICIENT_DATA'
			       END AS verdict,
			       coalesce(c.unread_reason, 'Said.') AS reason
			FROM coverage c
			LEFT JOIN root_user r ON r.account_id = c.account_id
			WHERE c.source = 'iam-root-user'
			""";

	private final Path directory;

	ControlCatalogTests(@TempDir Path directory) throws IOException {
		this.directory = directory;
		JobConfig shipped = JobConfig.find("job-config");
		for (MergedFiles files : List.of(shipped.merged("derived", ".sql"), shipped.merged("csf", ".tsv"))) {
			for (ConfigFile file : files.files()) {
				write(file.path(), file.text());
			}
		}
	}

	@Test
	void loadsControl() {
		assertThat(load(SQL).controls()).singleElement()
			.satisfies((control) -> assertThat(control.sql()).isEqualTo(SQL.strip()));
	}

	@Test
	void takesADateThatTheStatementLooksAt() {
		String dated = SQL.replace("r.mfa = 'NONE'", "r.mfa = 'NONE' AND r.last_used_at < c.collected_at");
		assertThat(load(aged("root_user.last_used_at"), dated).controls()).singleElement()
			.satisfies((control) -> assertThat(control.age())
				.isEqualTo(new Age.Dates(List.of(new Age.Date("root_user", "last_used_at")))));
	}

	@Test
	void refusesADateThatTheStatementDoesNotLookAt() {
		refusesAge("root_user.last_used_at", ":12: age: 'root_user.last_used_at': the statement does not look at it");
		refusesAge("trail.latest_delivery_at",
				":12: age: 'trail.latest_delivery_at': the statement does not read 'trail'; it reads"
						+ " [coverage, root_user]");
	}

	@Test
	void refusesAnAgeThatIsNoDate() {
		refusesAge("root_user.last_used",
				":12: age: 'root_user.last_used': there is no such column; did you mean 'last_used_at'?");
		refusesAge("root_user.mfa", ":12: age: 'root_user.mfa': a date was expected, its type is VARCHAR");
	}

	@Test
	void refusesUnknownTableInItsLine() {
		refuses(SQL.replace("root_user r", "root_users r"),
				":21: Table with name root_users does not exist! Did you mean \"root_user\"?");
	}

	@Test
	void refusesUnknownColumnInItsLine() {
		refusesStart(SQL.replace("c.region,", "c.regiom,"), ":12: Table \"c\" does not have a column named");
	}

	@Test
	void refusesUnknownFunctionInItsLine() {
		refusesStart(SQL.replace("coalesce(", "coalesced("),
				":19: Scalar Function with name coalesced does not exist!");
	}

	@Test
	void refusesArgumentsOfOtherTypesWithoutTheListOfCandidates() {
		refuses(SQL.replace("'Said.'", "CAST(date_diff('day', 1) AS varchar)"),
				":19: No function matches the given name and argument types 'date_diff(STRING_LITERAL, INTEGER_LITERAL)'."
						+ " You might need to add explicit type casts.");
	}

	@Test
	void refusesWhatIsNoSqlInItsLine() {
		refuses(SQL.replace("FROM coverage", "FORM coverage"), ":20: syntax error at or near \"FORM\"");
	}

	@Test
	void refusesWhatIsNoQuery() {
		refuses("DROP TABLE account", ":11: a query was expected");
	}

	@Test
	void refusesMissingAndSurplusColumns() {
		refuses(SQL.replace("AS verdict", "AS verdicts"),
				":11: the columns account_id, region, resource_id, verdict, reason were expected;"
						+ " missing are [verdict], too many are [verdicts]");
	}

	@Test
	void refusesUnknownVerdictInABranch() {
		refuses(SQL.replace("'NON_COMPLIANT'", "'FAIL'"), verdict(16, "'FAIL'"));
	}

	@Test
	void refusesUnknownVerdictInElse() {
		refuses(SQL.replace("'INSUFFICIENT_DATA'", "'insufficient_data'"), verdict(17, "'insufficient_data'"));
	}

	@Test
	void refusesUnknownVerdictInAnArmOfAUnion() {
		refuses(SQL + "UNION ALL\nSELECT account_id, 'global', 'more', 'PASS', 'Fine.' FROM account",
				verdict(24, "'PASS'"));
	}

	@Test
	void refusesUnknownVerdictInAPartBefore() {
		refuses("WITH judged AS (\n" + SQL.replace("'NON_COMPLIANT'", "'FAIL'") + ")\nSELECT j.* FROM judged j",
				verdict(17, "'FAIL'"));
	}

	@Test
	void refusesUnknownVerdictThatIsReferredTo() {
		refuses("SELECT s.account_id, s.region, s.resource_id, coalesce(s.verdict, 'COMPLIANT') AS verdict, s.reason\n"
				+ "FROM (\n" + SQL.replace("'NON_COMPLIANT'", "'FAIL'") + ") AS s", verdict(18, "'FAIL'"));
	}

	@Test
	void refusesUnknownVerdictAmongValues() {
		refuses("SELECT a.account_id, 'global' AS region, a.account_id AS resource_id, s.verdict, s.reason\n"
				+ "FROM account a\nCROSS JOIN (VALUES\n('OK', 'Fine.')) AS s (verdict, reason)", verdict(14, "'OK'"));
	}

	@Test
	void takesWhatIsExceptedForNoVerdict() {
		String sql = SQL + "EXCEPT\nSELECT account_id, 'global', 'more', 'PASS', 'Fine.' FROM account";
		assertThat(load(sql).controls()).hasSize(1);
	}

	@Test
	void refusesNullVerdict() {
		refuses(SQL.replace("'INSUFFICIENT_DATA'", "NULL"), verdict(17, "null"));
	}

	@Test
	void refusesCaseThatMayBeNull() {
		refuses(SQL.replace("ELSE 'INSUFFICIENT_DATA'\n", "\n"),
				verdict(14, "a CASE without ELSE, which is null where nothing matches"));
	}

	@Test
	void takesNullThatIsReplaced() {
		String verdict = "coalesce(c.unread_verdict, CASE WHEN r.mfa = 'NONE' THEN 'NON_COMPLIANT' END,"
				+ " 'INSUFFICIENT_DATA') AS verdict";
		assertThat(load(SQL.replaceFirst("(?s)CASE.*END AS verdict", verdict)).controls()).hasSize(1);
	}

	@Test
	void refusesNullReason() {
		refuses(SQL.replace("'Said.'", "CAST(NULL AS varchar)"), ":19: reason: null: a sentence was expected");
	}

	@Test
	void refusesEmptyReason() {
		refuses(SQL.replace("'Said.'", "''"), ":19: reason: '': a sentence was expected");
	}

	@Test
	void refusesColumnOfAnotherType() {
		refuses(SQL.replace("c.account_id AS resource_id", "1 AS resource_id"),
				":13: resource_id: the type VARCHAR was expected, it is INTEGER");
		refuses(SQL.replace("coalesce(c.unread_reason, 'Said.')", "c.calls"),
				":19: reason: the type VARCHAR was expected, it is BIGINT");
	}

	@Test
	void refusesControlThatLeavesOutAnAccountWithoutEvidence() {
		refusesStart(
				SQL.replace("LEFT JOIN root_user r", "JOIN account_summary r")
					.replace("r.mfa = 'NONE'", "NOT r.mfa_enabled"),
				":11: on a night without evidence, root.mfa left out an account: ");
	}

	@Test
	void refusesControlThatLeavesOutAnAccountWhoseCellIsAGap() {
		refusesStart(SQL + "AND c.status <> 'DENIED'",
				":11: on a night without evidence, root.mfa left out an account: ");
	}

	@Test
	void refusesControlThatLeavesOutAccountsOfAList() {
		String sql = SQL.replace("WHERE",
				"JOIN account a ON a.account_id = c.account_id AND a.management IS NOT NULL WHERE");
		refusesStart(sql, ":11: on a night without evidence, root.mfa left out an account: ");
	}

	@Test
	void refusesControlThatJudgesTwice() {
		refusesStart(SQL.replace("c.source = 'iam-root-user'", "c.source IN ('iam-root-user', 'iam-root-mfa-devices')"),
				":11: on a night without evidence, root.mfa judged one thing twice: ");
	}

	@Test
	void refusesVerdictThatIsComputed() {
		refusesStart(SQL.replace("'INSUFFICIENT_DATA'", "lower('COMPLIANT')"),
				":11: on a night without evidence, root.mfa gave a verdict that is none: compliant");
	}

	@Test
	void refusesReasonThatIsNullWithoutEvidence() {
		refusesStart(SQL.replace("'Said.'", "'It is ' || r.last_used_at || '.'"),
				":11: on a night without evidence, root.mfa gave a null: ");
	}

	@Test
	void refusesSqlThatFailsWhenItIsRun() {
		refusesStart(SQL.replace("'Said.'", "CAST(CAST(c.status AS bigint) AS varchar)"),
				":19: Could not convert string");
	}

	@Test
	void refusesControlThatTakesADeniedReadForAPass() {
		refuses(SQL.replace("WHEN c.unread_verdict IS NOT NULL THEN c.unread_verdict",
				"WHEN c.unread_verdict = 'NOT_APPLICABLE' THEN 'NOT_APPLICABLE'\nWHEN r.mfa = 'UNKNOWN' THEN 'COMPLIANT'"),
				":11: on a night in which nothing was read, root.mfa judged COMPLIANT: an account whose every cell is"
						+ " DENIED; INSUFFICIENT_DATA was expected");
	}

	@Test
	void refusesControlThatTakesAnExcludedCellForAFailure() {
		refuses(SQL.replace("WHEN c.unread_verdict IS NOT NULL",
				"WHEN c.status = 'EXCLUDED' THEN 'NON_COMPLIANT'\nWHEN c.unread_verdict IS NOT NULL"),
				":11: on a night in which nothing was read, root.mfa judged NON_COMPLIANT: an account whose every cell is"
						+ " EXCLUDED; INSUFFICIENT_DATA was expected");
	}

	@Test
	void refusesProjectionInItsLine() throws IOException {
		write("derived/root_user.sql", "SELECT account_id\nFROM accounts");
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> load(SQL))
			.withMessageStartingWith("job-config/derived/root_user.sql:2: Table with name accounts does not exist!");
	}

	@Test
	void refusesProjectionThatFailsWithoutEvidence() throws IOException {
		write("derived/ours.sql", "SELECT account_id,\nCAST(name AS bigint) AS number FROM account");
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> load(SQL))
			.withMessageStartingWith("job-config/derived/ours.sql:2: Could not convert string");
	}

	@Test
	void letsControlsReadAnOwnProjection() throws IOException {
		write("derived/ours.sql", "SELECT account_id, mfa FROM root_user");
		assertThat(load(SQL.replace("root_user r", "ours r")).controls()).hasSize(1);
	}

	@Test
	void refusesControlThatReadsWhatControlsSaid() {
		refuses(SQL.replace("LEFT JOIN root_user r", "LEFT JOIN finding r"),
				":21: 'finding' is made when all controls have judged; evidence was expected");
		refuses(SQL + "AND c.source NOT IN (\nSELECT id FROM score)",
				":24: 'score' is made when all controls have judged; evidence was expected");
	}

	@Test
	void refusesAllAtOnce() throws IOException {
		write("controls/root/root.other.sql",
				MATTER.replace("root.mfa", "root.other") + SQL.replace("FROM coverage", "FROM coverages"));
		write("controls/root/root.third.sql", MATTER.replace("HIGH", "high"));
		write("derived/ours.sql", "SELECT 1 AS one");
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> load(SQL.replace("c.region,", "c.regiom,")))
			.satisfies((refused) -> assertThat(refused.mistakes()).hasSize(6)
				.satisfies((mistake) -> assertThat(mistake).contains("root.third.sql:2: id: 'root.mfa'"),
						Index.atIndex(0))
				.satisfies((mistake) -> assertThat(mistake).contains("root.third.sql:4: severity: 'high'"),
						Index.atIndex(1))
				.satisfies((mistake) -> assertThat(mistake).contains("root.third.sql:11: one SQL statement"),
						Index.atIndex(2))
				.satisfies((mistake) -> assertThat(mistake).contains("ours.sql:1: one: one of the types"),
						Index.atIndex(3))
				.satisfies((mistake) -> assertThat(mistake).contains("root.mfa.sql:12: Table"), Index.atIndex(4))
				.satisfies((mistake) -> assertThat(mistake).contains("root.other.sql:20: Table"), Index.atIndex(5)));
	}

	@Test
	void refusesTheParameterOfAnotherControl() {
		refuses(SQL + "AND c.calls < (SELECT CAST(value AS bigint) FROM parameter\nWHERE control_id = 'root.recent_use'"
				+ " AND name = 'days')",
				":23: parameter: control_id = 'root.mfa' was expected in the same SELECT, there is [root.recent_use]");
		refuses(SQL + "AND c.calls < (SELECT max(CAST(value AS bigint)) FROM parameter)",
				":23: parameter: control_id = 'root.mfa' was expected in the same SELECT");
	}

	@Test
	void refusesAParameterThatTheControlHasNot() {
		refuses(SQL + "AND c.calls < (SELECT CAST(value AS bigint) FROM parameter WHERE control_id = 'root.mfa'"
				+ " AND name = 'days')", ":23: parameter: 'days' is not among the control's parameters, it has none");
	}

	@Test
	void knowsWhichVersionAnOwnControlTookThePlaceOf() throws IOException {
		String shipped = JobConfig.find("job-config").text("controls/root/root.mfa.sql");
		write("controls/root.mfa.sql", shipped + "\n-- ours");
		ControlCatalog catalog = ControlCatalog.load(JobConfig.find("job-config", this.directory),
				NightApplication.shape(Shipped.SOURCES));
		assertThat(catalog.controls()).filteredOn((control) -> control.id().equals("root.mfa"))
			.singleElement()
			.satisfies((control) -> assertThat(control.shippedVersion()).isEqualTo(control.version()))
			.satisfies((control) -> assertThat(control.isOutdated()).isFalse())
			.satisfies((control) -> assertThat(control.inPlaceOf(control.version() + 1).isOutdated()).isTrue());
	}

	/** Which spares every night that trial of what ships. */
	@Test
	void everyShippedControlAnswersEveryAccountOfNightsWithoutEvidence() {
		ControlCatalog tried = ControlCatalog.load(JobConfig.find("job-config"),
				NightApplication.shape(Shipped.SOURCES), (file) -> true);
		assertThat(tried.controls()).hasSameSizeAs(Shipped.CONTROLS.controls());
	}

	@Test
	void triesAShippedControlWhoseDatasetSomebodyReplaced() throws IOException {
		String shipped = JobConfig.find("job-config").text("derived/trail_sight.sql");
		write("derived/trail_sight.sql", shipped.replaceFirst("(?s)\\*/.*", "*/\n") + "SELECT * FROM ("
				+ shipped.replaceFirst("(?s)/\\*.*?\\*/", "") + ") WHERE false");
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> ControlCatalog.load(JobConfig.find("job-config", this.directory),
					NightApplication.shape(Shipped.SOURCES)))
			.withMessageContaining("on a night without evidence");
	}

	@Test
	void knowsAControlThatAnOwnFileLeavesOut() throws IOException {
		write("controls/root.mfa.sql", "/*\ndisabled: true\n*/");
		JobConfig config = JobConfig.find("job-config", this.directory);
		ControlCatalog catalog = ControlCatalog.load(config, NightApplication.shape(Shipped.SOURCES));
		assertThat(catalog.controls()).extracting(Control::id).doesNotContain("root.mfa");
		assertThat(catalog.leftOut()).containsExactly(new LeftOutControl("root.mfa", By.DISABLED));
		assertThat(ControlCatalog.idsOf(config)).contains("root.mfa", "root.access_keys");
	}

	@Test
	void refusesTwoControlsOfOneId() throws IOException {
		write("controls/iam/root.mfa.sql", MATTER + SQL);
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> load(SQL))
			.withMessageEndingWith("controls/root/root.mfa.sql: has the name of %s/controls/iam/root.mfa.sql",
					this.directory);
	}

	private static String verdict(int line, String what) {
		return ":" + line + ": verdict: " + what
				+ ": COMPLIANT, NON_COMPLIANT, NOT_APPLICABLE or INSUFFICIENT_DATA was expected";
	}

	private void refuses(String sql, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> load(sql))
			.withMessage("job-config/" + FILE + message);
	}

	private void refusesAge(String age, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> load(aged(age), SQL))
			.withMessage("job-config/" + FILE + message);
	}

	private static String aged(String age) {
		return MATTER.replace("csf20:", "age: " + age + "\ncsf20:");
	}

	private void refusesStart(String sql, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> load(sql))
			.withMessageStartingWith("job-config/" + FILE + message);
	}

	private ControlCatalog load(String sql) {
		return load(MATTER, sql);
	}

	private ControlCatalog load(String matter, String sql) {
		try {
			write(FILE, matter + sql);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return ControlCatalog.load(JobConfig.find(this.directory.toString()), NightApplication.shape(Shipped.SOURCES));
	}

	private void write(String file, String text) throws IOException {
		Path path = this.directory.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

}
