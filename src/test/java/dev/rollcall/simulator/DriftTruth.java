package dev.rollcall.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.simulator.world.World;

/**
 * What the nights of a drifting example have to differ by, which was written by hand: a
 * section a day, a row a change, the words explained in its comments.
 */
final class DriftTruth {

	private static final Path FILE = Path.of("src/test/resources/drift-truth.txt");

	private static final Map<String, String> VERDICTS = Map.of("C", "COMPLIANT", "N", "NON_COMPLIANT", "I",
			"INSUFFICIENT_DATA", "-", "NOT_APPLICABLE", ".", "null");

	private final Map<String, List<List<String>>> sections = new LinkedHashMap<>();

	private DriftTruth(List<String> lines) {
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

	static DriftTruth read() throws IOException {
		return new DriftTruth(Files.readAllLines(FILE));
	}

	/** The controls that it speaks of. */
	List<String> controls() {
		return rows("[controls]").stream().map((row) -> row.get(0)).toList();
	}

	/**
	 * {@code change|control_id|account_id|region|resource_id|from_verdict|to_verdict} of
	 * a day against the day before, sorted; {@code null} where there is nothing.
	 */
	List<String> changes(int day) {
		return rows("[day " + day + "]").stream().map(DriftTruth::change).sorted().toList();
	}

	private static String change(List<String> row) {
		String account = World.id(Integer.parseInt(row.get(2).replaceAll("-.*", "")));
		String key = row.get(1).equals("-") ? "null|" + account + "|null|null"
				: String.join("|", row.get(1), account, row.get(3), resource(account, row.get(3), row.get(4)));
		return row.get(0) + "|" + key + "|" + VERDICTS.get(row.get(5)) + "|" + VERDICTS.get(row.get(6));
	}

	private static String resource(String account, String region, String resource) {
		String name = resource.substring(resource.indexOf('/') + 1);
		return switch (resource.replaceAll("/.*", "")) {
			case "-" -> account;
			case "trail" -> "arn:aws:cloudtrail:" + region + ":" + account + ":trail/" + name;
			case "rule" -> "arn:aws:config:" + region + ":" + account + ":config-rule/config-rule-"
					+ Integer.toHexString(name.hashCode());
			case "public" -> "arn:aws:s3:::" + name + "|AWS:*";
			default -> throw new IllegalArgumentException("'" + resource + "' is no resource of the truth table");
		};
	}

	private List<List<String>> rows(String section) {
		List<List<String>> all = this.sections.getOrDefault(section, List.of());
		return all.subList(1, all.size());
	}

}
