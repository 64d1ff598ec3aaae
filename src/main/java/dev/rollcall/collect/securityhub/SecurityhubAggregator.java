package dev.rollcall.collect.securityhub;

import java.util.List;

import dev.rollcall.collect.Keyed;

/**
 * The aggregator by which an administrator has the findings of several Regions in one.
 *
 * @param findingAggregatorArn the aggregator
 * @param findingAggregationRegion the home Region, which has all findings
 * @param regionLinkingMode ALL_REGIONS, ALL_REGIONS_EXCEPT_SPECIFIED, SPECIFIED_REGIONS
 * or NO_REGIONS
 * @param regions those that it takes in, or leaves out, as the mode says
 */
public record SecurityhubAggregator(String findingAggregatorArn, String findingAggregationRegion,
		String regionLinkingMode, List<String> regions) implements Keyed {

	public SecurityhubAggregator {
		regions = List.copyOf(regions);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.findingAggregatorArn);
	}

}
