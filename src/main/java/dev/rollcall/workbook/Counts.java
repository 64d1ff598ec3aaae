package dev.rollcall.workbook;

import dev.rollcall.dataset.Row;
import org.jspecify.annotations.Nullable;

/** How many units of counting have which verdict as their worst. */
record Counts(long compliant, long nonCompliant, long unknown) {

	private static final long WHOLE = 100;

	/** From three columns that follow each other. */
	static Counts of(Row row, int from) {
		return new Counts(row.number(from), row.number(from + 1), row.number(from + 2));
	}

	/** Together with others. */
	Counts with(Counts others) {
		return new Counts(this.compliant + others.compliant, this.nonCompliant + others.nonCompliant,
				this.unknown + others.unknown);
	}

	/** How many there are, those left out to which nothing applies. */
	long all() {
		return this.compliant + this.nonCompliant + this.unknown;
	}

	/** Whether so little is unknown that the score says something. */
	boolean isDetermined(long unknownLimit) {
		return this.unknown * WHOLE <= all() * unknownLimit && this.unknown < Math.max(1, all());
	}

	/** Null where there is nothing to divide by: neither 0 nor 100%. */
	@Nullable Double score() {
		return ratio(this.compliant, this.compliant + this.nonCompliant);
	}

	@Nullable Double unknownShare() {
		return ratio(this.unknown, all());
	}

	static @Nullable Double ratio(long part, long whole) {
		return (whole > 0) ? (double) part / whole : null;
	}

}
