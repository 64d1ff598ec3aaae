package dev.rollcall.export;

import java.time.LocalDate;
import java.util.List;

import dev.rollcall.control.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvCellTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@now", "\t=1", "\r=1", "\n=1", " =1", "\u00A0=1", "\u3000=1",
			"\uFEFF=1", "\u200B=1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20now", "\tplain" })
	void leavesNoFormulaToASpreadsheet(String text) {
		assertThat(CsvCell.of(text)).startsWith("\"'");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "prod", "a=b", "000000000001", "会員", "", " ", "😀", "'quoted", "arn:aws:s3:::bucket", "1-2" })
	void leavesOtherTextsAsTheyAre(String text) {
		assertThat(CsvCell.of(text)).isEqualTo('"' + text + '"');
	}

	@Test
	void doublesQuotesAndKeepsLines() {
		assertThat(CsvCell.of("a \"b\",\r\nc")).isEqualTo("\"a \"\"b\"\",\r\nc\"");
	}

	@Test
	void showsControlCharactersAsPictures() {
		assertThat(CsvCell.of("a\u0000b\u001Bc\u007Fd\uD800e")).isEqualTo("\"a\u2400b\u241Bc\u2421d\uFFFDe\"");
	}

	@Test
	void tellsNothingFromAnEmptyText() {
		assertThat(CsvCell.of(null)).isEmpty();
		assertThat(CsvCell.of("")).isEqualTo("\"\"");
	}

	@Test
	void writesValuesPlainly() {
		assertThat(CsvCell.of(3L)).isEqualTo("3");
		assertThat(CsvCell.of(true)).isEqualTo("true");
		assertThat(CsvCell.of(LocalDate.parse("2026-11-20"))).isEqualTo("\"2026-11-20\"");
		assertThat(CsvCell.of(Verdict.NON_COMPLIANT)).isEqualTo("\"NON_COMPLIANT\"");
		assertThat(CsvCell.of(List.of("=PR.AA-01", "PR.AA-05"))).isEqualTo("\"'=PR.AA-01;PR.AA-05\"");
	}

}
