package dev.rollcall.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.rollcall.input.Setting;
import dev.rollcall.input.Text;

/**
 * A limit of a control, which its statement reads from the dataset {@code parameter}.
 *
 * @param value the configured one, else the default
 * @param meaning what it limits, in English and Japanese
 */
public record Parameter(Type type, String value, Text meaning) {

	/**
	 * The same with a value that somebody wrote.
	 * @throws dev.rollcall.input.BadInputException where the value is none of its type
	 */
	Parameter with(Setting setting) {
		return new Parameter(this.type, this.type.read(setting), this.meaning);
	}

	/** What values look like; all are published as texts. */
	public enum Type {

		/** A whole number from 0. */
		NUMBER("a whole number of at most 9 digits", Pattern.compile("0|[1-9][0-9]{0,8}").asMatchPredicate()),

		BOOLEAN("true or false", Pattern.compile("true|false").asMatchPredicate()),

		TEXT("a text", (value) -> !value.isBlank());

		private final String expected;

		private final Predicate<String> form;

		Type(String expected, Predicate<String> form) {
			this.expected = expected;
			this.form = form;
		}

		String read(Setting setting) {
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
