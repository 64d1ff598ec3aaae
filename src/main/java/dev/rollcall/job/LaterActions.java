package dev.rollcall.job;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.rollcall.account.IamAction;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.input.BadInputException;

/**
 * What roles that were made for an earlier version lack: the actions that no enabled
 * source called then.
 */
final class LaterActions {

	private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");

	private static final Pattern DOT = Pattern.compile("\\.");

	private final List<SourceDefinition> sources;

	private final String version;

	/**
	 * Compares with a version.
	 * @param sources those that are enabled
	 * @param version an earlier version, or this one
	 * @param current this program's version
	 * @throws BadInputException where it is malformed, or none up to this one
	 */
	LaterActions(List<SourceDefinition> sources, String version, String current) {
		if (!VERSION.matcher(version).matches()) {
			throw new BadInputException("--since: '" + version + "': a version such as 0.1.0 was expected");
		}
		String first = sources.stream()
			.flatMap((source) -> source.operationsSince().values().stream())
			.min(LaterActions::compare)
			.orElse(current);
		if (compare(version, first) < 0 || compare(version, current) > 0) {
			throw new BadInputException(
					"--since: '" + version + "': a version from " + first + " to " + current + " was expected");
		}
		this.sources = sources;
		this.version = version;
	}

	/** The actions that are new, by who lacks them. */
	Map<String, List<String>> byPolicy() {
		Map<String, List<String>> lacking = new LinkedHashMap<>();
		lacking.put("reader", lacking((source) -> source.askedIn() == AskedIn.READER));
		lacking.put("permissions", lacking((source) -> source.askedIn() != AskedIn.READER));
		return lacking;
	}

	private List<String> lacking(Predicate<SourceDefinition> kind) {
		Set<String> lacking = new TreeSet<>();
		Set<String> had = new TreeSet<>();
		this.sources.stream()
			.filter(kind)
			.forEach((source) -> source.operationsSince()
				.forEach((operation, since) -> ((compare(since, this.version) > 0) ? lacking : had)
					.add(IamAction.of(operation))));
		lacking.removeAll(had);
		return List.copyOf(lacking);
	}

	/** Versions are ordered by their numbers: 0.10.0 is later than 0.9.0. */
	private static int compare(String one, String other) {
		return Arrays.compare(numbers(one), numbers(other));
	}

	private static int[] numbers(String version) {
		return DOT.splitAsStream(version).mapToInt(Integer::parseInt).toArray();
	}

}
