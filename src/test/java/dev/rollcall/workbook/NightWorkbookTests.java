package dev.rollcall.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipFile;

import dev.rollcall.csf.CsfVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each sheet as a grid of cells, in both languages; renewed with
 * {@code -Drollcall.renew-goldens=true}.
 */
@Tag("runtime")
class NightWorkbookTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "en", "ja" })
	void saysWhatItSaid(String language) throws IOException {
		Path golden = Path.of("src/test/resources/workbook-" + language + ".txt");
		StringBuilder text = new StringBuilder();
		grids(example(language)).forEach((sheet, grid) -> text.append("== ").append(sheet).append('\n').append(grid));
		if (Boolean.getBoolean("rollcall.renew-goldens")) {
			Files.writeString(golden, text);
		}
		assertThat(text.toString()).isEqualTo(Files.readString(golden));
	}

	@Test
	void countsAControlOnceAnAccountByItsWorstVerdict() throws IOException {
		assertThat(grids(example("en")).get("Summary"))
			.contains("PR | Protect | Function | scored | 1 | 0 | 1 | 1 | 0 |")
			.contains("DE | Detect | Function | outside |");
	}

	/** Neither 0 nor 100%, and no sign beside it. */
	@Test
	void showsNoScoreWhereTooMuchIsUnknown() throws IOException {
		Map<String, String> grids = grids(example("en"));
		assertThat(grids.get("Summary")).contains("| 1 of 22 | not determined (1 of 2 unknown) |");
		assertThat(grids.get("Accounts")).contains("| not determined (1 of 1 unknown) | ?")
			.contains("Score (shown while at most 10% is unknown)");
		assertThat(grids.get("Rollups")).contains("Environment | production | 1 | 0 | 1 | 0 | 0 | 0 | 0.0%")
			.contains("Environment | (none) | 1 | 0 | 0 | 1 | 0 | 0 | not determined (1 of 1 unknown)");
		assertThat(grids(example("ja")).get("概要")).contains("判定不可 (2件中1件が不明)");
	}

	@Test
	void leadsWithTheOtherVersionWhereAsked() throws IOException {
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			Path file = ExampleNight.fill(night).leading(CsfVersion.V1_1).write(this.directory.resolve("1.1.xlsx"));
			Map<String, String> grids = grids(file);
			assertThat(grids.get("Summary")).contains("NIST CSF 1.1").contains("PR.AC | ").doesNotContain("PR.AA");
			assertThat(grids.get("CSF map")).containsSubsequence("NIST CSF 1.1", "NIST CSF 2.0");
			assertThat(grids.get("Findings")).contains("PR.AC-7").doesNotContain("PR.AA-03");
		}
	}

	@Test
	void saysWhatIsNotThere() throws IOException {
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			night.with("account", "SELECT '000000000001' AS account_id").scored();
			Map<String, String> grids = grids(night.write(this.directory.resolve("empty.xlsx")));
			assertThat(grids.get("Waivers")).contains("Nothing: no finding is waived.");
			assertThat(grids.get("Changes")).contains("This is the first night: there is nothing to compare with.");
			assertThat(grids.get("External access")).contains("Nothing: no active finding was found.");
			assertThat(grids.get("Cover")).contains("Answer | COMPLETE");
		}
	}

	@Test
	void marksEverySheetOfASimulatedNightAndNoneOfARealOne() throws IOException {
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			Path file = ExampleNight.fill(night).simulated("three accounts").write(this.directory.resolve("s.xlsx"));
			assertThat(grids(file)).hasSameSizeAs(grids(example("en")))
				.allSatisfy((sheet, grid) -> assertThat(grid).contains("SIMULATED: no real account was read."));
		}
		assertThat(grids(example("en"))).noneSatisfy((sheet, grid) -> assertThat(grid).contains("SIMULATED"));
	}

	@Test
	void isTheSameWhenRenderedAgain() throws IOException {
		assertThat(parts(example("en"))).usingRecursiveComparison().isEqualTo(parts(example("en")));
	}

	@Test
	void saysWhereTheRestIs() throws IOException {
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			Path file = ExampleNight.fill(night).mostRows(2).write(this.directory.resolve("short.xlsx"));
			assertThat(grids(file).get("Findings")).contains(
					"Shown are the first 2 of 3 rows; the rest lies in finding/snapshot_date=2026-11-20/run_id=run-1.");
		}
	}

	@Test
	void keepsWhatAnOfficerMadeOfTheTemplate() throws IOException {
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			Template restyled = Template.of(TemplateTests.changed((template) -> {
				template.getSheet("Cover").getRow(0).getCell(0).setCellValue("Our audit");
				template.getSheet("Styles").getRow(9).getCell(0).getCellStyle().getFont().setFontName("Courier New");
				template.createSheet("About us").createRow(0).createCell(0).setCellValue("We care");
			}));
			Path file = ExampleNight.fill(night).language("ja").write(this.directory.resolve("own.xlsx"), restyled);
			Map<String, String> grids = grids(file);
			assertThat(grids.get("表紙")).startsWith("Our audit\n");
			assertThat(grids.get("About us")).startsWith("We care");
			try (XSSFWorkbook workbook = open(file)) {
				assertThat(cell(workbook, "検出結果", "非準拠").getCellStyle().getFont().getFontName())
					.isEqualTo("Courier New");
				assertThat(cell(workbook, "検出結果", "重大度").getCellStyle().getFont().getFontName()).isEqualTo("Yu Gothic");
			}
		}
	}

	@ParameterizedTest
	@EnumSource(CsfVersion.class)
	void givesTheNumbersOfSummaryByQuery(CsfVersion version) throws IOException {
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			ExampleNight.fill(night);
			Reproduction.queries(version).forEach((level, query) -> {
				if (!level.equals("COVERAGE")) {
					List<String> numbers = new ArrayList<>();
					night.database()
						.query(query.replace("rollcall_latest.", ""), (row) -> numbers.add(row.text(1) + row.number(2)
								+ row.number(3) + row.number(4) + row.number(5) + row.number(6)));
					List<String> scores = new ArrayList<>();
					night.database()
						.query("SELECT id, controls, compliant, non_compliant, insufficient_data, not_applicable FROM score"
								+ " WHERE csf_version = '" + version.number() + "' AND level = '" + level
								+ "' ORDER BY id",
								(row) -> scores.add(row.text(1) + row.number(2) + row.number(3) + row.number(4)
										+ row.number(5) + row.number(6)));
					assertThat(numbers).isEqualTo(scores).isNotEmpty();
				}
			});
		}
	}

	@Test
	void linksFromSummaryToEvidenceAndBack() throws IOException {
		try (XSSFWorkbook workbook = open(example("en"))) {
			assertThat(target(workbook, "Summary", "root.mfa")).isEqualTo(place(workbook, "Findings", "root.mfa"));
			assertThat(target(workbook, "Findings", "root.mfa"))
				.isEqualTo(place(workbook, "Root users", "000000000001"));
			assertThat(target(workbook, "Root users", "000000000001"))
				.isEqualTo(place(workbook, "Accounts", "000000000001"));
			assertThat(target(workbook, "Accounts", "← Summary")).isEqualTo("Summary!A1");
			assertThat(target(workbook, "Accounts", "Sign in"))
				.isEqualTo("https://000000000001.signin.aws.amazon.com/console");
		}
	}

	@Test
	void leadsFromEveryRowToItsAccount() throws IOException {
		try (XSSFWorkbook workbook = open(example("en"))) {
			Map<String, String> places = new TreeMap<>();
			for (Row row : workbook.getSheet("Findings")) {
				Cell account = row.getCell(5);
				if (account != null && account.getHyperlink() != null) {
					places.put(account.getAddress().formatAsString() + " " + account.getStringCellValue(),
							account.getHyperlink().getAddress());
				}
			}
			assertThat(places).isEqualTo(Map.of("F5 000000000001", "Accounts!A5", "F6 000000000002", "Accounts!A6",
					"F7 000000000001", "Accounts!A5"));
			assertThat(workbook.getSheet("Accounts").getRow(5).getCell(8).getHyperlink().getAddress())
				.isEqualTo("https://000000000002.signin.aws.amazon.com/console");
		}
	}

	@Test
	void signsInWhereThePartitionIs() throws IOException {
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			Path file = ExampleNight.fill(night).regions("cn-north-1").write(this.directory.resolve("cn.xlsx"));
			try (XSSFWorkbook workbook = open(file)) {
				assertThat(target(workbook, "Accounts", "Sign in"))
					.isEqualTo("https://000000000001.signin.amazonaws.cn/console");
			}
		}
	}

	@Test
	void isMadeOfTablesThatExcelTakes() throws IOException {
		List<String> names = new ArrayList<>();
		try (XSSFWorkbook workbook = open(example("ja"))) {
			for (Sheet sheet : workbook) {
				for (XSSFTable table : ((XSSFSheet) sheet).getTables()) {
					names.add(table.getName());
					List<String> columns = table.getColumns().stream().map((column) -> column.getName()).toList();
					assertThat(columns).doesNotHaveDuplicates().isEqualTo(headers(table));
					assertThat(table.getCTTable().getAutoFilter().getRef()).isEqualTo(table.getCTTable().getRef());
				}
				assertThat(sheet.getNumMergedRegions()).isZero();
				assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isNotBlank();
				assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
			}
		}
		assertThat(names).doesNotHaveDuplicates()
			.contains("Rollcall_summary", "Rollcall_controls", "Rollcall_findings", "Rollcall_changes",
					"Rollcall_waivers", "Rollcall_gaps", "Rollcall_rollups", "Rollcall_external_access",
					"Rollcall_root_users", "Rollcall_analyzers", "Rollcall_config_rules", "Rollcall_config_recorders",
					"Rollcall_config_deliveries", "Rollcall_config_aggregators", "Rollcall_trails",
					"Rollcall_trail_coverage", "Rollcall_coverage");
	}

	private static List<String> headers(XSSFTable table) {
		Row row = table.getXSSFSheet().getRow(table.getStartRowIndex());
		List<String> headers = new ArrayList<>();
		for (int column = table.getStartColIndex(); column <= table.getEndColIndex(); column++) {
			headers.add(row.getCell(column).getStringCellValue());
		}
		return headers;
	}

	@Test
	void showsItsFiguresInCharts() throws IOException {
		Map<String, byte[]> parts = parts(example("ja"));
		List<String> charts = parts.entrySet()
			.stream()
			.filter((part) -> part.getKey().startsWith("xl/charts/chart"))
			.map((part) -> new String(part.getValue(), StandardCharsets.UTF_8))
			.toList();
		assertThat(charts).hasSize(4)
			.anyMatch((chart) -> chart.contains("カテゴリー別の判定") && chart.contains("<c:v>PR.AA</c:v>"))
			.anyMatch((chart) -> chart.contains("スコアと不明の割合の推移") && chart.contains("<c:v>2026-11-19</c:v>"))
			.anyMatch((chart) -> chart.contains("サービス別の発見的統制の範囲") && chart.contains("<c:v>AWS CloudTrail</c:v>"))
			.anyMatch((chart) -> chart.contains("ソース別の収集状況"));
		assertThat(new String(parts.get("xl/drawings/drawing2.xml"), StandardCharsets.UTF_8))
			.contains("descr=\"積み上げ棒グラフ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ja" })
	void hasEveryWordInEveryLanguage(String language) throws IOException {
		assertThat(keys(language)).isEqualTo(keys("en"));
	}

	private static List<String> keys(String language) throws IOException {
		Properties words = new Properties();
		words.load(
				new StringReader(Files.readString(Path.of("reports-templates/messages_" + language + ".properties"))));
		return words.stringPropertyNames().stream().sorted().toList();
	}

	private Path example(String language) throws IOException {
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			return ExampleNight.fill(night).language(language).compared().write(this.directory.resolve("example.xlsx"));
		}
	}

	private static XSSFWorkbook open(Path file) throws IOException {
		return new XSSFWorkbook(Files.newInputStream(file));
	}

	private static String target(XSSFWorkbook workbook, String sheet, String text) {
		return cell(workbook, sheet, text).getHyperlink().getAddress();
	}

	private static String place(XSSFWorkbook workbook, String sheet, String text) {
		int row = cell(workbook, sheet, text).getRowIndex() + 1;
		return (sheet.contains(" ") ? "'" + sheet + "'" : sheet) + "!A" + row;
	}

	/** The first cell that holds a text. */
	private static XSSFCell cell(XSSFWorkbook workbook, String sheet, String text) {
		for (Row row : workbook.getSheet(sheet)) {
			for (Cell cell : row) {
				if (new DataFormatter().formatCellValue(cell).equals(text)) {
					return (XSSFCell) cell;
				}
			}
		}
		throw new AssertionError(sheet + " has no " + text);
	}

	private static Map<String, String> grids(Path file) throws IOException {
		Map<String, String> grids = new LinkedHashMap<>();
		Grids.rows(file).forEach((sheet, rows) -> {
			StringBuilder grid = new StringBuilder();
			rows.forEach((cells) -> grid.append(String.join(" | ", cells).replace("\n", "\\n").stripTrailing())
				.append('\n'));
			grids.put(sheet, grid.toString());
		});
		return grids;
	}

	private static Map<String, byte[]> parts(Path file) throws IOException {
		Map<String, byte[]> parts = new TreeMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (String name : zip.stream().map((entry) -> entry.getName()).toList()) {
				try (InputStream content = zip.getInputStream(zip.getEntry(name))) {
					parts.put(name, content.readAllBytes());
				}
			}
		}
		return parts;
	}

}
