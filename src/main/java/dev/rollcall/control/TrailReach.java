package dev.rollcall.control;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A trail that is logging and reaches an account in a Region, put together by
 * {@code derived/trail_reach.sql}.
 *
 * @param ownerAccountId the account that owns it
 * @param multiRegion whether it records every Region
 * @param organizationTrail whether it records every account of the organization
 * @param managementEvents which management events it records: ALL, READ_ONLY, WRITE_ONLY
 * or NONE
 * @param dataEvents whether it records any data events; null where nobody said
 */
public record TrailReach(AccountId accountId, String region, String arn, String ownerAccountId,
		@Nullable Boolean multiRegion, @Nullable Boolean organizationTrail, @Nullable String managementEvents,
		@Nullable Boolean dataEvents) {

}
