package dev.rollcall.collect.cloudtrail;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WildcardsTests {

	@ParameterizedTest
	@CsvSource({ "'', '', true", "*, '', true", "'', a, false", "?, '', false", "a, a, true", "a, ab, false",
			"ab, a, false", "*, abc, true", "a*, a, true", "a*, abc, true", "*c, abc, true", "*b, abc, false",
			"a*c, abbc, true", "a*c, abcd, false", "*ab, aab, true", "*a*b*, xaxbx, true", "*b*a*, ab, false",
			"a?c, abc, true", "a?c, ac, false", "?*, a, true", "**, a, true", "a.c, abc, false", "[a], a, false" })
	void meetsAWholeText(String pattern, String text, boolean meets) {
		assertThat(Wildcards.meets(pattern, text)).isEqualTo(meets);
	}

}
