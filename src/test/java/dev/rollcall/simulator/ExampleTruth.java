package dev.rollcall.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.rollcall.simulator.world.World;

/**
 * The truth table of the scenario {@code example}, which was written by hand: a section
 * for each table, a row an account, the letters explained in its comments.
 */
final class ExampleTruth {

	private static final Path FILE = Path.of("src/test/resources/example-truth.txt");

	private static final List<String> REGIONS = List.of("us-east-1", "ap-northeast-1", "eu-south-1");

	private static final Map<Character, String> VERDICTS = Map.of('C', "COMPLIANT", 'N', "NON_COMPLIANT", 'I',
			"INSUFFICIENT_DATA", '-', "NOT_APPLICABLE");

	private static final Map<Character, String> STATUSES = Map.of('R', "READ", 'n', "NOT_ENABLED", 'x', "NOT_AVAILABLE",
			'd', "REGION_DISABLED", 's', "ACCOUNT_NOT_ACTIVE", 'e', "EXCLUDED", 'D', "DENIED", 'T', "THROTTLED", 'O',
			"TIMED_OUT", 'F', "FAILED");

	private final Map<String, List<List<String>>> sections = new LinkedHashMap<>();

	private ExampleTruth(List<String> lines) {
		List<List<String>> section = List.of();
		for (String line : lines) {
			if (line.startsWith("[")) {
				section = new ArrayList<>();
				this.sections.put(line.strip(), section);
			}
			else if (!line.isBlank() && !line.startsWith("#")) {
				section.add(Arrays.asList(line.strip().split("\\s+")));
			}
		}
	}

	static ExampleTruth read() throws IOException {
		return new ExampleTruth(Files.readAllLines(FILE));
	}

	/** {@code control|account|region|verdict|rows}, sorted. */
	List<String> verdicts() {
		return cells("[verdicts]", (slot) -> {
			Map<Character, Integer> counts = new LinkedHashMap<>();
			for (int i = 0; i < slot.length(); i++) {
				char letter = slot.charAt(i);
				int digits = i + 1;
				while (digits < slot.length() && Character.isDigit(slot.charAt(digits))) {
					digits++;
				}
				if (letter != '.') {
					counts.put(letter, (digits > i + 1) ? Integer.parseInt(slot.substring(i + 1, digits)) : 1);
				}
				i = digits - 1;
			}
			return counts.entrySet().stream().map((count) -> word(VERDICTS, count.getKey()) + "|" + count.getValue());
		});
	}

	/** {@code source|account|region|status} of every cell, sorted. */
	List<String> coverage() {
		List<String> rows = new ArrayList<>(cells("[coverage]", (slot) -> Stream.of(word(STATUSES, slot.charAt(0)))));
		rows("[organization]")
			.forEach((row) -> rows.add(String.join("|", row.get(0), id(row.get(1)), row.get(2), row.get(3))));
		return rows.stream().sorted().toList();
	}

	/** {@code account|credentials|mfa|access_keys}, sorted. */
	List<String> rootUsers() {
		return rows("[root]").stream()
			.map((row) -> String.join("|", id(row.get(0)), row.get(1), row.get(2), row.get(3)))
			.sorted()
			.toList();
	}

	/** {@code account|region|covered|management_events}, sorted. */
	List<String> trailCoverage() {
		List<String> rows = new ArrayList<>();
		for (List<String> row : rows("[trail_coverage]")) {
			String[] covered = row.get(1).split("/");
			String[] events = row.get(2).split("/");
			for (int i = 0; i < REGIONS.size(); i++) {
				rows.add(String.join("|", id(row.get(0)), REGIONS.get(i), covered[i], events[i]));
			}
		}
		return rows.stream().sorted().toList();
	}

	/** Every status and every verdict that the tables speak of. */
	List<String> words(Function<ExampleTruth, List<String>> table, int column) {
		return table.apply(this).stream().map((row) -> row.split("\\|")[column]).distinct().sorted().toList();
	}

	private List<String> cells(String section, Function<String, Stream<String>> values) {
		List<List<String>> all = this.sections.getOrDefault(section, List.of());
		List<String> names = all.get(0);
		List<String> rows = new ArrayList<>();
		BiFunction<Integer, Integer, String> region = (slots, slot) -> (slots == 1) ? "global"
				: (slots == REGIONS.size()) ? REGIONS.get(slot) : (slot == 0) ? "global" : REGIONS.get(slot - 1);
		for (List<String> row : all.subList(1, all.size())) {
			for (int column = 1; column < names.size(); column++) {
				String[] slots = row.get(column).split("/");
				for (int slot = 0; slot < slots.length; slot++) {
					String cell = String.join("|", names.get(column), id(row.get(0)), region.apply(slots.length, slot));
					values.apply(slots[slot]).forEach((value) -> rows.add(cell + "|" + value));
				}
			}
		}
		return rows.stream().sorted().toList();
	}

	private List<List<String>> rows(String section) {
		List<List<String>> all = this.sections.getOrDefault(section, List.of());
		return all.subList(1, all.size());
	}

	/** The id of an account that the table names by its position and a nickname. */
	private static String id(String name) {
		return World.id(Integer.parseInt(name.replaceAll("-.*", "")));
	}

	private static String word(Map<Character, String> words, char letter) {
		String word = words.get(letter);
		if (word == null) {
			throw new IllegalArgumentException("'" + letter + "' is no letter of the truth table");
		}
		return word;
	}

}
