package dev.rollcall.collect.guardduty;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * What a detector looks at, or would. A feature that a Region lacks is not among those of
 * its detectors.
 *
 * @param detectorId the detector
 * @param feature such as S3_DATA_EVENTS; FLOW_LOGS, CLOUD_TRAIL and DNS_LOGS are those
 * that every detector has
 * @param status ENABLED or DISABLED: what the list of features says, else that of data
 * sources
 * @param dataSourceStatus what the older list of data sources says of the same; null
 * where it does not name it
 * @param additional what belongs to the feature, such as EC2_AGENT_MANAGEMENT, to whether
 * it is ENABLED
 */
public record GuarddutyFeature(String detectorId, String feature, String status, @Nullable String dataSourceStatus,
		Map<String, String> additional) implements Keyed {

	public GuarddutyFeature {
		additional = Map.copyOf(additional);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.detectorId, this.feature);
	}

}
