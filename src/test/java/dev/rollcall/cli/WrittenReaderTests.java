package dev.rollcall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link WrittenReader}: every mistake of every file is said at once. */
class WrittenReaderTests {

	private static final String CONTROL = """
			/*
			id: %s
			version: 1
			severity: HIGH
			title: {en: A title, ja: A title in Japanese}
			remediation: {en: A remedy, ja: A remedy in Japanese}
			sources: [iam-root-user]
			age: none because it is of tonight
			csf20: {primary: PR.AA-03, reason: Because.}
			csf11: {primary: PR.AC-7, reason: Because.}
			*/
			SELECT c.account_id,
			       c.region,
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

	private static final String SHEET = """
			/*
			sheet:
			  name: {en: %1$s, ja: %1$s}
			  note: {en: Who answers., ja: 担当者です。}
			dataset: account
			columns:
			- {name: account, kind: account}
			- {name: state, kind: word, words: state}
			*/
			SELECT state, account_id AS account
			FROM account
			ORDER BY account_id""";

	private static final String WAIVER = """
			waivers:
			  - id: W-1
			    control: root.mfa
			    owner: us
			    reason: It ends.
			    granted-on: 2026-11-01
			    expires-on: 2027-01-31
			""";

	private final Path directory;

	private String configuration = "";

	WrittenReaderTests(@TempDir Path directory) {
		this.directory = directory;
	}

	@Test
	void findsWhatIsShippedSound() {
		assertThat(mistakes()).isEmpty();
	}

	@Test
	void findsOwnFilesSound() throws IOException {
		control("our.first", CONTROL);
		sheet("owners", SHEET.formatted("Owners"));
		write("job-config/waivers.yaml", WAIVER.replace("root.mfa", "our.first"));
		this.configuration = "rollcall: {exclude: {controls: [our.first]}, time-zone: Asia/Tokyo}";
		assertThat(mistakes()).isEmpty();
	}

	/** More than forty, each with its own mistake, beside good ones. */
	@Test
	void namesEveryBadFileAndNoGoodOne() throws IOException {
		control("our.good", CONTROL);
		sheet("good", SHEET.formatted("Good"));
		List<String> bad = new ArrayList<>();
		bad.addAll(badControls());
		bad.addAll(badDerived());
		bad.addAll(badSheets());
		bad.addAll(badTexts());
		this.configuration = "rollcall: {roster: lst, csf: 3}";
		assertThat(bad).hasSizeGreaterThan(40);
		List<String> mistakes = mistakes();
		assertThat(bad).allSatisfy((file) -> assertThat(mistakes)
			.anyMatch((line) -> line.startsWith(file + ":") || line.contains(" of " + Path.of(file).getFileName())));
		assertThat(mistakes).contains(
				"stated.yaml:1: rollcall.roster: 'lst': one of organization, list, self (did you mean 'list'?) expected",
				"stated.yaml:1: rollcall.csf: '3': 2.0 or 1.1 expected");
		assertThat(mistakes).noneMatch((line) -> line.contains("good.sql")).allMatch((line) -> !line.contains("\n"));
	}

	private List<String> badControls() throws IOException {
		List<String> bad = new ArrayList<>();
		for (InputCase written : InputCase.read("controls.txt")) {
			String id = "our.b%02d".formatted(bad.size());
			String good = CONTROL.formatted("root.mfa").replace("version: 1", "version: 3");
			String text = written.changed(good.replace("age: none because it is of tonight\n", ""));
			bad.add(control(id, text.replace("id: root.mfa\n", "id: " + id + "\n")));
		}
		return bad;
	}

	private List<String> badDerived() throws IOException {
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put("ours_no_table", "SELECT account_id FROM nowhere");
		texts.put("ours_syntax", "SELECT account_id FORM account");
		texts.put("ours_type", "SELECT 1 AS one");
		texts.put("ours_round", "SELECT account_id FROM ours_round");
		texts.put("ours_two", "SELECT account_id FROM account; SELECT 1");
		texts.put("ours_key", "/* kind: x */ SELECT account_id FROM account");
		texts.put("ours_yaml", "/* [ */ SELECT account_id FROM account");
		texts.put("coverage", "SELECT account_id FROM account");
		List<String> bad = new ArrayList<>();
		for (Map.Entry<String, String> text : texts.entrySet()) {
			bad.add(write("job-config/derived/" + text.getKey() + ".sql", text.getValue()));
		}
		return bad;
	}

	private List<String> badSheets() throws IOException {
		Map<String, String> texts = new TreeMap<>();
		texts.put("b-name", SHEET.formatted("A/B"));
		texts.put("b-taken", SHEET.formatted("Findings"));
		texts.put("b-order", SHEET.formatted("B1").replace("ORDER BY account_id", ""));
		texts.put("b-column", SHEET.formatted("B2").replace("name: state,", "name: stat,"));
		texts.put("b-words", SHEET.formatted("B3").replace("words: state", "words: states"));
		texts.put("b-dataset", SHEET.formatted("B4").replace("dataset: account", "dataset: coverage"));
		texts.put("b-key", SHEET.formatted("B5").replace("dataset:", "datset:"));
		texts.put("b-below", "/*\nbelow: nothing\ndataset: account\ncolumns: [{name: account, kind: account}]\n*/\n"
				+ "SELECT account_id AS account\nFROM account\nORDER BY 1");
		List<String> bad = new ArrayList<>();
		for (Map.Entry<String, String> text : texts.entrySet()) {
			bad.add(sheet(text.getKey(), text.getValue()));
		}
		return bad;
	}

	private List<String> badTexts() throws IOException {
		return List.of(write("job-config/waivers.yaml", WAIVER.replace("owner: us", "owner:")),
				write("job-config/csf/csf-2.0.tsv", "id\ten\tja\toutside_en\toutside_ja\nXX\ta\tb\n"),
				write("job-config/csf/config-rules.tsv", "nothing\n"),
				write("reports-templates/messages_en.properties", "back=x\npage=Page {0\n"),
				write("reports-templates/rollcall.xlsx", "no workbook"));
	}

	@Test
	void saysWhatIsWrongInTheOtherLanguage() throws IOException {
		write("reports-templates/messages_ja.properties", "back=\\u30zz\n");
		assertThat(mistakes()).containsExactly(
				"reports-templates/messages_ja.properties:1: \\uXXXX with four digits was expected, or the letter itself");
	}

	@Test
	void saysWhichWordsCannotBeFilledIn() throws IOException {
		write("reports-templates/messages_en.properties", "back=It's {this\ntruncated = {0} of {1} and {7}\n");
		assertThat(mistakes()).containsExactly("reports-templates/messages_en.properties:2: truncated: '{0} of {1} and"
				+ " {7}': of places only [{0}, {1}, {2}] was expected");
	}

	@Test
	void saysOfAWaiverThatThereIsNoSuchControl() throws IOException {
		write("job-config/waivers.yaml", WAIVER.replace("root.mfa", "root.mfas"));
		assertThat(mistakes())
			.containsExactly("job-config/waivers.yaml:3: waivers[0].control: 'root.mfas' is no control;"
					+ " did you mean 'root.mfa'?");
	}

	@Test
	void saysItBesideWhatElseIsWrongAndKnowsTheNamesOfBefore() throws IOException {
		control("our.second", CONTROL.replace("HIGH", "high").replace("age:", "was: {control: our.first}\nage:"));
		write("job-config/waivers.yaml", WAIVER.replace("root.mfa", "our.first")
				+ WAIVER.replace("waivers:\n", "").replace("W-1", "W-2").replace("root.mfa", "our.frist"));
		this.configuration = "rollcall: {output: 'ftp://nights'}";
		write("reports-templates/messages_ja.properties", "back=\\u30zz\n");
		assertThat(mistakes()).containsExactlyInAnyOrder(
				"job-config/controls/our/our.second.sql:4: severity: 'high': CRITICAL, HIGH, MEDIUM or LOW was expected",
				"job-config/waivers.yaml:9: waivers[1].control: 'our.frist' is no control; did you mean 'our.first'?",
				"stated.yaml:1: rollcall.output: 'ftp://nights': a path, file:DIR or s3://BUCKET/PREFIX was expected",
				"reports-templates/messages_ja.properties:1: \\uXXXX with four digits was expected, or the letter itself");
	}

	/** The files of others say what they say although one folder has two of a name. */
	@Test
	void saysTheRestBesideTwoFilesOfOneName() throws IOException {
		write("job-config/controls/a/our.first.sql", CONTROL.formatted("our.first"));
		write("job-config/controls/b/our.first.sql", CONTROL.formatted("our.first"));
		control("our.second", CONTROL.replace("HIGH", "high").formatted("our.second"));
		assertThat(mistakes()).containsExactly(
				"job-config/controls/b/our.first.sql: has the name of job-config/controls/a/our.first.sql",
				"job-config/controls/our/our.second.sql:4: severity: 'high': CRITICAL, HIGH, MEDIUM or LOW was expected");
	}

	private List<String> mistakes() {
		SourceCatalog sources = SourceContext.catalog();
		WrittenReader reader = new WrittenReader(sources,
				JobConfig.find("job-config", this.directory.resolve("job-config")),
				JobConfig.find("reports-templates", this.directory.resolve("reports-templates")));
		Mistakes mistakes = new Mistakes();
		reader.readWholly(
				() -> ConfigurationReader.read("stated.yaml", this.configuration, Map.of(), Map.of(), sources.names()),
				mistakes);
		try {
			mistakes.refuse();
			return List.of();
		}
		catch (BadInputException ex) {
			return ex.mistakes();
		}
	}

	private String control(String id, String text) throws IOException {
		return write("job-config/controls/our/" + id + ".sql", text.formatted(id));
	}

	private String sheet(String name, String text) throws IOException {
		return write("reports-templates/sheets/" + name + ".sql", text);
	}

	private String write(String file, String text) throws IOException {
		Path path = this.directory.resolve(file);
		Files.createDirectories(path.getParent());
		Files.write(path, text.getBytes(StandardCharsets.UTF_8));
		return file;
	}

}
