package dev.rollcall.control;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account's external access in a Region was seen, put together by
 * {@code derived/access_sight.sql}.
 *
 * @param unreadVerdict what a control of these findings says where it was not; null where
 * the findings decide
 * @param unreadReason the same in a sentence
 */
public record AccessSight(AccountId accountId, String region, @Nullable String unreadVerdict,
		@Nullable String unreadReason) {

}
