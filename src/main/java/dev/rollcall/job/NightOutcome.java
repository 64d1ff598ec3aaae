package dev.rollcall.job;

import java.util.List;

import dev.rollcall.dataset.NightId;

/**
 * What a published night came to.
 *
 * @param gaps cells that should have been read and were not
 * @param expectedGaps those of them that the configuration expects
 * @param nonCompliant NON_COMPLIANT findings
 * @param failing those of them that are as bad as the configuration says, or worse
 * @param partial whether flags narrowed the night
 * @param timedOut cells that were not answered in time, the first few thousand of them
 * @param location of the workbook
 * @param remarks what in the waivers answers to nothing here, a sentence each
 * @param figures what it is made of
 */
public record NightOutcome(NightId night, long accounts, long cells, long gaps, long expectedGaps, long findings,
		long nonCompliant, long failing, boolean partial, List<TimedOut> timedOut, String location,
		List<String> remarks, NightFigures figures) {

	public NightOutcome {
		timedOut = List.copyOf(timedOut);
		remarks = List.copyOf(remarks);
	}

	/** Whether gaps are left that nobody expects. */
	public boolean isIncomplete() {
		return this.gaps > this.expectedGaps;
	}

}
