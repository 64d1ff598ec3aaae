package dev.rollcall.workbook;

/** How much room a text takes. */
final class TextWidth {

	private TextWidth() {
	}

	/** Most letters are narrower than the digit that columns are measured in. */
	private static final double LETTERS_A_DIGIT = 1.1;

	/** How many lines a text takes in a column of so many characters. */
	static int lines(String text, int characters) {
		int most = (int) (characters * LETTERS_A_DIGIT);
		int lines = 1;
		int width = 0;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			width += isWide(character) ? 2 : 1;
			if (character == '\n' || width > most) {
				lines++;
				width = 0;
			}
		}
		return lines;
	}

	/** Kanji, kana and their punctuation. */
	private static boolean isWide(char character) {
		return character >= 0x2E80 && character <= 0xFFEF;
	}

}
