package dev.rollcall.collect.iam;

import org.jspecify.annotations.Nullable;

/**
 * What IAM asks of the passwords of an account's users. It does not bind the root user.
 *
 * @param minimumLength MinimumPasswordLength
 * @param requireSymbols RequireSymbols
 * @param requireNumbers RequireNumbers
 * @param requireUppercase RequireUppercaseCharacters
 * @param requireLowercase RequireLowercaseCharacters
 * @param usersMayChange AllowUsersToChangePassword
 * @param maxAgeDays MaxPasswordAge in days; null where passwords do not expire
 * @param reusePrevention PasswordReusePrevention: how many earlier passwords are refused;
 * null where none is
 * @param hardExpiry HardExpiry: whether only an administrator helps after the end
 */
public record PasswordPolicy(@Nullable Integer minimumLength, @Nullable Boolean requireSymbols,
		@Nullable Boolean requireNumbers, @Nullable Boolean requireUppercase, @Nullable Boolean requireLowercase,
		@Nullable Boolean usersMayChange, @Nullable Integer maxAgeDays, @Nullable Integer reusePrevention,
		@Nullable Boolean hardExpiry) {
}
