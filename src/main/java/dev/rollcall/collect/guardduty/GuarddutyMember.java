package dev.rollcall.collect.guardduty;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the administrator of a Region knows of an account, which need not be one of the
 * organization.
 *
 * @param administratorId the administrator, as its own list has it
 * @param relationshipStatus as GuardDuty writes it; only Enabled says that the account's
 * detector is on
 * @param detectorId the account's detector; null where it has none yet
 * @param unprocessed why the administrator could not say what the detector looks at; null
 * where it did, or was not asked because the account is no enabled member
 * @param features a feature, or one with what belongs to it
 * ({@code RUNTIME_MONITORING/EC2_AGENT_MANAGEMENT}), to ENABLED or DISABLED
 * @param dataSources the same of the older list of data sources, which alone names those
 * that every detector has
 */
public record GuarddutyMember(String administratorId, String relationshipStatus, @Nullable String detectorId,
		@Nullable String unprocessed, Map<String, String> features, Map<String, String> dataSources) {

	public GuarddutyMember {
		features = Map.copyOf(features);
		dataSources = Map.copyOf(dataSources);
	}

	/** Whether the administrator's word is the account's state. */
	boolean isProven() {
		return this.relationshipStatus.equals(Members.ENABLED) && this.detectorId != null && this.unprocessed == null
				&& states().knowFoundation();
	}

	FeatureStates states() {
		return new FeatureStates(this.features, this.dataSources);
	}
}
