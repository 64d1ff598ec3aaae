package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Database;

/** Which rows of an earlier attempt tonight's answers take the place of. */
final class Superseded {

	private Superseded() {
	}

	/**
	 * A condition that the other rows meet. What one account answers for all is asked of
	 * another where tonight's administrators say so: its answer takes the place of the
	 * earlier one in that Region.
	 * @param coverage what was asked tonight, as the database calls it
	 */
	static String leaves(Database database, String coverage, Collection<SourceDefinition> sources) {
		String ofOne = sources.stream()
			.filter((source) -> source.isOrganizational() && source.askedIn() == AskedIn.ADMINISTRATOR_OR_MANAGEMENT)
			.map((source) -> Database.literal(source.name()))
			.collect(Collectors.joining(", "));
		if (ofOne.isEmpty()) {
			return "true";
		}
		List<String> asked = new ArrayList<>();
		database.query("SELECT DISTINCT source, region FROM \"%s\" WHERE source IN (%s)".formatted(coverage, ofOne),
				(row) -> asked.add("(%s, %s)".formatted(Database.literal(row.requiredText(1)),
						Database.literal(row.requiredText(2)))));
		return asked.isEmpty() ? "true" : "(source, region) NOT IN (" + String.join(", ", asked) + ")";
	}

}
