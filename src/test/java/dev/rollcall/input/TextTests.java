package dev.rollcall.input;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TextTests {

	@Test
	void speaksTwoLanguagesAndNoOther() {
		Text text = new Text("Protect", "防御");
		assertThat(text.in("en")).isEqualTo("Protect");
		assertThat(text.in("ja")).isEqualTo("防御");
		assertThatIllegalArgumentException().isThrownBy(() -> text.in("fr")).withMessage("'fr': en or ja was expected");
	}

}
