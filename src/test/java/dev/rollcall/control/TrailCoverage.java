package dev.rollcall.control;

import java.util.List;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/** A row of the dataset {@code trail_coverage}. */
record TrailCoverage(AccountId accountId, String region, @Nullable Boolean covered, @Nullable String managementEvents,
		List<String> trailArns, List<String> trailAccountIds, @Nullable String unreadReason) {

	public TrailCoverage {
		trailArns = List.copyOf(trailArns);
		trailAccountIds = List.copyOf(trailAccountIds);
	}

}
