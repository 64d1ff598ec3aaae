package dev.rollcall.workbook;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.dataset.Database;
import org.jspecify.annotations.Nullable;

/** The scores of a night by level and id. */
final class Scores {

	private final Map<String, Scored> scored = new HashMap<>();

	Scores(Database database, CsfVersion version) {
		database.query(
				"SELECT level || ' ' || id, %s FROM score WHERE csf_version = %s".formatted(Scored.COLUMNS,
						Database.literal(version.number())),
				(row) -> this.scored.put(row.requiredText(1), Scored.of(row, 2)));
	}

	/** Null where nothing was judged under that id. */
	@Nullable Scored of(String level, String id) {
		return this.scored.get(level + " " + id);
	}

}
