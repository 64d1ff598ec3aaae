package dev.rollcall.collect.securityhub;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * Which configuration policy an account, a unit or the root has. The row of an account
 * stands at that account, any other at the administrator.
 *
 * @param targetId the account, the unit or the root
 * @param targetType ACCOUNT, ORGANIZATIONAL_UNIT or ROOT
 * @param configurationPolicyId the policy; SELF_MANAGED_SECURITY_HUB where the account
 * decides for itself; null where it does not say
 * @param associationType APPLIED, or INHERITED from above
 * @param associationStatus PENDING, SUCCESS or FAILED
 * @param associationStatusMessage why it failed
 * @param updatedAt when that last changed
 */
public record SecurityhubAssociation(String targetId, String targetType, @Nullable String configurationPolicyId,
		String associationType, String associationStatus, @Nullable String associationStatusMessage,
		@Nullable Instant updatedAt) implements Keyed {

	private static final String SUCCESS = "SUCCESS";

	/** Whether all that the policy wants has been done. */
	boolean succeeded() {
		return this.associationStatus.equals(SUCCESS);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.targetId);
	}

}
