package dev.rollcall.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.rollcall.dataset.Database;
import dev.rollcall.export.AssessmentResults.Status;

/**
 * What a night says of a Subcategory: how many of its judgements came out how.
 *
 * @param expectedGaps of those nobody could judge
 * @param waived of those that are not compliant, or were when they were last seen
 */
record SubcategoryResult(String subcategory, long controls, long accounts, long compliant, long nonCompliant,
		long insufficientData, long notApplicable, long expectedGaps, long waived) {

	private static final String SQL = """
			SELECT csf20_primary, count(DISTINCT control_id), count(DISTINCT account_id),
			  count(*) FILTER (WHERE verdict = 'COMPLIANT'), count(*) FILTER (WHERE verdict = 'NON_COMPLIANT'),
			  count(*) FILTER (WHERE verdict = 'INSUFFICIENT_DATA'), count(*) FILTER (WHERE verdict = 'NOT_APPLICABLE'),
			  count(*) FILTER (WHERE expected_gap), count(waiver_id)
			FROM finding GROUP BY csf20_primary ORDER BY csf20_primary""";

	/** Those that any finding counts for, in order. */
	static List<SubcategoryResult> of(Database database) {
		List<SubcategoryResult> results = new ArrayList<>();
		database.query(SQL, (row) -> results.add(row.record(1, SubcategoryResult.class)));
		return results;
	}

	/**
	 * Its status; empty where nothing was applicable. OSCAL knows no third state: what
	 * nobody could judge is not satisfied, and says that it is not known to have failed.
	 * @param whole whether the night asked everybody
	 */
	Optional<Status> status(boolean whole) {
		if (this.nonCompliant > 0) {
			return Optional.of(new Status("not-satisfied", "fail", null));
		}
		if (this.insufficientData > 0) {
			return Optional.of(new Status("not-satisfied", "other",
					"Not known to have failed: " + this.insufficientData + " judgements lack data."));
		}
		if (this.compliant == 0) {
			return Optional.empty();
		}
		return Optional.of(whole ? new Status("satisfied", "pass", null)
				: new Status("not-satisfied", "other", "Not known to have failed: the night asked a part only."));
	}

	/** On what the status rests, in a sentence or two. */
	String basis() {
		return ("Judged by %d controls on %d accounts: %d COMPLIANT, %d NON_COMPLIANT (%d accepted by a waiver, and"
				+ " still counted), %d INSUFFICIENT_DATA (%d of them expected), %d NOT_APPLICABLE. The controls see a"
				+ " part of what the Subcategory asks for.")
			.formatted(this.controls, this.accounts, this.compliant, this.nonCompliant, this.waived,
					this.insufficientData, this.expectedGaps, this.notApplicable);
	}

}
