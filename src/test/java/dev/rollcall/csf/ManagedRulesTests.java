package dev.rollcall.csf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.input.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ManagedRulesTests {

	private static final String HEADER = "rule_identifier\tcsf20_primary\tcsf20_reason\tcsf11_primary\tcsf11_reason\n";

	/**
	 * Pairs that NIST does not link, by our judgement: 1.1 has nothing that prevents
	 * unauthorised software, and 2.0 counts scans for vulnerabilities to Identify.
	 */
	private static final Set<String> OF_OURS = Set.of("PR.PS-05 DE.CM-7", "PR.PS-02 DE.CM-8", "PR.PS-01 PR.AC-4");

	@ParameterizedTest
	@ValueSource(strings = { "S3_BUCKET_PUBLIC_READ_PROHIBITED", "ENCRYPTED_VOLUMES", "EC2_IMDSV2_CHECK",
			"RDS_STORAGE_ENCRYPTED", "IAM_PASSWORD_POLICY", "VPC_FLOW_LOGS_ENABLED", "ROOT_ACCOUNT_MFA_ENABLED" })
	void findsTheRulesOfTheSimulatorAndOfEverydayUse(String identifier) {
		assertThat(Shipped.RULES.find(identifier)).isPresent();
	}

	@Test
	void saysWhatARuleCountsForAndWhy() {
		ManagedRule rule = Shipped.RULES.find("ROOT_ACCOUNT_MFA_ENABLED").orElseThrow();
		assertThat(rule.csf20Primary().id()).isEqualTo("PR.AA-03");
		assertThat(rule.csf11Primary().id()).isEqualTo("PR.AC-7");
		assertThat(rule.csf20Reason()).isEqualTo("A second factor is how the most powerful user proves who it is.");
		assertThat(Shipped.RULES.find("AWS_CONFIG_PROCESS_CHECK")).isEmpty();
	}

	@Test
	void followsTheLinksOfNistButForWhatIsOurs() {
		assertThat(Shipped.RULES.all())
			.filteredOn((rule) -> !Shipped.CROSSWALK.to20(rule.csf11Primary().id()).contains(rule.csf20Primary().id()))
			.extracting((rule) -> rule.csf20Primary() + " " + rule.csf11Primary())
			.isSubsetOf(OF_OURS);
	}

	@Test
	void areNamedWhereASubcategoryIsOutsideForAllOthers() {
		Set<Subcategory> counted = Shipped.RULES.all()
			.stream()
			.flatMap((rule) -> Stream.of(rule.csf20Primary(), rule.csf11Primary()))
			.collect(Collectors.toSet());
		Set<Subcategory> named = Stream.of(Shipped.V2_0, Shipped.V1_1)
			.flatMap((framework) -> framework.subcategories().stream())
			.filter((subcategory) -> subcategory.outside() != null
					&& subcategory.outside().en().contains("AWS Config rules")
					&& subcategory.outside().ja().contains("AWS Configルール"))
			.collect(Collectors.toSet());
		assertThat(named)
			.isEqualTo(counted.stream().filter((one) -> one.outside() != null).collect(Collectors.toSet()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					a-b~PR.AA-01~A~PR.AC-1~B    | job-config/csf/config-rules.tsv:2: 'a-b': an identifier such as ENCRYPTED_VOLUMES was expected
					A_B~PR.AC-1~A~PR.AC-1~B     | job-config/csf/config-rules.tsv:2: 'PR.AC-1' is no Subcategory of Protect or Detect in CSF 2.0;
					A_B~PR.AA-01~A~PR.AA-01~B   | job-config/csf/config-rules.tsv:2: 'PR.AA-01' is no Subcategory of Protect or Detect in CSF 1.1;
					A_B~PR.AA-01~~PR.AC-1~B     | job-config/csf/config-rules.tsv:2: '': a text in column 3 was expected
					""")
	void refusesWhatItDoesNotExpectInOneLine(String line, String message) {
		refuses(line, message);
	}

	@Test
	void refusesASecondLine() {
		refuses("A_B~PR.AA-01~A~PR.AC-1~B\nA_B~PR.AA-01~A~PR.AC-1~B",
				"job-config/csf/config-rules.tsv:3: 'A_B': a rule that is not here a second time was expected");
	}

	private static void refuses(String lines, String message) {
		byte[] table = (HEADER + lines.replace('~', '\t')).getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> ManagedRules.read(new ByteArrayInputStream(table), Shipped.V2_0, Shipped.V1_1))
			.withMessageStartingWith(message);
	}

}
