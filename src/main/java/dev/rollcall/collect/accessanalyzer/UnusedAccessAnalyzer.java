package dev.rollcall.collect.accessanalyzer;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * An analyzer of unused access whose findings were read to their end, of all accounts
 * that it sees. One that was deleted meanwhile has no such row, and has seen nothing.
 *
 * @param analyzerArn the analyzer
 * @param activeFindings how many of its findings are active
 * @param archivedFindings how many are archived
 * @param errorFindings how many are errors: what it could not analyze
 * @param analyzedAt when the last of them was analyzed; null where there is none
 */
public record UnusedAccessAnalyzer(String analyzerArn, long activeFindings, long archivedFindings, long errorFindings,
		@Nullable Instant analyzedAt) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.analyzerArn);
	}

}
