package dev.rollcall.workbook;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.dataset.Database;
import org.jspecify.annotations.Nullable;

/** The scores of a night by level and id. */
final class Scores {

	private static final String COLUMNS = "controls, compliant, non_compliant, insufficient_data, not_applicable";

	private final Map<String, Counts> counts = new HashMap<>();

	private Scores() {
	}

	/** This night's. */
	static Scores tonight(Database database, CsfVersion version) {
		return read(database, "SELECT level || ' ' || id, " + COLUMNS + " FROM score WHERE csf_version = "
				+ Database.literal(version.number()));
	}

	/** Those of the night that changes compare with; none for the first. */
	static Scores before(Database database, CsfVersion version, NightFacts night) {
		if (night.comparedWith() == null) {
			return new Scores();
		}
		return read(database, """
				SELECT level || ' ' || id, %s FROM night_score WHERE csf_version = %s AND snapshot_date = DATE '%s'"""
			.formatted(COLUMNS, Database.literal(version.number()), night.comparedWith()));
	}

	private static Scores read(Database database, String sql) {
		Scores scores = new Scores();
		database.query(sql, (row) -> scores.counts.put(row.requiredText(1), Counts.of(row, 2)));
		return scores;
	}

	/** Null where nothing was counted under that id. */
	@Nullable Counts of(String level, String id) {
		return this.counts.get(level + " " + id);
	}

}
