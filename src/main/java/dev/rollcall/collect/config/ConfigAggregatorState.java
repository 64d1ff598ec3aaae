package dev.rollcall.collect.config;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * How an aggregator last fared with an account in a Region, or with the organization.
 *
 * @param aggregatorArn the aggregator
 * @param sourceId the account's id, or what names the organization
 * @param sourceType ACCOUNT or ORGANIZATION
 * @param sourceRegion the Region taken in; null where it does not say
 * @param lastUpdateStatus SUCCEEDED, FAILED or OUTDATED
 * @param lastUpdatedAt when that was
 * @param lastErrorCode why it failed
 * @param lastErrorMessage the same in words
 */
public record ConfigAggregatorState(String aggregatorArn, @Nullable String sourceId, @Nullable String sourceType,
		@Nullable String sourceRegion, @Nullable String lastUpdateStatus, @Nullable Instant lastUpdatedAt,
		@Nullable String lastErrorCode, @Nullable String lastErrorMessage) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.aggregatorArn, String.valueOf(this.sourceType), String.valueOf(this.sourceId),
				String.valueOf(this.sourceRegion));
	}

}
