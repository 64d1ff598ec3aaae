package dev.rollcall.workbook;

import java.util.HashSet;
import java.util.Set;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.dataset.Database;

/**
 * How far the night assesses each Subcategory of a version, in the three words that all
 * sheets use.
 */
final class Assessment {

	private static final String SCORED = "SELECT DISTINCT subcategory FROM unit WHERE outside IS NULL AND csf_version = %s";

	private static final String INFORMED = """
			SELECT %1$s_primary FROM control
			UNION SELECT unnest(%1$s_secondary) FROM control
			UNION SELECT %1$s_primary FROM config_rule_csf""";

	private final Set<String> scored;

	private final Set<String> informed;

	Assessment(Database database, CsfVersion version) {
		this.scored = read(database, SCORED.formatted(Database.literal(version.number())));
		this.informed = read(database, INFORMED.formatted(Frameworks.columns(version)));
	}

	private static Set<String> read(Database database, String sql) {
		Set<String> ids = new HashSet<>();
		database.query(sql, (row) -> ids.add(row.requiredText(1)));
		return ids;
	}

	/** Of a Subcategory. */
	Assessed of(String subcategory) {
		if (this.scored.contains(subcategory)) {
			return Assessed.SCORED;
		}
		return this.informed.contains(subcategory) ? Assessed.INFORMATIVE : Assessed.OUTSIDE;
	}

	/** Of a Function or Category: the most that is said of what lies in it. */
	Assessed within(String functionOrCategory) {
		if (this.scored.stream().anyMatch((id) -> id.startsWith(functionOrCategory))) {
			return Assessed.SCORED;
		}
		return this.informed.stream().anyMatch((id) -> id.startsWith(functionOrCategory)) ? Assessed.INFORMATIVE
				: Assessed.OUTSIDE;
	}

	/** The three words. */
	enum Assessed {

		/** Units of it count. */
		SCORED(Tone.PLAIN),

		/** Controls say something of it that counts elsewhere, or nowhere. */
		INFORMATIVE(Tone.PLAIN),

		/** Nothing says anything of it. */
		OUTSIDE(Tone.NOTHING);

		private final Tone tone;

		Assessed(Tone tone) {
			this.tone = tone;
		}

		void write(Page page, Words words) {
			page.text(words.text("assessed." + name()), this.tone);
		}

	}

}
