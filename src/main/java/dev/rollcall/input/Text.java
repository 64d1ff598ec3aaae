package dev.rollcall.input;

/** A text in the two languages of the workbook. */
public record Text(String en, String ja) {

	/**
	 * The text in a language.
	 * @param language {@code en} or {@code ja}
	 */
	public String in(String language) {
		return switch (language) {
			case "en" -> this.en;
			case "ja" -> this.ja;
			default -> throw new IllegalArgumentException("'" + language + "': en or ja was expected");
		};
	}

}
