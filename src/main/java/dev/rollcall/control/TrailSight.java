package dev.rollcall.control;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Whether all trails that an account owns were seen, put together by
 * {@code derived/trail_sight.sql}.
 *
 * @param trails how many were seen
 * @param unreadVerdict what a control of each trail says of the account itself; null
 * where its trails say all
 * @param unreadReason the same in a sentence
 */
public record TrailSight(AccountId accountId, long trails, @Nullable String unreadVerdict,
		@Nullable String unreadReason) {

}
