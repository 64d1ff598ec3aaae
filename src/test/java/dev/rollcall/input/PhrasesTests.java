package dev.rollcall.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link Phrases}. */
class PhrasesTests {

	@Test
	void translatesSentence() {
		assertThat(phrases(Map.of("Fine.", "良好。")).translate("Fine.")).isEqualTo("良好。");
	}

	@Test
	void leavesWhatItDoesNotKnow() {
		Phrases phrases = phrases(Map.of("Fine.", "良好。", "By {0}.", "{0}。"));
		assertThat(phrases.translate("Fine, too.")).isEqualTo("Fine, too.");
		assertThat(phrases.know("Fine, too.")).isFalse();
		assertThat(phrases.know("By all.")).isTrue();
	}

	@Test
	void putsValuesWhereTheJapaneseHasThem() {
		assertThat(phrases(Map.of("{0} of {1}.", "{1}のうち{0}。")).translate("3 of 5.")).isEqualTo("5のうち3。");
	}

	@Test
	void takesAPlaceOfTheJapaneseTwice() {
		assertThat(phrases(Map.of("By {0}.", "{0}、{0}。")).translate("By me.")).isEqualTo("me、me。");
	}

	@Test
	void translatesValues() {
		Phrases phrases = phrases(
				Map.of("Unread: {0}", "読めません：{0}", "{0} failed ({1}).", "{0}が失敗（{1}）。", "The read", "読み取り"));
		assertThat(phrases.translate("Unread: The read failed (X).")).isEqualTo("読めません：読み取りが失敗（X）。");
	}

	@Test
	void leavesValuesThatItDoesNotKnow() {
		assertThat(phrases(Map.of("By {0}.", "{0}。", "me", "私")).translate("By arn:aws:$1\\2 {1}."))
			.isEqualTo("arn:aws:$1\\2 {1}。");
	}

	@Test
	void takesSpecialCharactersForThemselves() {
		assertThat(phrases(Map.of("A (b) [c] {0}?*", "（{0}）$1")).translate("A (b) [c] d?*")).isEqualTo("（d）$1");
		assertThat(phrases(Map.of("a.{0}", "{0}")).know("abc")).isFalse();
	}

	@Test
	void prefersThePhraseThatSaysMore() {
		Phrases phrases = phrases(Map.of("{0} failed.", "{0}失敗。", "{0} failed; request {1}.", "{0}失敗、{1}。",
				"The latest delivery failed.", "配信失敗。", "The latest {0} failed.", "最新の{0}失敗。"));
		assertThat(phrases.translate("It failed; request 1.")).isEqualTo("It失敗、1。");
		assertThat(phrases.translate("The latest delivery failed.")).isEqualTo("配信失敗。");
		assertThat(phrases.translate("The latest run failed.")).isEqualTo("最新のrun失敗。");
	}

	@Test
	void prefersLaterSets() {
		assertThat(Phrases.of(List.of(Map.of("Fine.", "良。"), Map.of("Fine.", "好。"))).translate("Fine."))
			.isEqualTo("好。");
	}

	@Test
	void takesValuesOfSeveralLines() {
		assertThat(phrases(Map.of("By {0}.", "{0}。")).translate("By a\nb.")).isEqualTo("a\nb。");
	}

	@Test
	void endsOnValueThatHoldsItsOwnPhrase() {
		String deep = "By ".repeat(50) + "me" + ".".repeat(50);
		assertThat(phrases(Map.of("By {0}.", "{0}。")).translate(deep)).startsWith("By ").endsWith("。");
	}

	/** A large night; the bound is far from what it takes, so that it holds anywhere. */
	@Test
	void translatesALargeNightInSeconds() {
		Map<String, String> many = new HashMap<>();
		for (int i = 0; i < 60; i++) {
			many.put("{0} is number " + i + " of {1}.", "{1}の" + i + "番は{0}。");
			many.put("Sentence " + i + ".", "文" + i + "。");
		}
		Phrases phrases = phrases(many);
		List<String> translated = new ArrayList<>();
		long begin = System.nanoTime();
		for (int i = 0; i < 300_000; i++) {
			translated.add(phrases.translate("arn:aws:iam::" + i + " is number " + i % 60 + " of all."));
		}
		assertThat(System.nanoTime() - begin).isLessThan(20_000_000_000L);
		assertThat(translated.get(299_999)).isEqualTo("allの59番はarn:aws:iam::299999。");
	}

	@Test
	void readsPhrases() {
		assertThat(Phrases.read(YamlMapping.read("x.yaml", 1, "\"By {0}.\": \"{0}。\"\nFine.: 良好。\n")))
			.containsExactly(Map.entry("By {0}.", "{0}。"), Map.entry("Fine.", "良好。"));
	}

	@Test
	void refusesPlaceWithoutCounterpart() {
		refuses("Fine.: 良好。\n\"By {0}.\": \"{1}。\"\n",
				"x.yaml:2: By {0}.: the Japanese has the place {1}, which the English lacks");
		refuses("\"By {0}.\": 良好。\n", "x.yaml:1: By {0}.: the English has the place {0}, which the Japanese lacks");
	}

	private static void refuses(String yaml, String message) {
		YamlMapping phrases = YamlMapping.read("x.yaml", 1, yaml);
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> Phrases.read(phrases)).withMessage(message);
	}

	private static Phrases phrases(Map<String, String> phrases) {
		return Phrases.of(List.of(phrases));
	}

}
