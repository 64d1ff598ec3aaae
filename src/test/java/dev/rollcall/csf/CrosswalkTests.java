package dev.rollcall.csf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rollcall.input.BadInputException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CrosswalkTests {

	@Test
	void followsLinksBothWays() {
		assertThat(Shipped.CROSSWALK.to20("PR.AC-3")).containsExactly("PR.AA-03", "PR.AA-05", "PR.IR-01");
		assertThat(Shipped.CROSSWALK.to20("DE.DP-2")).containsExactly("DE.AE");
		assertThat(Shipped.CROSSWALK.to11("PR.AA-03")).containsExactly("PR.AC-3", "PR.AC-7");
	}

	@Test
	void knowsThatSomeSubcategoriesAreNew() {
		assertThat(Shipped.V2_0.subcategories().stream().map(Subcategory::id))
			.filteredOn((id) -> Shipped.CROSSWALK.to11(id).isEmpty())
			.containsExactly("PR.AA-04", "PR.PS-05", "DE.AE-07");
	}

	@Test
	void linksEverySubcategoryOf11AndNoOther() {
		assertThat(Shipped.V1_1.subcategories()).allMatch((old) -> !Shipped.CROSSWALK.to20(old.id()).isEmpty());
		assertThat(Shipped.V2_0.subcategories().stream().flatMap((live) -> Shipped.CROSSWALK.to11(live.id()).stream()))
			.allMatch((id) -> Shipped.V1_1.find(id).isPresent());
	}

	@Test
	void leadsToNothingWithdrawn() {
		List<String> targets = Shipped.V1_1.subcategories()
			.stream()
			.flatMap((old) -> Shipped.CROSSWALK.to20(old.id()).stream())
			.filter((id) -> id.matches("(PR|DE)\\..*-.*"))
			.toList();
		assertThat(targets).allMatch((id) -> Shipped.V2_0.find(id).isPresent());
	}

	@Test
	void answersNothingForWhatIsNone() {
		assertThat(Shipped.CROSSWALK.to20("PR.AA-01")).isEmpty();
		assertThat(Shipped.CROSSWALK.to11("PR.AC-1")).isEmpty();
	}

	@Test
	void refusesASecondLine() {
		String table = "csf11\tcsf20\nPR.AC-1\tPR.AA-01\nPR.AC-1\tPR.AA-05\n";
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> Crosswalk.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))))
			.withMessage(
					"job-config/csf/csf-1.1-to-2.0.tsv:3: 'PR.AC-1': an id that is not here a second time was expected");
	}

}
