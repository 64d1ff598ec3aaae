package dev.rollcall.simulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Credentials that are valid, or were.
 *
 * @param account the position of the account that they are for
 * @param arn of the identity
 * @param userId of the identity
 * @param expiry null where they do not expire
 * @param policy what the session was narrowed to; null where it was not
 */
record Session(int account, String arn, String userId, @Nullable Instant expiry, @Nullable PolicyDocument policy) {

}
