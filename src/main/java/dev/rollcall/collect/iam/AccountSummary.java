package dev.rollcall.collect.iam;

import org.jspecify.annotations.Nullable;

/**
 * What iam:GetAccountSummary says of the root user. A key that the answer lacks is null:
 * unknown, never absent.
 *
 * @param mfaEnabled AccountMFAEnabled
 * @param accessKeysPresent AccountAccessKeysPresent
 * @param passwordPresent AccountPasswordPresent
 * @param signingCertificatesPresent AccountSigningCertificatesPresent
 */
public record AccountSummary(@Nullable Boolean mfaEnabled, @Nullable Boolean accessKeysPresent,
		@Nullable Boolean passwordPresent, @Nullable Boolean signingCertificatesPresent) {

}
