package dev.rollcall.collect.securityhub;

import java.time.Instant;
import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator of a Region knows of an account, which need not be one of the
 * organization. The row stands at that account.
 *
 * @param memberId the account
 * @param administratorId the administrator that was asked
 * @param memberStatus as Security Hub writes it, such as Enabled, Removed or Resigned;
 * only Enabled says that its findings reach the administrator
 * @param invitedAt since when it is a member
 * @param updatedAt when that last changed
 */
public record SecurityhubMember(AccountId memberId, AccountId administratorId, String memberStatus,
		@Nullable Instant invitedAt, @Nullable Instant updatedAt) implements Keyed {

	/** The one status that says that its findings reach the administrator. */
	static final String ENABLED = "Enabled";

	@Override
	public List<?> naturalKey() {
		return List.of(this.memberId.value());
	}

}
