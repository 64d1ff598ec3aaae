package dev.rollcall.collect;

import java.util.Arrays;
import java.util.List;

import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;

/**
 * The words of AWS's enumerations. One that is newer than this version has a meaning that
 * nobody here knows: no verdict can rest on it.
 */
public final class Vocabulary {

	/** What the SDK has for a word that is newer than itself. */
	private static final String NEWER = "UNKNOWN_TO_SDK_VERSION";

	private Vocabulary() {
	}

	/**
	 * A word as the model writes it, in whatever case the service does; null where the
	 * answer has none.
	 * @param what the word is of, such as {@code access-analyzer:ListAnalyzers: status}
	 * @throws UnexpectedAnswerException where the model has no such word
	 */
	public static <E extends Enum<E>> @Nullable String known(String what, Class<E> words, @Nullable String word) {
		return (word != null) ? required(what, words, word) : null;
	}

	/**
	 * The same of a word that every such answer has.
	 * @throws UnexpectedAnswerException where there is none, or the model lacks it
	 */
	public static <E extends Enum<E>> String required(String what, Class<E> words, @Nullable String word) {
		return required(what,
				Arrays.stream(words.getEnumConstants())
					.filter((known) -> !known.name().equals(NEWER))
					.map(Enum::toString)
					.toList(),
				word);
	}

	/**
	 * The same where the model has the words in several enumerations, such as one for
	 * each side of a switch.
	 * @throws UnexpectedAnswerException where there is none, or the model lacks it
	 */
	public static String required(String what, List<String> words, @Nullable String word) {
		return words.stream()
			.filter((known) -> known.equalsIgnoreCase(word))
			.findFirst()
			.orElseThrow(() -> new UnexpectedAnswerException(
					(word != null) ? what + " answered '" + word + "', a word that this version does not know"
							: what + " answered nothing"));
	}

	/**
	 * The same of several words, in their order.
	 * @throws UnexpectedAnswerException where the model lacks one
	 */
	public static <E extends Enum<E>> List<String> known(String what, Class<E> words, List<String> several) {
		return several.stream().map((word) -> required(what, words, word)).toList();
	}

}
