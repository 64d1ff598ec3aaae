package dev.rollcall.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.rollcall.dataset.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that people chose, some with bad intent, through every column that holds text:
 * read back by a reader that is not POI.
 */
class HostileTextTests {

	private static final int NAMES = 5_000;

	private static final List<String> PARTS = List.of("=1+1", "=cmd|' /C calc'!A0", "+SUM(A1)", "-2", "@now",
			"=HYPERLINK(\"http://evil\",\"x\")", "_x0041_", "_x005F_", "_x000D_", "_", "\t", "\n", "\r", "<f>1</f>",
			"]]>", "&amp;", "&#x41;", "<!--", "'", "\"", "\u202e", "\u2066", "\u200f", "\u0085", "\u007f", "\u00a0",
			"😀", "𠮷", "会員", "{0}", "{cover.title}", "%n", "../..", "http://evil/", "name", " ", "\ufeff", "\ufffd",
			"\u2028");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void survivesUnalteredAndInert() throws IOException {
		List<String> names = names();
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			fill(night, names);
			Path file = night.compared().write(this.directory.resolve("hostile.xlsx"));
			Map<String, Integer> elements = PlainReader.elements(file);
			assertThat(elements).doesNotContainKey("f");
			Map<String, List<String>> sheets = PlainReader.texts(file);
			assertThat(holding(sheets, names).stream().filter((found) -> found == names.size()).count())
				.isGreaterThanOrEqualTo(10);
		}
	}

	/** How many of the names each sheet holds. */
	private static List<Integer> holding(Map<String, List<String>> sheets, List<String> names) {
		List<Integer> found = new ArrayList<>();
		sheets.values().forEach((texts) -> {
			Set<String> held = new HashSet<>(texts);
			found.add((int) names.stream().filter(held::contains).count());
		});
		return found;
	}

	private static List<String> names() {
		Random random = new Random(20_261_120);
		Set<String> names = new HashSet<>();
		List<String> ordered = new ArrayList<>();
		while (ordered.size() < NAMES) {
			StringBuilder name = new StringBuilder();
			for (int i = random.nextInt(6) + 1; i > 0; i--) {
				name.append(PARTS.get(random.nextInt(PARTS.size())));
			}
			name.append(ordered.size());
			if (names.add(name.toString())) {
				ordered.add(name.toString());
			}
		}
		return ordered;
	}

	private static void fill(WorkbookNight night, List<String> names) throws IOException {
		Database database = night.database();
		database.execute("CREATE TABLE hostile (id VARCHAR, name VARCHAR)");
		for (int from = 0; from < names.size(); from += 500) {
			List<String> rows = new ArrayList<>();
			for (int i = from; i < from + 500; i++) {
				rows.add("('%012d', %s)".formatted(i, Database.literal(names.get(i))));
			}
			database.execute("INSERT INTO hostile VALUES " + String.join(", ", rows));
		}
		String one = ", 'us-east-1' AS region FROM hostile";
		night.with("account", "SELECT id AS account_id, name, name AS ou_path, name AS environment FROM hostile");
		night.with("control",
				"""
						SELECT 'c' AS control_id, 'Title' AS title_en, '題' AS title_ja, 'HIGH' AS severity,
						  'PR.AA-01' AS csf20_primary, 'PR.AC-1' AS csf11_primary, ['config-rules'] AS sources, 'SELECT 1' AS sql""");
		night.with("finding", """
				SELECT 'c' AS control_id, id AS account_id, name AS resource_id, 'NON_COMPLIANT' AS verdict,
				  'HIGH' AS severity, name AS reason, 'PR.AA-01' AS csf20_primary, 'PR.AC-1' AS csf11_primary,
				  name AS waiver_id""" + one);
		night.with("coverage", """
				SELECT id AS account_id, 'cloudtrail' AS source, 'FAILED' AS status, true AS gap, name AS error_message,
				  name AS error_code, name AS operation, false AS expected, 1 AS calls, 0 AS retries""" + one);
		night.with("root_user", "SELECT id AS account_id, 'PRESENT' AS credentials, 'NONE' AS mfa FROM hostile");
		night.with("external_access",
				"""
						SELECT id AS account_id, name AS finding_id, name AS resource, 'T' AS resource_type, id AS resource_account,
						  name AS principal, 'PUBLIC' AS exposure, [name] AS actions, MAP {name: name} AS condition"""
						+ one);
		night.with("config_rule_compliance",
				"SELECT id AS account_id, name AS rule_name, 'NON_COMPLIANT' AS compliance" + one);
		night.with("trail", "SELECT id AS account_id, name, name AS bucket, name AS arn" + one);
		night.with("analyzer", "SELECT id AS account_id, name, 'ACTIVE' AS status, name AS arn" + one);
		night.with("waiver", "SELECT name AS waiver_id, 'c' AS control_id, name AS scope, name AS owner,"
				+ " name AS reason, 'ACTIVE' AS state FROM hostile");
		night.with("change", "SELECT 'c' AS control_id, id AS account_id, name AS resource_id, 'NEW' AS change" + one);
		night.scored();
	}

}
