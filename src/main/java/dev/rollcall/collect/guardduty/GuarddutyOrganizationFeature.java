package dev.rollcall.collect.guardduty;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.Keyed;

/**
 * For which accounts the administrator of a Region turns on a feature. One that the
 * Region lacks is not there.
 *
 * @param feature such as S3_DATA_EVENTS
 * @param autoEnable ALL, NEW or NONE
 * @param additional what belongs to the feature, such as EC2_AGENT_MANAGEMENT, to the
 * same
 */
public record GuarddutyOrganizationFeature(String feature, String autoEnable,
		Map<String, String> additional) implements Keyed {

	public GuarddutyOrganizationFeature {
		additional = Map.copyOf(additional);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.feature);
	}

}
