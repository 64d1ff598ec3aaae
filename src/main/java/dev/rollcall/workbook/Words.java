package dev.rollcall.workbook;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Everything that the workbook says, in its language.
 *
 * @param reasons turns an English reason into the workbook's language
 */
record Words(Messages messages, UnaryOperator<String> reasons) {

	String text(String key, Object... values) {
		return this.messages.text(key, values);
	}

	/** A word of AWS or of ours; one that is not known stays as it is. */
	String word(String prefix, @Nullable String value) {
		return (value != null) ? this.messages.find(prefix + "." + value).orElse(value) : "";
	}

	/** A control's reason. */
	String reason(@Nullable String english) {
		return (english != null) ? this.reasons.apply(english) : "";
	}

	/** Yes, no, or nothing where it is not known. */
	String flag(@Nullable Boolean flag) {
		if (flag == null) {
			return "";
		}
		return text(flag ? "yes" : "no");
	}

	String orNone(@Nullable String value) {
		return (value != null) ? value : text("none");
	}

}
