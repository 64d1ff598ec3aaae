package dev.rollcall.collect.securityhub;

import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A standard that Security Hub checks in an account and Region.
 *
 * @param standardsArn the standard, with its version
 * @param standardsSubscriptionArn the account's subscription to it
 * @param standardsStatus PENDING, READY, FAILED, DELETING or INCOMPLETE
 * @param statusReason what is wrong, such as NO_AVAILABLE_CONFIGURATION_RECORDER: the
 * standard is on and sees nothing; null where nothing is
 */
public record SecurityhubStandard(String standardsArn, String standardsSubscriptionArn, String standardsStatus,
		@Nullable String statusReason) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.standardsSubscriptionArn);
	}

}
