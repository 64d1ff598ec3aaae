package dev.rollcall.collect.guardduty;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the administrator of a Region runs GuardDuty for the organization, and its own
 * detector.
 *
 * @param detectorId the administrator's own detector
 * @param detectorStatus ENABLED, or DISABLED while it is suspended
 * @param publishingFrequency how often findings that recur are published, for all members
 * @param autoEnableMembers for which accounts GuardDuty is turned on by itself: ALL, NEW
 * ones or NONE; null where only {@code autoEnable} says it
 * @param autoEnable whether it is turned on for new accounts, as older answers say it
 * @param memberAccountLimitReached whether no more members can be taken in
 * @param features the administrator's own features, as {@link GuarddutyMember} has them
 * @param dataSources the same of the older list of data sources
 */
public record GuarddutyOrganization(String detectorId, String detectorStatus, @Nullable String publishingFrequency,
		@Nullable String autoEnableMembers, @Nullable Boolean autoEnable, @Nullable Boolean memberAccountLimitReached,
		Map<String, String> features, Map<String, String> dataSources) {

	public GuarddutyOrganization {
		features = Map.copyOf(features);
		dataSources = Map.copyOf(dataSources);
	}

	/** Whether what it says of a member is the member's state: while it looks itself. */
	boolean vouchesFor(GuarddutyMember member) {
		return this.detectorStatus.equals(GuarddutyDetector.ENABLED) && member.isProven();
	}

	FeatureStates states() {
		return new FeatureStates(this.features, this.dataSources);
	}

}
