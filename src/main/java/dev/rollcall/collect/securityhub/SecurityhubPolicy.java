package dev.rollcall.collect.securityhub;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A configuration policy of Security Hub.
 *
 * @param policyId by which associations name it
 * @param arn the policy's ARN
 * @param name what its owner calls it
 * @param serviceEnabled whether it turns Security Hub on, or off
 * @param enabledStandardIdentifiers the ARNs of the standards that it turns on
 * @param enabledControls the controls that alone are on; empty where not these are given
 * @param disabledControls the controls that alone are off; empty where not these are
 * given
 * @param updatedAt when it was last changed
 */
public record SecurityhubPolicy(String policyId, String arn, String name, boolean serviceEnabled,
		List<String> enabledStandardIdentifiers, List<String> enabledControls, List<String> disabledControls,
		@Nullable Instant updatedAt) implements Keyed {

	public SecurityhubPolicy {
		enabledStandardIdentifiers = List.copyOf(enabledStandardIdentifiers);
		enabledControls = List.copyOf(enabledControls);
		disabledControls = List.copyOf(disabledControls);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.policyId);
	}

}
