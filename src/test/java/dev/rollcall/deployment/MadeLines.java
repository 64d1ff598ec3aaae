package dev.rollcall.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lines of a file that are made from the code: what stands between
 * {@code # made from the code: NAME} and {@code # end}. Renewed with
 * {@code -Drollcall.renew-goldens=true}.
 */
final class MadeLines {

	private static final Pattern BEGIN = Pattern.compile("( *)# made from the code: (\\w+)");

	private static final Pattern END = Pattern.compile(" *# end");

	private MadeLines() {
	}

	/**
	 * Holds a file to what is made.
	 * @param made the lines by their name, without the indentation that they share
	 */
	static void hold(Path file, Map<String, List<String>> made) throws IOException {
		String text = Files.readString(file);
		String renewed = renew(text, made);
		if (Boolean.getBoolean("rollcall.renew-goldens")) {
			Files.writeString(file, renewed);
			return;
		}
		assertThat(text).isEqualTo(renewed);
	}

	private static String renew(String text, Map<String, List<String>> made) {
		List<String> lines = new ArrayList<>();
		boolean inside = false;
		for (String line : text.lines().toList()) {
			var begin = BEGIN.matcher(line);
			inside = inside && !END.matcher(line).matches();
			if (!inside) {
				lines.add(line);
			}
			if (begin.matches()) {
				inside = true;
				assertThat(made).as("what is made of " + line.strip()).containsKey(begin.group(2));
				made.getOrDefault(begin.group(2), List.of())
					.forEach((each) -> lines.add(each.isEmpty() ? "" : begin.group(1) + each));
			}
		}
		assertThat(inside).as("an end of what is made").isFalse();
		return String.join("\n", lines) + "\n";
	}

}
