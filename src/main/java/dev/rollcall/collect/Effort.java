package dev.rollcall.collect;

import java.util.Collection;

/**
 * What was spent on a question.
 *
 * @param calls HTTP exchanges, retries included
 */
record Effort(int calls, int retries, long millis) {

	static final Effort NONE = new Effort(0, 0, 0);

	static Effort of(Collection<CellResult> results) {
		Effort spent = NONE;
		for (CellResult result : results) {
			spent = spent.and(result);
		}
		return spent;
	}

	Effort and(CellResult result) {
		return new Effort(this.calls + result.calls(), this.retries + result.retries(),
				this.millis + result.durationMillis());
	}

}
