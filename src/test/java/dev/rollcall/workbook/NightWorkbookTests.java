package dev.rollcall.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;
import dev.rollcall.dataset.Database;
import dev.rollcall.input.JobConfig;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NightWorkbookTests {

	private static final String HOSTILE = "=HYPERLINK(\"http://evil\")_x0041_\t";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void tellsAnOfficerWhatIsMissing() throws IOException {
		String cover = grid("en").get(0);
		assertThat(cover).contains("Answer | INCOMPLETE: see what is missing")
			.contains("Cells (source × account × Region) | 6")
			.contains("Gaps: should have been read and were not | 2")
			.contains("... of which none could be read | 1")
			.contains("cloudtrail | Denied | 1 | cloudtrail:DescribeTrails | AccessDeniedException / SCP | 1");
	}

	@Test
	void countsAControlOnceAnAccountByItsWorstVerdict() throws IOException {
		String summary = grid("en").get(1);
		assertThat(summary).contains("PR | Protect | 1 | 0 | 1 | 1 | 0 | 0.0% | 50.0%")
			.contains(
					"PR.AA | Identity management, authentication and access control | 1 | 0 | 1 | 1 | 0 | 0.0% | 50.0%")
			.contains("DE | Detect | 0 | no control");
		assertThat(summary.indexOf("PR | ")).isLessThan(summary.indexOf("DE | "));
	}

	@Test
	void marksEachAccountWithLettersAndSaysHowManyRegions() throws IOException {
		assertThat(grid("en").get(2)).contains("000000000001 | " + shown() + " | ACTIVE | Root |  |  | D 1/2 | R")
			.contains("000000000002 | other | SUSPENDED | Root |  |  | I | ");
	}

	@Test
	void marksEveryPageOfASimulatedNightAndNoneOfARealOne() throws IOException {
		assertThat(grid(write("ja", "three accounts"))).hasSize(5)
			.allMatch((sheet) -> sheet.startsWith("シミュレーション: 実在のアカウントは読み取っていません。"));
		assertThat(grid(write("en", "three accounts")).get(0)).contains("three accounts");
		assertThat(grid("en")).noneMatch((sheet) -> sheet.contains("SIMULATED"));
	}

	@Test
	void saysHowLongTheNightWaited() throws IOException {
		assertThat(grid("en").get(0)).contains("Deadlines | attempt 10 s");
	}

	@Test
	void speaksJapanese() throws IOException {
		List<String> sheets = grid("ja");
		assertThat(sheets.get(0)).contains("判定 | 不完全: 不足しているものを参照");
		assertThat(sheets.get(3)).contains("非準拠 | 緊急 | root.mfa | 日本語の題");
	}

	@Test
	void writesHostileNamesAsInertText() throws IOException {
		Path file = write("en");
		try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
			Cell name = workbook.getSheet("Accounts").getRow(1).getCell(1);
			assertThat(name.getCellType()).isEqualTo(CellType.STRING);
			assertThat(name.getStringCellValue()).isEqualTo(shown());
			assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
		}
		assertThat(parts(file)).noneMatch((part) -> part.contains("<f>") || part.contains("<hyperlink"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ja" })
	void hasEveryWordInEveryLanguage(String language) throws IOException {
		assertThat(keys(language)).isEqualTo(keys("en"));
	}

	/** The name as a reader of the file sees it. */
	private static String shown() {
		return "=HYPERLINK(\"http://evil\")_x0041_␉";
	}

	private static List<String> keys(String language) throws IOException {
		Properties words = new Properties();
		words.load(
				new StringReader(Files.readString(Path.of("reports-templates/messages_" + language + ".properties"))));
		return words.stringPropertyNames().stream().sorted().toList();
	}

	private List<String> grid(String language) throws IOException {
		return grid(write(language));
	}

	private static List<String> grid(Path file) throws IOException {
		List<String> sheets = new ArrayList<>();
		DataFormatter formatter = new DataFormatter();
		try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
			for (Sheet sheet : workbook) {
				StringBuilder grid = new StringBuilder();
				for (Row row : sheet) {
					List<String> cells = new ArrayList<>();
					row.forEach((cell) -> cells.add(formatter.formatCellValue(cell)));
					grid.append(String.join(" | ", cells)).append('\n');
				}
				sheets.add(grid.toString());
			}
		}
		return sheets;
	}

	private static List<String> parts(Path file) throws IOException {
		List<String> parts = new ArrayList<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
				try (InputStream content = zip.getInputStream(entries.nextElement())) {
					parts.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
				}
			}
		}
		return parts;
	}

	private Path write(String language) throws IOException {
		return write(language, null);
	}

	private Path write(String language, @Nullable String simulation) throws IOException {
		Path file = this.directory.resolve(language + ".xlsx");
		try (Database database = new Database(this.directory);
				InputStream table = Files.newInputStream(Path.of("job-config/csf/csf-2.0.tsv"))) {
			night(database);
			NightFacts facts = new NightFacts("o-1", "000000000001", LocalDate.parse("2026-11-20"), 1, "run-1",
					Instant.EPOCH, "1.0", "out", List.of("us-east-1", "eu-west-1"), false, simulation, "attempt 10 s",
					"c0", null, Framework.read(CsfVersion.V2_0, table));
			new NightWorkbook(database, facts, new Messages(JobConfig.find("reports-templates"), language)).write(file);
		}
		return file;
	}

	private static void night(Database database) {
		database.execute("CREATE TABLE account AS SELECT * FROM (VALUES ('000000000001', " + Database.literal(HOSTILE)
				+ ", 'ACTIVE', 'Root', NULL), ('000000000002', 'other', 'SUSPENDED', 'Root',"
				+ " NULL)) AS rows(account_id, name, state, ou_path, environment)");
		database.execute("""
				CREATE TABLE coverage AS SELECT *, TIMESTAMPTZ '2026-11-20 01:02:03+00' AS collected_at,
				  false AS expected, 1 AS calls, 0 AS retries FROM (VALUES
				  ('000000000001', 'us-east-1', 'cloudtrail', 'DENIED', 'cloudtrail:DescribeTrails',
				   'AccessDeniedException', 'no', 'SCP', 'r-1'),
				  ('000000000001', 'eu-west-1', 'cloudtrail', 'READ', NULL, NULL, NULL, NULL, 'r-2'),
				  ('000000000001', 'global', 'iam-root-user', 'READ', NULL, NULL, NULL, NULL, 'r-3'),
				  ('000000000002', 'us-east-1', 'cloudtrail', 'ACCOUNT_NOT_ACTIVE', NULL, NULL, NULL, NULL, NULL),
				  ('000000000003', 'us-east-1', 'cloudtrail', 'DENIED', 'sts:AssumeRole', 'AccessDenied', 'no',
				   'TRUST', 'r-4'),
				  ('000000000003', 'global', 'account-tags', 'READ', NULL, NULL, NULL, NULL, 'r-5'))
				AS rows(account_id, region, source, status, operation, error_code, error_message, denied_by,
				  request_id)""");
		database.execute("""
				CREATE TABLE control AS SELECT 'root.mfa' AS control_id, 'Title' AS title_en, '日本語の題' AS title_ja,
				  'CRITICAL' AS severity""");
		database.execute("""
				CREATE TABLE finding AS SELECT 'root.mfa' AS control_id, 'CRITICAL' AS severity,
				  'PR.AA-03' AS csf20_primary, 'PR.AC-7' AS csf11_primary, * FROM (VALUES
				  ('000000000001', 'a', '1', 'COMPLIANT', 'good'), ('000000000001', 'b', '1', 'NON_COMPLIANT', 'bad'),
				  ('000000000002', 'a', '2', 'INSUFFICIENT_DATA', 'unseen'))
				AS rows(account_id, region, resource_id, verdict, reason)""");
	}

}
