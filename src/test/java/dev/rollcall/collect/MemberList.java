package dev.rollcall.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.collect.MemberUse.Kind;

/**
 * What a source makes of every member of the answers that it asks for:
 * {@code src/test/resources/members/SOURCE.txt}. A line in brackets names an operation;
 * every other one a member by its path, what is made of it, and why. What stands below a
 * member is listed where that is read.
 */
record MemberList(Path file, Map<String, Map<String, MemberUse>> operations) {

	private static final Path FOLDER = Path.of("src/test/resources/members");

	static MemberList of(SourceDefinition source) {
		Path file = FOLDER.resolve(source.name() + ".txt");
		return new MemberList(file, Files.exists(file) ? read(file) : Map.of());
	}

	private static Map<String, Map<String, MemberUse>> read(Path file) {
		Map<String, Map<String, MemberUse>> operations = new LinkedHashMap<>();
		Map<String, MemberUse> members = new LinkedHashMap<>();
		List<String> lines = lines(file);
		for (int number = 1; number <= lines.size(); number++) {
			String line = lines.get(number - 1).strip();
			if (line.startsWith("[")) {
				members = new LinkedHashMap<>();
				operations.put(line.substring(1, line.length() - 1), members);
			}
			else if (!line.isEmpty() && !line.startsWith("#")) {
				String[] words = line.split("\\s+", 3);
				members.put(words[0], use(words, file + ":" + number));
			}
		}
		return operations;
	}

	private static MemberUse use(String[] words, String place) {
		try {
			Kind kind = Kind.valueOf(words[1].toUpperCase(Locale.ROOT));
			String reason = (words.length > 2) ? words[2] : "";
			if (kind.needsReason && !reason.startsWith("because ")) {
				throw new IllegalArgumentException(place + ": 'because ...' was expected behind " + words[1]);
			}
			return new MemberUse(kind, reason, place);
		}
		catch (ArrayIndexOutOfBoundsException ex) {
			throw new IllegalArgumentException(place + ": a path and what is made of it were expected", ex);
		}
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is said of an operation's members. */
	Map<String, MemberUse> members(String operation) {
		return this.operations.getOrDefault(operation, Map.of());
	}

}
