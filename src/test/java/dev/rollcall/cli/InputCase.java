package dev.rollcall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that somebody wrote, and what is to be said of it.
 *
 * @param title what is odd about it
 * @param text what was written
 * @param expected a part of what is said
 */
record InputCase(String title, String text, String expected) {

	private static final Pattern REPEATED = Pattern.compile("⟪([0-9]+)×(.)⟫");

	/** The cases of a file of {@code bad-input}. */
	static List<InputCase> read(String file) throws IOException {
		List<InputCase> cases = new ArrayList<>();
		for (String part : content(file).split("(?m)^### ")) {
			int title = part.indexOf('\n');
			int expected = part.lastIndexOf("\n>>> ");
			if (expected >= 0) {
				cases.add(new InputCase(part.substring(0, title),
						written(part.substring(Math.min(title, expected) + 1, expected + 1)),
						part.substring(expected + ">>> ".length() + 1).stripTrailing()));
			}
		}
		return cases;
	}

	private static String content(String file) throws IOException {
		try (InputStream content = InputCase.class.getResourceAsStream("/bad-input/" + file)) {
			if (content == null) {
				throw new IOException("bad-input/" + file + " is missing");
			}
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** Puts in the characters that an editor would hide. */
	private static String written(String text) {
		String visible = REPEATED.matcher(text)
			.replaceAll((found) -> found.group(2).repeat(Integer.parseInt(found.group(1))));
		return visible.replace("⟪TAB⟫", "\t")
			.replace("⟪NUL⟫", "\0")
			.replace("⟪BEL⟫", "\u0007")
			.replace("⟪BOM⟫", "\uFEFF")
			.replace("⟪CR⟫", "\r");
	}

	/** A good text with the one line changed that the case names. */
	String changed(String good) {
		String[] change = this.text.stripTrailing().split(" => ?", 2);
		String line = change[0];
		if (!("\n" + good).contains("\n" + line + "\n")) {
			throw new IllegalStateException(this.title + ": no line '" + line + "'");
		}
		return ("\n" + good).replace("\n" + line + "\n", change[1].isEmpty() ? "\n" : "\n" + change[1] + "\n")
			.substring(1);
	}

}
