package dev.rollcall.csf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FrameworkTests {

	private static final String HEADER = "id\ten\tja\toutside_en\toutside_ja\n";

	@Test
	void readsNamesOutcomesAndReasons() {
		Framework framework = read(
				HEADER + "PR\tProtect\t防御\nPR.AA\tIdentity\tID\nPR.AA-01\tA\tB\nPR.AA-06\tC\tD\tE\tF\n");
		assertThat(framework.name("PR").in("ja")).isEqualTo("防御");
		assertThat(framework.name("PR.AA").in("en")).isEqualTo("Identity");
		assertThat(framework.subcategories()).containsExactly(new Subcategory("PR.AA-01", new Text("A", "B"), null),
				new Subcategory("PR.AA-06", new Text("C", "D"), new Text("E", "F")));
		assertThat(framework.find("PR.AA-06").orElseThrow()).satisfies((last) -> {
			assertThat(last.function()).isEqualTo("PR");
			assertThat(last.category()).isEqualTo("PR.AA");
		});
		assertThat(framework.categories()).containsExactly("PR.AA");
	}

	@Test
	void namesNothingThatItDoesNotHave() {
		assertThatIllegalArgumentException().isThrownBy(() -> Shipped.V2_0.name("PR.AC"))
			.withMessage("'PR.AC' is no Function or Category of CSF 2.0");
	}

	@Test
	void holdsWhatEachVersionHas() {
		assertThat(Shipped.V2_0.subcategories()).hasSize(33);
		assertThat(Shipped.V2_0.categories()).containsExactly("PR.AA", "PR.AT", "PR.DS", "PR.PS", "PR.IR", "DE.CM",
				"DE.AE");
		assertThat(Shipped.V1_1.subcategories()).hasSize(57);
		assertThat(Shipped.V1_1.categories()).containsExactly("PR.AC", "PR.AT", "PR.DS", "PR.IP", "PR.MA", "PR.PT",
				"DE.AE", "DE.CM", "DE.DP");
	}

	/** Names are no sentences: they are NIST's own. */
	@Test
	void namesFunctionsAndCategoriesAsNistDoes() {
		assertThat(Shipped.V2_0.categories()).extracting((category) -> Shipped.V2_0.name(category).en())
			.containsExactly("Identity Management, Authentication, and Access Control", "Awareness and Training",
					"Data Security", "Platform Security", "Technology Infrastructure Resilience",
					"Continuous Monitoring", "Adverse Event Analysis");
		assertThat(Shipped.V1_1.categories()).extracting((category) -> Shipped.V1_1.name(category).en())
			.containsExactly("Identity Management, Authentication and Access Control", "Awareness and Training",
					"Data Security", "Information Protection Processes and Procedures", "Maintenance",
					"Protective Technology", "Anomalies and Events", "Security Continuous Monitoring",
					"Detection Processes");
		assertThat(Shipped.V2_0.name("PR").en() + ", " + Shipped.V2_0.name("DE").en()).isEqualTo("Protect, Detect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PR.DS-03", "PR.DS-04", "PR.DS-05", "PR.DS-06", "PR.DS-07", "PR.DS-08", "PR.DS-09",
			"DE.CM-04", "DE.CM-05", "DE.CM-07", "DE.CM-08", "DE.AE-01", "DE.AE-05", "PR.AC-01", "PR.AC-1", "PR.IP-01",
			"PR.MA-01", "PR.PT-01", "DE.DP-01", "PR.AA-1" })
	void findsNothingWithdrawn(String id) {
		assertThat(Shipped.V2_0.find(id)).isEmpty();
	}

	@Test
	void saysEveryOutcomeInBothLanguagesAndInItsOwnWords() {
		for (Framework framework : List.of(Shipped.V2_0, Shipped.V1_1)) {
			assertThat(framework.subcategories()).extracting((subcategory) -> subcategory.outcome().en())
				.doesNotHaveDuplicates();
			assertThat(framework.subcategories()).extracting((subcategory) -> subcategory.outcome().ja())
				.doesNotHaveDuplicates()
				.allMatch((outcome) -> outcome.matches(".*[ぁ-ん].*"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					PR.AA-01~A~B               | job-config/csf/csf-2.0.tsv:4: 'PR.AA-01': its Function and its Category above it were expected
					PR~A~B                     | job-config/csf/csf-2.0.tsv:4: 'PR': an id that is not here a second time was expected
					PR.DS-1~A~B                | job-config/csf/csf-2.0.tsv:4: 'PR.DS-1': an id of CSF 2.0, Protect or Detect, was expected
					GV.RR-01~A~B               | job-config/csf/csf-2.0.tsv:4: 'GV.RR-01': an id of CSF 2.0, Protect or Detect, was expected
					PR.DS-01~A                 | job-config/csf/csf-2.0.tsv:4: '': a text in column 3 was expected
					PR.DS-01~A~B~C             | job-config/csf/csf-2.0.tsv:4: '': a text in column 5 was expected
					PR.DS-01~A~B~C~D~E         | job-config/csf/csf-2.0.tsv:4: '6 cells': at most 5 were expected
					""")
	void refusesWhatItDoesNotExpectInOneLine(String line, String message) {
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> read(HEADER + "PR\tProtect\t防御\nPR.DS\tData\tデータ\n" + line.replace('~', '\t')))
			.withMessage(message);
	}

	@Test
	void refusesOtherColumns() {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read("# of ours\nid\tname\n"))
			.withMessage("job-config/csf/csf-2.0.tsv:2: the columns id, en, ja, outside_en, outside_ja were expected");
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(""))
			.withMessage("job-config/csf/csf-2.0.tsv:1: the columns id, en, ja, outside_en, outside_ja were expected");
	}

	private static Framework read(String table) {
		return Framework.read(CsfVersion.V2_0, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
	}

}
