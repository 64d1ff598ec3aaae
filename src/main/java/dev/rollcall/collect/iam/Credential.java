package dev.rollcall.collect.iam;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A user's line of the credential report. What the report calls N/A, no_information or
 * not_supported is null.
 *
 * @param user the user's name; {@code <root_account>} for the root user
 * @param arn the user's ARN
 * @param root whether it is the root user
 * @param createdAt when the user was made
 * @param passwordEnabled whether there is a password
 * @param passwordLastUsedAt when the password was last used
 * @param passwordChangedAt when the password was last changed
 * @param mfaActive whether an MFA device is active
 * @param accessKey1Active whether the first access key is active
 * @param accessKey1RotatedAt when the first access key was made or last changed
 * @param accessKey1LastUsedAt when the first access key was last used
 * @param accessKey2Active whether the second access key is active
 * @param accessKey2RotatedAt when the second access key was made or last changed
 * @param accessKey2LastUsedAt when the second access key was last used
 * @param cert1Active whether the first signing certificate is active
 * @param cert2Active whether the second signing certificate is active
 * @param reportMadeAt when IAM made the report, which it keeps for four hours; null where
 * it does not say
 */
public record Credential(String user, String arn, boolean root, @Nullable Instant createdAt,
		@Nullable Boolean passwordEnabled, @Nullable Instant passwordLastUsedAt, @Nullable Instant passwordChangedAt,
		@Nullable Boolean mfaActive, @Nullable Boolean accessKey1Active, @Nullable Instant accessKey1RotatedAt,
		@Nullable Instant accessKey1LastUsedAt, @Nullable Boolean accessKey2Active,
		@Nullable Instant accessKey2RotatedAt, @Nullable Instant accessKey2LastUsedAt, @Nullable Boolean cert1Active,
		@Nullable Boolean cert2Active, @Nullable Instant reportMadeAt) implements Keyed {

	/** How the report names the root user. */
	static final String ROOT = "<root_account>";

	@Override
	public List<?> naturalKey() {
		return List.of(this.user);
	}

}
