package dev.rollcall.workbook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "payments", "=cmd|' /C calc'!A0", "会員基盤", "<b>web</b>", "../../etc", "😀", "_x_", "",
			"a_b", "line\nline\ttab", "a\u202eb\u2066", "\u007f\u0085" })
	void leavesWhatXmlCanHoldAlone(String text) {
		assertThat(SafeText.of(text)).isEqualTo(text);
	}

	@Test
	void escapesWhatWouldReadBackAsACharacter() {
		assertThat(SafeText.of("_x0041_audit")).isEqualTo("_x005F_x0041_audit");
		assertThat(SafeText.of("a\rb")).isEqualTo("a_x000D_b");
	}

	@Test
	void showsControlCharactersAsPictures() {
		assertThat(SafeText.of("b\u0000c\u001b[31m")).isEqualTo("b␀c␛[31m");
	}

	@Test
	void showsWhatCannotBeWrittenAsAReplacement() {
		assertThat(SafeText.of("a\ud800b\uffff\udc00")).isEqualTo("a\ufffdb\ufffd\ufffd");
	}

	@Test
	void cutsWhatACellCannotHold() {
		assertThat(SafeText.of("x".repeat(40_000))).hasSize(32_766).endsWith("...");
		assertThat(SafeText.of("_x0041_".repeat(5_000)).length()).isLessThanOrEqualTo(32_767);
	}

}
