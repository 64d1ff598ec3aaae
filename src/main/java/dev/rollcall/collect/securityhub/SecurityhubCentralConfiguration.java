package dev.rollcall.collect.securityhub;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * That policies decide where Security Hub is on, and in which Regions.
 *
 * @param homeRegion the Region in which the policies are kept
 * @param regionLinkingMode with which others it is linked, as
 * {@code securityhub_aggregator} has it; policies reach the home Region and these
 * @param regions those that the mode speaks of
 * @param status PENDING, ENABLED or FAILED; null where it does not say
 * @param statusMessage why it failed
 */
public record SecurityhubCentralConfiguration(String homeRegion, String regionLinkingMode, List<String> regions,
		@Nullable String status, @Nullable String statusMessage) {

	private static final String ENABLED = "ENABLED";

	public SecurityhubCentralConfiguration {
		regions = List.copyOf(regions);
	}

	/** Whether policies are in force in a Region. */
	boolean governs(String region) {
		return ENABLED.equals(this.status) && (region.equals(this.homeRegion)
				|| LinkingMode.valueOf(this.regionLinkingMode).links(region, this.regions));
	}

}
