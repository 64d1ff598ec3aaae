package dev.rollcall.input;

import java.util.List;

/**
 * A value that somebody set, and where.
 *
 * @param place as messages name it: {@code --regions}, {@code ROLLCALL_REGIONS}, or a
 * line of the file with the key
 * @param values the value, or those of a list
 */
public record Setting(String place, List<String> values) {

	public String value() {
		if (this.values.size() != 1) {
			throw new BadInputException(this.place + ": one value was expected");
		}
		return this.values.get(0);
	}

	/**
	 * The values, of which there is at least one.
	 * @param expected what each should be
	 */
	public List<String> some(String expected) {
		if (this.values.isEmpty()) {
			throw new BadInputException(this.place + ": at least one of: " + expected + " expected");
		}
		return this.values;
	}

	/** What to say of a value that is not as expected. */
	public BadInputException refuse(String value, String expected) {
		return new BadInputException(this.place + ": '" + value + "': " + expected + " expected");
	}

}
