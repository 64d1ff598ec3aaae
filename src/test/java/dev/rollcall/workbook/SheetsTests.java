package dev.rollcall.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SheetsTests {

	private static final String OWN = """
			/*
			sheet:
			  name: {en: Owners & more, ja: 責任者}
			  note: {en: Who answers., ja: 担当者です。}
			dataset: account
			sources: [account-tags]
			words:
			  size:
			    BIG: {en: "Big: {0}", ja: "大: {0}", tone: bad}
			columns:
			- {name: size, kind: word, words: size, by: [letters], head: {en: Size, ja: 大きさ}}
			- {name: account, kind: account}
			- {name: state, kind: word, words: state}
			*/
			SELECT state, account_id AS account, 'BIG' AS size, CAST(length(account_id) AS varchar) AS letters
			FROM account
			ORDER BY account_id""";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@SuppressWarnings("NullAway.Init")
	private Path own;

	@BeforeEach
	void makeFolder() throws IOException {
		this.own = Files.createDirectories(this.directory.resolve("own/sheets"));
	}

	@Test
	void showsAnOwnSheetBesideTheShippedOnes() throws IOException {
		Files.writeString(this.own.resolve("owners.sql"), OWN);
		Map<String, List<List<String>>> english = rows("en");
		assertThat(english.keySet()).containsSubsequence("CloudTrail", "Owners & more", "CSF map");
		assertThat(english.get("Owners & more")).contains(List.of("Owners & more"), List.of("Who answers."),
				List.of("Size", "Account", "State"), List.of("Big: 12", "000000000001", "Active"),
				List.of("Big: 12", "000000000002", "Suspended"));
		assertThat(english.get("Cover")).contains(List.of("Owners & more", "Who answers."));
		assertThat(rows("ja").get("責任者")).contains(List.of("大きさ", "アカウント", "アカウントの状態"),
				List.of("大: 12", "000000000001", "アクティブ"));
	}

	@Test
	void findsColumnsByNameWhereverTheStatementHasThem() throws IOException {
		Files.writeString(this.own.resolve("owners.sql"),
				OWN.replace("SELECT state, account_id AS account, ", "SELECT account_id AS account, ")
					.replace(" AS letters", " AS letters, state"));
		assertThat(rows("en").get("Owners & more")).contains(List.of("Big: 12", "000000000001", "Active"));
	}

	@Test
	void putsATableBelowAShippedOne() throws IOException {
		Files.writeString(this.own.resolve("owners.sql"),
				OWN.replaceAll("(?s)sheet:.*?dataset", "below: trails\nheading: {en: Owners, ja: 責任者}\ndataset"));
		assertThat(rows("en").get("CloudTrail")).containsSubsequence(List.of("Trails"), List.of("Owners"),
				List.of("Size", "Account", "State"));
	}

	@Test
	void leavesOutADisabledSheetAndWhatLeadsToIt() throws IOException {
		Set<String> sheets = new LinkedHashSet<>(rows("en").keySet());
		Files.writeString(this.own.resolve("findings.sql"), "/*\ndisabled: true\n*/");
		Map<String, List<List<String>>> rows = rows("en");
		assertThat(sheets.remove("Findings")).isTrue();
		assertThat(rows.keySet()).containsExactlyElementsOf(sheets);
		assertThat(rows.get("Summary")).anySatisfy((row) -> assertThat(row).startsWith("root.mfa", "Title"));
	}

	@Test
	void saysWhichSourcesWereLeftOut() throws IOException {
		Files.writeString(this.own.resolve("owners.sql"), OWN);
		try (WorkbookNight night = new WorkbookNight(this.directory.resolve("db"))) {
			night.with("coverage",
					"SELECT '1' AS account_id, 'global' AS region, 'account-tags' AS source, 'EXCLUDED' AS status, false AS gap");
			assertThat(rows(night.scored()).get("Owners & more"))
				.contains(List.of("Left out by configuration or flags, and not here: Tags of the account."));
		}
	}

	@Test
	void leadsEachSourceOfAControlToASheet() {
		Sheets sheets = load();
		TreeSet<String> shown = new TreeSet<>();
		sheets.all().forEach((sheet) -> shown.addAll(sheet.sources()));
		assertThat(shown).containsAll(List.of("iam-root-user", "access-analyzer", "access-analyzer-findings",
				"config-recorder", "config-rules", "cloudtrail", "cloudtrail-elsewhere"));
		assertThat(sheets.evidence(List.of("access-analyzer", "access-analyzer-findings")))
			.isEqualTo("external-access");
		assertThat(sheets.evidence(List.of("organizations-delegation"))).isEqualTo("account-basics");
		assertThat(sheets.evidence(List.of("account-regions"))).isEqualTo("coverage");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"dataset: account | dataset: waiver | own.sql:5: dataset: 'waiver' is not what the statement reads; it reads [account]",
			"FROM account | FROM acount | own.sql:16: Table with name acount does not exist! Did you mean \"account\"?",
			"FROM account | FROM read_csv('x') AS account | own.sql:16: read_csv(...): the name of a dataset was expected; nothing else can be read",
			"SELECT state, | SELECT stat, | own.sql:15: Referenced column \"stat\" not found in FROM clause!",
			"AS letters | AS letters, name | own.sql:10: columns: none shows what the statement gives as [name]",
			"AS letters | AS lettres | own.sql:11: columns[0]: 'size': by: the statement gives no column 'letters'",
			"account_id AS account, | account_id, | own.sql:12: columns[1]: 'account': the statement gives no such column;",
			"'BIG' AS size | 1 AS size | own.sql:11: columns[0]: 'size': the statement gives it as INTEGER; for the kind word, VARCHAR was expected",
			"words: size, | words: sizes, | own.sql:11: columns[0]: 'size': there are no words 'sizes'; a list of that name was expected below the key 'words'",
			"kind: account | kind: acount | own.sql:12: columns[1].kind: 'acount': one of text, word, verdict, status, account, evidence, reason, number, share, score, flag, list, time, date was expected",
			", head: {en: Size, ja: 大きさ} | `` | own.sql:11: columns[0]: 'size': has no head; 'head: {en: ..., ja: ...}' was expected",
			", ja: 大きさ | `` | own.sql:11: columns[0].head.ja: is missing",
			"Size, | Account, | own.sql:12: columns[1]: 'account': another column has the head 'Account' too",
			"ORDER BY account_id | LIMIT 3 | own.sql:15: a last line ORDER BY was expected, the rows first that matter most, and nothing behind it",
			"ORDER BY account_id | ORDER BY account_id LIMIT 3 | own.sql:15: a last line ORDER BY was expected, the rows first that matter most, and nothing behind it",
			"[account-tags] | [account-tag] | own.sql:6: sources: 'account-tag' is no source; did you mean 'account-tags'?",
			"name: {en: Owners & more | name: {en: Cover | own.sql:2: sheet: 'Cover' is the name of another sheet",
			"name: {en: Owners & more | name: {en: \"a/b\" | own.sql:3: sheet.name: 'a/b': a name was expected that Excel takes: at most 31 characters, none of []:*?/\\",
			"kind: account | link: trail | own.sql:10: columns: link: 'trail' is no sheet; did you mean 'trails'?",
			"kind: account | link: own | own.sql:10: columns: link: leads back to itself by way of [own]; a sheet can only lead to rows that are written before its own",
			"tone: bad | tone: red | own.sql:9: words.size.BIG.tone: 'red': one of plain, good, bad, unknown, nothing was expected",
			"dataset: account | below: trails | own.sql:1: either 'sheet' was expected, with the name of a sheet, or 'below', with the file of the listing whose sheet this one shares" })
	void refusesWhatIsWrong(String right, String wrong, String message) throws IOException {
		assertThat(OWN).contains(right);
		Files.writeString(this.own.resolve("own.sql"), OWN.replace(right, wrong));
		assertThatExceptionOfType(BadInputException.class).isThrownBy(this::load)
			.withMessageStartingWith("reports-templates/sheets/" + message);
	}

	@Test
	void refusesTheNameOfASheetThatIsNoListing() throws IOException {
		Files.writeString(this.own.resolve("summary.sql"), OWN);
		assertThatExceptionOfType(BadInputException.class).isThrownBy(this::load)
			.withMessage(
					"reports-templates/sheets/summary.sql:1: name: 'summary' is taken; another name of the file was expected");
	}

	@Test
	void refusesTheNameOfASheetThatTheTemplateBrings() throws IOException {
		Files.writeString(this.own.resolve("owners.sql"), OWN);
		Files.write(this.directory.resolve("own").resolve(Template.FILE),
				TemplateTests.changed((workbook) -> workbook.createSheet("OWNERS & MORE")));
		assertThatExceptionOfType(BadInputException.class).isThrownBy(this::design)
			.withMessage("reports-templates/sheets/owners.sql:2: sheet: 'OWNERS & MORE' is the name of a sheet of"
					+ " reports-templates/rollcall.xlsx; another name was expected, here or there");
		Files.write(this.directory.resolve("own").resolve(Template.FILE),
				TemplateTests.changed((workbook) -> workbook.createSheet("Summary")));
		assertThatExceptionOfType(BadInputException.class).isThrownBy(this::design)
			.withMessage("reports-templates/rollcall.xlsx: the sheet 'Summary' has the name of one that Rollcall makes;"
					+ " another name was expected");
	}

	@Test
	void takesATemplateWithSheetsOfItsOwn() throws IOException {
		Files.write(this.directory.resolve("own").resolve(Template.FILE),
				TemplateTests.changed((workbook) -> workbook.createSheet("How to read this")));
		assertThat(design().template().furtherSheets()).containsExactly("How to read this");
	}

	private WorkbookDesign design() {
		return WorkbookDesign.load(JobConfig.find("reports-templates", this.directory.resolve("own")), "en",
				PublishedSchemas.sources(), PublishedSchemas.all());
	}

	private Sheets load() {
		JobConfig templates = JobConfig.find("reports-templates", this.directory.resolve("own"));
		return Sheets.load(templates, new Messages(templates, "en"), PublishedSchemas.sources(), PublishedSchemas.all(),
				Set.of());
	}

	private Map<String, List<List<String>>> rows(String language) throws IOException {
		try (WorkbookNight night = new WorkbookNight(this.directory.resolve("db"))) {
			return rows(ExampleNight.fill(night).language(language));
		}
	}

	private Map<String, List<List<String>>> rows(WorkbookNight night) throws IOException {
		return Grids.rows(night.templates(this.directory.resolve("own")).write(this.directory.resolve("own.xlsx")));
	}

}
