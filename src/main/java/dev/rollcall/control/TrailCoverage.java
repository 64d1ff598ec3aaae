package dev.rollcall.control;

import java.util.List;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Which trails record an account's management events in a Region, put together by
 * {@code derived/trail_coverage.sql}.
 *
 * @param covered whether any trail known to be logging does; null where a gap leaves it
 * open
 * @param managementEvents the union of what these trails record: ALL, READ_ONLY,
 * WRITE_ONLY or NONE; null where a gap leaves it open
 * @param trailArns these trails
 * @param trailAccountIds who owns them
 * @param unreadReason which cell that was not read could show another trail, the
 * organization's included; null where all were read
 */
public record TrailCoverage(AccountId accountId, String region, @Nullable Boolean covered,
		@Nullable String managementEvents, List<String> trailArns, List<String> trailAccountIds,
		@Nullable String unreadReason) {

	public TrailCoverage {
		trailArns = List.copyOf(trailArns);
		trailAccountIds = List.copyOf(trailAccountIds);
	}

}
