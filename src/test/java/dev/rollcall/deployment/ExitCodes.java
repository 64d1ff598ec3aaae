package dev.rollcall.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is to be done about a night by how it ended, whoever starts nights. */
final class ExitCodes {

	/** Published, or another one's: nobody is called. */
	static final List<Integer> WELL = List.of(0, 3, 4, 6, 7);

	/** Published, or published before. */
	static final List<Integer> PUBLISHED = List.of(0, 3, 4, 6);

	/** The same start ends so again until somebody has done something. */
	static final List<Integer> FINAL = List.of(2, 5, 9, 10);

	/** The same start goes on where this one was. */
	static final List<Integer> AGAIN = List.of(1, 8, 130, 137, 143);

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+)(?:, (\\d+))? \\|");

	private ExitCodes() {
	}

	/** Those that the README lists. */
	static List<Integer> documented() throws IOException {
		return ROW.matcher(Files.readString(Path.of("README.md")))
			.results()
			.flatMap((row) -> Stream.of(row.group(1), row.group(2)))
			.filter((code) -> code != null)
			.map(Integer::valueOf)
			.toList();
	}

}
