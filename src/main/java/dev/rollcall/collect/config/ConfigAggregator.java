package dev.rollcall.collect.config;

import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A configuration aggregator.
 *
 * @param name the aggregator's name
 * @param arn the aggregator's ARN
 * @param organization whether it takes in the whole organization
 * @param allRegions whether it takes in every Region; null where it does not say
 * @param regions the Regions that it takes in where not all
 * @param accounts the accounts that it takes in where not the organization
 * @param sources how many accounts and Regions sent it anything
 * @param failedSources which of them failed or are out of date last, as
 * {@code SOURCE/REGION}
 * @param filtered whether it takes in some resource types or some services' resources
 * only
 * @param createdBy the service that made it; null where it is the account's own
 */
public record ConfigAggregator(String name, String arn, boolean organization, @Nullable Boolean allRegions,
		List<String> regions, List<String> accounts, long sources, List<String> failedSources, boolean filtered,
		@Nullable String createdBy) implements Keyed {

	public ConfigAggregator {
		regions = List.copyOf(regions);
		accounts = List.copyOf(accounts);
		failedSources = List.copyOf(failedSources);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.arn);
	}

}
