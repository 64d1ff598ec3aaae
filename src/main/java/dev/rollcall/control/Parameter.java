package dev.rollcall.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.rollcall.input.Setting;
import dev.rollcall.input.Text;

/**
 * A limit of a control, which its statement reads from the dataset {@code parameter}.
 *
 * @param words those of which a {@link Type#LIST} takes some; empty for other types
 * @param value the configured one, else the default; of a list its words as they stand in
 * {@code words}, joined by commas
 * @param meaning what it limits, in English and Japanese
 */
public record Parameter(Type type, List<String> words, String value, Text meaning) {

	public Parameter {
		words = List.copyOf(words);
	}

	/**
	 * A parameter with the value that front matter gives it.
	 * @throws dev.rollcall.input.BadInputException where the value is none of its type
	 */
	static Parameter of(Type type, List<String> words, Setting value, Text meaning) {
		return new Parameter(type, words, (type == Type.LIST) ? some(value, words) : type.read(value), meaning);
	}

	private static String some(Setting setting, List<String> words) {
		String expected = "one or some of " + String.join(", ", words);
		List<String> written = setting.some(expected);
		written.stream().filter((word) -> !words.contains(word)).findFirst().ifPresent((word) -> {
			throw setting.refuse(word, expected);
		});
		return words.stream().filter(written::contains).collect(Collectors.joining(","));
	}

	/**
	 * The same with a value that somebody wrote.
	 * @throws dev.rollcall.input.BadInputException where the value is none of its type
	 */
	Parameter with(Setting setting) {
		return of(this.type, this.words, setting, this.meaning);
	}

	/** What values look like; all are published as texts. */
	public enum Type {

		/** A whole number from 0. */
		NUMBER("a whole number of at most 9 digits", Pattern.compile("0|[1-9][0-9]{0,8}").asMatchPredicate()),

		BOOLEAN("true or false", Pattern.compile("true|false").asMatchPredicate()),

		TEXT("a text", (value) -> !value.isBlank()),

		/** Some of the words that front matter lists, at least one. */
		LIST("some of its words", (value) -> true);

		private final String expected;

		private final Predicate<String> form;

		Type(String expected, Predicate<String> form) {
			this.expected = expected;
			this.form = form;
		}

		private String read(Setting setting) {
			String value = setting.value();
			if (!this.form.test(value)) {
				throw setting.refuse(value, this.expected);
			}
			return value;
		}

		static Optional<Type> of(String word) {
			return Arrays.stream(values()).filter((type) -> type.word().equals(word)).findFirst();
		}

		/** As front matter has it. */
		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
