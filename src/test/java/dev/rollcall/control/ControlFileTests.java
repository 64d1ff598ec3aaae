package dev.rollcall.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.csf.Crosswalk;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;
import dev.rollcall.csf.Subcategory;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link ControlFile}. */
class ControlFileTests {

	private static final String FILE = "controls/root/root.mfa.sql";

	private static final String TEXT = """
			/*
			id: root.mfa
			version: 3
			severity: HIGH
			title: {en: A title, ja: A title in Japanese}
			remediation: {en: A remedy, ja: A remedy in Japanese}
			sources: [iam-root-user]
			csf20:
			  primary: PR.AA-03
			  reason: Because.
			  secondary:
			    PR.AA-01: Because, too.
			csf11:
			  primary: PR.AC-7
			  reason: Because.
			*/
			SELECT 1
			""";

	@Test
	void readsControl() {
		Control control = read(TEXT);
		assertThat(control.id()).isEqualTo("root.mfa");
		assertThat(control.version()).isEqualTo(3);
		assertThat(control.severity()).isEqualTo(Severity.HIGH);
		assertThat(control.title()).isEqualTo(new Text("A title", "A title in Japanese"));
		assertThat(control.remediation()).isEqualTo(new Text("A remedy", "A remedy in Japanese"));
		assertThat(control.sources()).containsExactly("iam-root-user");
		assertThat(control.sql()).isEqualTo("SELECT 1");
	}

	@Test
	void readsMappings() {
		Control control = read(TEXT);
		assertThat(control.csf(CsfVersion.V2_0)).isEqualTo(new CsfMapping(subcategory(CsfVersion.V2_0, "PR.AA-03"),
				"Because.", Map.of(subcategory(CsfVersion.V2_0, "PR.AA-01"), "Because, too.")));
		assertThat(control.csf(CsfVersion.V1_1))
			.isEqualTo(new CsfMapping(subcategory(CsfVersion.V1_1, "PR.AC-7"), "Because.", Map.of()));
	}

	@Test
	void hashesTheWholeFile() {
		assertThat(read(TEXT).sha256()).matches("[0-9a-f]{64}")
			.isNotEqualTo(read(TEXT.replace("Because.", "Why not.")).sha256());
	}

	@Test
	void hashesTheStatementAloneAsPublished() {
		Control control = read(TEXT);
		assertThat(control.sqlSha256()).isEqualTo(Sha256.of("SELECT 1".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(read(TEXT.replace("Because.", "Why not.")).sqlSha256());
		assertThat(ControlEntry.of(control).sqlSha256()).isEqualTo(control.sqlSha256());
	}

	@Test
	void readsReasonsInOrder() {
		Control control = read(withReasons("  Zero.: ゼロ。\n  \"{0} of {1}.\": \"{1}のうち{0}。\"\n"));
		assertThat(control.reasons()).containsExactly(Map.entry("Zero.", "ゼロ。"),
				Map.entry("{0} of {1}.", "{1}のうち{0}。"));
		assertThat(ControlEntry.of(control).reasonsJa()).isEqualTo(control.reasons());
	}

	@Test
	void readsControlWithoutReasons() {
		assertThat(read(TEXT).reasons()).isEmpty();
	}

	@Test
	void readsDatesWhoseAgeIsLimited() {
		assertThat(read(withAge("trail.latest_delivery_at")).age())
			.isEqualTo(new Age.Dates(List.of(new Age.Date("trail", "latest_delivery_at"))));
		assertThat(read(withAge("[trail.latest_delivery_at, credential.generated_at]")).age()).isEqualTo(new Age.Dates(
				List.of(new Age.Date("trail", "latest_delivery_at"), new Age.Date("credential", "generated_at"))));
	}

	@Test
	void readsWhyNothingCanBeTooOld() {
		assertThat(read(withAge("none because it is of\n  tonight")).age()).isEqualTo(new Age.None("it is of tonight"));
	}

	@Test
	void readsControlThatDoesNotSayItsAge() {
		assertThat(read(TEXT).age()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "none, none", "none because, none because", "latest_delivery_at, latest_delivery_at", "a.b.c, a.b.c",
			"Trail.at, Trail.at", "~, ''", "[], ''", "'[none because of it, trail.at]', none because of it" })
	void refusesAgeThatIsNeither(String written, String said) {
		refuses(withAge(written), FILE + ":8: age: '" + said
				+ "': dates such as trail.latest_delivery_at were expected, or 'none because ...' with the reason");
	}

	private static String withAge(String age) {
		return TEXT.replace("csf20:", "age: " + age + "\ncsf20:");
	}

	@Test
	void readsUnderWhichKeysItsRowsStood() {
		assertThat(read(TEXT).was()).isEqualTo(Was.UNCHANGED);
		assertThat(read(with("was: {control: root.old}")).was()).isEqualTo(new Was(Set.of("root.old"), false));
		assertThat(read(with("was: {control: [root.old, root.older], region: global}")).was())
			.isEqualTo(new Was(Set.of("root.old", "root.older"), true));
		assertThat(read(with("was: {region: global}")).was()).isEqualTo(new Was(Set.of(), true));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					was: {region: eu-west-1} | was.region: 'eu-west-1': global was expected, which says that rows of Regions became the account's
					was: {control: root.mfa} | was.control: 'root.mfa': the id of another control was expected
					was: {control: Root}     | was.control: 'Root': the id of another control was expected
					was: {}                  | was: control or region was expected below it
					scored: never            | scored: 'never': true or false was expected
					""")
	void refusesOtherKeysAndScores(String line, String said) {
		refuses(with(line), FILE + ":8: " + said);
	}

	@Test
	void countsUnlessItSaysOtherwise() {
		assertThat(read(TEXT).scored()).isTrue();
		assertThat(read(with("scored: false")).scored()).isFalse();
	}

	private static String with(String line) {
		return TEXT.replace("csf20:", line + "\ncsf20:");
	}

	@Test
	void refusesReasonWithoutJapanese() {
		refuses(withReasons("  Zero.:\n"), FILE + ":17: reasons.Zero.: is missing");
	}

	@Test
	void refusesReasonThatIsThereTwice() {
		refuses(withReasons("  Zero.: ゼロ。\n  Zero.: ゼロ。\n"), FILE + ":18: reasons.Zero.: is here a second time");
	}

	@Test
	void refusesPlaceThatTheEnglishLacks() {
		refuses(withReasons("  Zero.: ゼロ。\n  \"By {0}.\": \"{0}と{1}。\"\n"),
				FILE + ":18: reasons.By {0}.: the Japanese has the place {1}, which the English lacks");
	}

	@Test
	void refusesPlaceThatTheJapaneseLacks() {
		refuses(withReasons("  \"By {0}.\": \"対象です。\"\n"),
				FILE + ":17: reasons.By {0}.: the English has the place {0}, which the Japanese lacks");
	}

	@Test
	void refusesPlaceThatIsInTheEnglishTwice() {
		refuses(withReasons("  \"{0} by {0}.\": \"{0}。\"\n"),
				FILE + ":17: reasons.{0} by {0}.: the English has the place {0} twice");
	}

	@Test
	void refusesFileWithoutComment() {
		refuses("SELECT 1", FILE + ":1: a comment /* ... */ that holds its YAML was expected");
	}

	@Test
	void refusesCommentWithoutEnd() {
		refuses("/*\nid: root.mfa\n", FILE + ":1: a comment /* ... */ that holds its YAML was expected");
	}

	@Test
	void refusesSemicolon() {
		refuses(TEXT.replace("SELECT 1", "SELECT 1; DROP TABLE account"),
				FILE + ":17: one SQL statement without a semicolon was expected");
	}

	@Test
	void refusesFileWithoutStatement() {
		refuses(TEXT.replace("SELECT 1", ""), FILE + ":18: one SQL statement without a semicolon was expected");
	}

	@Test
	void refusesUnknownKeyAndSuggestsAnother() {
		refuses(TEXT.replace("severity:", "severty:"),
				FILE + ":4: severty: is not a known key; did you mean 'severity'?");
	}

	@Test
	void refusesMissingKey() {
		refuses(TEXT.replace("severity: HIGH\n", ""), FILE + ":1: severity: is missing");
	}

	@Test
	void refusesMissingTranslation() {
		refuses(TEXT.replace(", ja: A title in Japanese", ""), FILE + ":5: title.ja: is missing");
	}

	@Test
	void refusesMissingMapping() {
		refuses(TEXT.replace("csf11:\n  primary: PR.AC-7\n  reason: Because.\n", ""),
				FILE + ":1: csf11: is missing: primary and reason below it were expected");
	}

	@Test
	void refusesMissingReason() {
		refuses(TEXT.replace("PR.AA-01: Because, too.", "PR.AA-01:"),
				FILE + ":12: csf20.secondary.PR.AA-01: is missing");
	}

	@Test
	void refusesIdThatIsNotTheFilesName() {
		refuses(TEXT.replace("id: root.mfa", "id: root.mfa2"),
				FILE + ":2: id: 'root.mfa2': the file's name without .sql was expected, such as root.mfa");
	}

	@Test
	void refusesVersionThatIsNoNumber() {
		refuses(TEXT.replace("version: 3", "version: three"),
				FILE + ":3: version: 'three': a number from 1 was expected");
	}

	@Test
	void refusesUnknownSeverity() {
		refuses(TEXT.replace("HIGH", "SEVERE"),
				FILE + ":4: severity: 'SEVERE': CRITICAL, HIGH, MEDIUM or LOW was expected");
	}

	@Test
	void refusesUnknownSourceAndSuggestsAnother() {
		refuses(TEXT.replace("[iam-root-user]", "[iam-root-users]"),
				FILE + ":7: sources: 'iam-root-users' is no source; did you mean 'iam-root-user'?");
	}

	@Test
	void refusesControlWithoutSource() {
		refuses(TEXT.replace("[iam-root-user]", "[]"), FILE + ":7: sources: the sources that it reads were expected");
	}

	@Test
	void refusesUnknownSubcategory() {
		refusesStart(TEXT.replace("primary: PR.AA-03", "primary: PR.AA-30"),
				FILE + ":9: csf20.primary: 'PR.AA-30' is no Subcategory of Protect or Detect in CSF 2.0; did you mean");
	}

	@Test
	void refusesSubcategoryOfTheOtherVersion() {
		refuses(TEXT.replace("primary: PR.AA-03", "primary: PR.AC-7"),
				FILE + ":9: csf20.primary: 'PR.AC-7' is an id of CSF 1.1; NIST points to PR.AA-03");
		refusesStart(TEXT.replace("primary: PR.AC-7", "primary: PR.AA-03"),
				FILE + ":14: csf11.primary: 'PR.AA-03' is no Subcategory of Protect or Detect in CSF 1.1; ");
	}

	@Test
	void refusesSubcategoryOfTheOtherFunctions() {
		refusesStart(TEXT.replace("PR.AA-01: Because, too.", "ID.AM-01: Because, too."),
				FILE + ":12: csf20.secondary.ID.AM-01: 'ID.AM-01' is no Subcategory of Protect or Detect in CSF 2.0;");
	}

	@Test
	void refusesWithdrawnSubcategory() {
		refuses(TEXT.replace("primary: PR.AA-03", "primary: DE.CM-04"),
				FILE + ":9: csf20.primary: 'DE.CM-04' is withdrawn in CSF 2.0; NIST points to DE.CM-01, DE.CM-09");
	}

	@Test
	void refusesMoreThanFourSecondary() {
		String more = "    PR.AA-02: B.\n    PR.AA-04: B.\n    PR.AA-05: B.\n    PR.AA-06: B.\ncsf11:";
		refuses(TEXT.replace("csf11:", more), FILE + ":11: csf20.secondary: 5 were given, at most four were expected");
	}

	@Test
	void refusesWhatIsNoYaml() {
		refusesStart(TEXT.replace("sources: [iam-root-user]", "sources: [iam-root-user"), FILE + ":8: ");
	}

	@Test
	void shipsControlsThatSayInBothLanguagesWhatToDo() {
		assertThat(Shipped.CONTROLS.controls()).allSatisfy((control) -> {
			assertThat(control.title().ja()).isNotEqualTo(control.title().en()).isNotBlank();
			assertThat(control.remediation().ja()).isNotEqualTo(control.remediation().en()).isNotBlank();
		});
	}

	private static String withReasons(String reasons) {
		return TEXT.replace("*/", "reasons:\n" + reasons + "*/");
	}

	private static void refuses(String text, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(text)).withMessage(message);
	}

	private static void refusesStart(String text, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(text))
			.withMessageStartingWith(message)
			.satisfies((refusal) -> assertThat(refusal).message().doesNotContain("\n"));
	}

	private static Subcategory subcategory(CsfVersion version, String id) {
		return Shipped.CONTROLS.framework(version).find(id).orElseThrow();
	}

	private static Control read(String text) {
		Map<CsfVersion, Framework> frameworks = new TreeMap<>();
		for (CsfVersion version : CsfVersion.values()) {
			frameworks.put(version, Shipped.CONTROLS.framework(version));
		}
		return new ControlFile(FILE, text, frameworks,
				Crosswalk.read(JobConfig.find("job-config").open("csf/csf-1.1-to-2.0.tsv")),
				Set.of("iam-root-user", "access-analyzer"))
			.read();
	}

}
