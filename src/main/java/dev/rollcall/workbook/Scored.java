package dev.rollcall.workbook;

import dev.rollcall.dataset.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a Function, a Category, a Subcategory or a control comes to.
 *
 * @param controls how many are counted
 * @param outside units that stand outside the score
 * @param basis in how many Subcategories a unit was judged
 * @param compared units that were judged in both nights
 * @param compliantBefore how many of them were compliant the night before
 * @param compliantNow how many of them are now
 * @param lost units that were judged the night before only
 * @param gained units that are judged tonight only
 */
record Scored(long controls, Counts counts, long notApplicable, long outside, long basis, long compared,
		long compliantBefore, long compliantNow, long lost, long gained) {

	static final String COLUMNS = "controls, compliant, non_compliant, insufficient_data, not_applicable, outside_units,"
			+ " basis, compared_units, compliant_before, compliant_now, lost, gained";

	private static final double POINTS = 100;

	/** From the columns, which follow each other. */
	static Scored of(Row row, int from) {
		return new Scored(row.number(from), Counts.of(row, from + 1), row.number(from + 4), row.number(from + 5),
				row.number(from + 6), row.number(from + 7), row.number(from + 8), row.number(from + 9),
				row.number(from + 10), row.number(from + 11));
	}

	/** In percentage points; null where nothing was judged in both nights. */
	@Nullable Double change() {
		Double before = Counts.ratio(this.compliantBefore, this.compared);
		Double now = Counts.ratio(this.compliantNow, this.compared);
		return (before != null && now != null) ? (now - before) * POINTS : null;
	}

}
