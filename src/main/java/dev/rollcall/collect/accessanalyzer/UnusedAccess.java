package dev.rollcall.collect.accessanalyzer;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * How much of a kind nobody used in an account, as an analyzer of unused access found.
 * What it counts are findings; a resolved one is none any longer.
 *
 * @param analyzerArn the analyzer that found it
 * @param resourceAccount the account whose roles and users these are
 * @param findingType UNUSED_IAM_ROLE, UNUSED_IAM_USER_ACCESS_KEY,
 * UNUSED_IAM_USER_PASSWORD, UNUSED_PERMISSION; what is newer, as AWS writes it; UNKNOWN
 * where a finding does not say
 * @param activeFindings that nobody archived, and that are not errors
 * @param archivedFindings that somebody, or an archive rule, archived
 * @param errorFindings of what the analyzer could not judge
 * @param oldestCreatedAt when the oldest active one was made
 * @param analyzedAt when the last of them was analyzed
 */
public record UnusedAccess(String analyzerArn, String resourceAccount, String findingType, long activeFindings,
		long archivedFindings, long errorFindings, @Nullable Instant oldestCreatedAt,
		@Nullable Instant analyzedAt) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.analyzerArn, this.resourceAccount, this.findingType);
	}

}
