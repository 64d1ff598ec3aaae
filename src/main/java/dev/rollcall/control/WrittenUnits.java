package dev.rollcall.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.rollcall.dataset.Database;
import dev.rollcall.input.Suggestion;

/**
 * The organizational units that accounts are in, as people name them: by an id, or by the
 * path of names from the root. Every slash of a path parts two names; a unit with a slash
 * in its name has no path of its own and is named by its id.
 */
final class WrittenUnits {

	private static final Pattern ID = Pattern.compile("(ou|r)-[a-z0-9]{4,32}(-[a-z0-9]{8,32})?");

	/** The names from the root down to each unit, by its id. */
	private final Map<String, List<String>> names = new TreeMap<>();

	private final boolean open;

	/**
	 * Reads the units.
	 * @param database has tonight's {@code account}
	 */
	WrittenUnits(Database database) {
		database.query("""
				SELECT DISTINCT u.id, array_to_string(u.names, chr(0)) FROM (
				  SELECT unnest(list_transform(range(1, len(ou_ids) + 1),
				    lambda i: {'id': ou_ids[i], 'names': ou_names[1:i]})) AS u FROM account)""",
				(row) -> this.names.put(row.requiredText(1), List.of(row.requiredText(2).split("\0", -1))));
		this.open = database.number("SELECT count(*) FROM account WHERE unplaced_reason IS NOT NULL") > 0;
	}

	/** Whether there are accounts of which nobody knows the unit. */
	boolean areOpen() {
		return this.open;
	}

	/** The id of the unit that is meant; empty where none is, or it could be several. */
	Optional<String> find(String written) {
		List<String> meant = meant(written);
		return (meant.size() == 1) ? Optional.of(meant.get(0)) : Optional.empty();
	}

	/** What somebody should know of it; empty where the unit is plain. */
	Optional<String> remark(String written) {
		List<String> meant = meant(written);
		List<String> alike = new ArrayList<>(shownAs(written));
		alike.removeAll(meant);
		if (meant.size() > 1) {
			return Optional.of("%s is the path of several units (%s): the id of the one that is meant is wanted."
				.formatted(written, String.join(", ", meant)));
		}
		if (!alike.isEmpty()) {
			String units = String.join(", ", alike);
			return Optional.of(meant.isEmpty()
					? "%s; %s is shown so, with a slash in a name: its id names it."
						.formatted(nobody().formatted(written), units)
					: "%s is also how %s is shown, with a slash in a name: that is not meant, its id names it."
						.formatted(written, units));
		}
		return meant.isEmpty() ? Optional.of(Remark.unknown(nobody(), written, known(written))) : Optional.empty();
	}

	private String nobody() {
		return this.open ? "No account whose unit is known is in a unit %s" : "No account is in a unit %s";
	}

	private List<String> meant(String written) {
		if (this.names.containsKey(written)) {
			return List.of(written);
		}
		List<String> path = List.of(written.split("/", -1));
		return this.names.entrySet()
			.stream()
			.filter((unit) -> unit.getValue().equals(path))
			.map(Map.Entry::getKey)
			.toList();
	}

	private List<String> shownAs(String written) {
		return this.names.entrySet()
			.stream()
			.filter((unit) -> String.join("/", unit.getValue()).equals(written))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** One of that last name is probably another's child. */
	private Optional<String> known(String written) {
		String name = written.substring(written.lastIndexOf('/') + 1);
		List<String> namesakes = this.names.values()
			.stream()
			.filter((path) -> path.get(path.size() - 1).equals(name))
			.map((path) -> String.join("/", path))
			.toList();
		return (namesakes.size() == 1) ? Optional.of(namesakes.get(0)) : nearest(written);
	}

	private Optional<String> nearest(String written) {
		return Suggestion.nearest(written, ID.matcher(written).matches() ? this.names.keySet()
				: this.names.values().stream().map((path) -> String.join("/", path)).toList());
	}

}
