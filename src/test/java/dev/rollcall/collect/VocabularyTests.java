package dev.rollcall.collect;

import java.util.List;

import dev.rollcall.account.UnexpectedAnswerException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerStatus;
import software.amazon.awssdk.services.config.model.RecorderStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VocabularyTests {

	@Test
	void writesAWordAsTheModelDoes() {
		assertThat(Vocabulary.known("status", AnalyzerStatus.class, "ACTIVE")).isEqualTo("ACTIVE");
		assertThat(Vocabulary.known("lastStatus", RecorderStatus.class, "SUCCESS")).isEqualTo("Success");
		assertThat(Vocabulary.known("status", AnalyzerStatus.class, List.of("FAILED", "ACTIVE")))
			.containsExactly("FAILED", "ACTIVE");
	}

	@Test
	void hasNoWordWhereTheAnswerHasNone() {
		assertThat(Vocabulary.known("status", AnalyzerStatus.class, (String) null)).isNull();
	}

	@Test
	void refusesAnAnswerWithoutAWordThatEachHas() {
		assertThatExceptionOfType(UnexpectedAnswerException.class)
			.isThrownBy(() -> Vocabulary.required("access-analyzer:ListAnalyzers: status", AnalyzerStatus.class, null))
			.withMessage("access-analyzer:ListAnalyzers: status answered nothing");
	}

	@Test
	void refusesAWordThatIsNewer() {
		for (String word : List.of("PAUSED", "null", "UNKNOWN_TO_SDK_VERSION", "")) {
			assertThatExceptionOfType(UnexpectedAnswerException.class)
				.isThrownBy(() -> Vocabulary.known("access-analyzer:ListAnalyzers: status", AnalyzerStatus.class, word))
				.withMessage("access-analyzer:ListAnalyzers: status answered '" + word
						+ "', a word that this version does not know");
		}
	}

}
