package dev.rollcall.workbook;

import dev.rollcall.dataset.Row;
import org.jspecify.annotations.Nullable;

/** How many units of counting have which verdict as their worst. */
record Counts(long controls, long compliant, long nonCompliant, long unknown, long notApplicable) {

	/** A verdict's rank in SQL: the worst is the least. */
	static final String RANK = """
			CASE verdict WHEN 'NON_COMPLIANT' THEN 1 WHEN 'INSUFFICIENT_DATA' THEN 2 WHEN 'COMPLIANT' THEN 3
			ELSE 4 END""";

	/** From five columns that follow each other. */
	static Counts of(Row row, int from) {
		return new Counts(row.number(from), row.number(from + 1), row.number(from + 2), row.number(from + 3),
				row.number(from + 4));
	}

	/** Null where there is nothing to divide by: neither 0 nor 100%. */
	@Nullable Double score() {
		return ratio(this.compliant, this.compliant + this.nonCompliant);
	}

	@Nullable Double unknownShare() {
		return ratio(this.unknown, this.compliant + this.nonCompliant + this.unknown);
	}

	/** The score's difference to an earlier one; null where either is missing. */
	@Nullable Double since(@Nullable Counts earlier) {
		Double now = score();
		Double then = (earlier != null) ? earlier.score() : null;
		return (now != null && then != null) ? now - then : null;
	}

	static @Nullable Double ratio(long part, long whole) {
		return (whole > 0) ? (double) part / whole : null;
	}

}
