package dev.rollcall.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The verdicts of a night, as one of the things says that it left behind.
 *
 * @param byId from the id of each finding to its verdict
 */
record ExportedVerdicts(Map<String, String> byId) {

	static ExportedVerdicts ofParquet(NightReader night) throws SQLException {
		return of(night.rows("SELECT finding_id || '|' || verdict FROM {finding}"));
	}

	/** By our reader of CSV: DuckDB's. */
	static ExportedVerdicts ofCsv(Path file) throws SQLException {
		return of(new NightReader(file).rows("SELECT finding_id || '|' || verdict FROM read_csv('" + file
				+ "', header = true, all_varchar = true, quote = '\"', escape = '\"')"));
	}

	static ExportedVerdicts ofOcsf(Path file) throws IOException {
		Map<String, String> words = Map.of("Pass", "COMPLIANT", "Fail", "NON_COMPLIANT", "Warning", "INSUFFICIENT_DATA",
				"NOT_APPLICABLE", "NOT_APPLICABLE");
		return of(lines(file), (event) -> event.at("/finding_info/uid").asString() + "|"
				+ words.get(event.at("/compliance/status").asString()));
	}

	static ExportedVerdicts ofAsff(Path file) throws IOException {
		Map<String, String> words = Map.of("PASSED", "COMPLIANT", "FAILED", "NON_COMPLIANT", "NOT_AVAILABLE",
				"INSUFFICIENT_DATA");
		return of(lines(file).flatMap((call) -> call.at("/Findings").valueStream()),
				(finding) -> finding.at("/Id").asString() + "|"
						+ words.get(finding.at("/Compliance/Status").asString()));
	}

	static ExportedVerdicts ofOscal(Path file) throws IOException {
		JsonNode document = JsonMapper.shared().readTree(Files.readString(file));
		return of(document.at("/assessment-results/results/0/observations").valueStream(),
				(observation) -> property(observation, "finding-id") + "|" + property(observation, "verdict"));
	}

	/** Under numbers: the workbook shows no ids. */
	static ExportedVerdicts ofWorkbook(Path file) throws IOException {
		List<String> rows = new ArrayList<>();
		try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
			Sheet sheet = workbook.getSheet("Findings");
			boolean table = false;
			for (Row row : sheet) {
				String first = (row.getCell(0) != null) ? row.getCell(0).toString() : "";
				if (table && !first.isEmpty()) {
					rows.add(rows.size() + "|" + first.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
				}
				table |= first.equals("Verdict");
			}
		}
		return of(rows);
	}

	private static Stream<JsonNode> lines(Path file) throws IOException {
		return Files.readAllLines(file).stream().map(JsonMapper.shared()::readTree);
	}

	private static String property(JsonNode holder, String name) {
		return holder.at("/props")
			.valueStream()
			.filter((property) -> property.at("/name").asString().equals(name))
			.map((property) -> property.at("/value").asString())
			.findFirst()
			.orElseThrow();
	}

	private static ExportedVerdicts of(Stream<JsonNode> findings, Function<JsonNode, String> idAndVerdict) {
		return of(findings.map(idAndVerdict).toList());
	}

	/** Fails where an id comes twice. */
	private static ExportedVerdicts of(List<String> idsAndVerdicts) {
		return new ExportedVerdicts(idsAndVerdicts.stream()
			.map((both) -> both.split("\\|"))
			.collect(Collectors.toMap((both) -> both[0], (both) -> both[1])));
	}

	/** How often there is each verdict. */
	Map<String, Long> counts() {
		return this.byId.values()
			.stream()
			.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
	}

	/** Those that have another verdict. */
	ExportedVerdicts without(String verdict) {
		return new ExportedVerdicts(this.byId.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().equals(verdict))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
	}

}
