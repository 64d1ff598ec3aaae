package dev.rollcall.control;

import java.time.Instant;
import java.util.Map;

import dev.rollcall.account.AccountId;
import dev.rollcall.control.RootUser.Credentials;
import dev.rollcall.control.RootUser.Mfa;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for the projection {@code root_user}. */
class RootUserTests {

	private static final String ACCOUNT = "111111111111";

	@RegisterExtension
	final TestNight night = new TestNight();

	RootUserTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void saysThatCredentialsArePresentWhereOneIs() {
		this.night.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", false, "access_keys_present", false,
				"password_present", true, "signing_certificates_present", false));
		assertThat(this.night.rootUsers()).containsExactly(root(Credentials.PRESENT, Mfa.NONE, false, null));
	}

	@Test
	void saysThatCredentialsArePresentWhereOneIsAndTheOthersAreUnknown() {
		this.night.row("account_summary", ACCOUNT, "global", Map.of("access_keys_present", true));
		assertThat(this.night.rootUsers()).containsExactly(root(Credentials.PRESENT, Mfa.UNKNOWN, true, null));
	}

	@Test
	void saysThatCredentialsAreRemovedWhereNoneIs() {
		this.night.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", false, "access_keys_present", false,
				"password_present", false, "signing_certificates_present", false));
		assertThat(this.night.rootUsers()).containsExactly(root(Credentials.REMOVED, Mfa.NONE, false, null));
	}

	@Test
	void doesNotTakeAnUnknownPasswordForNone() {
		this.night.row("account_summary", ACCOUNT, "global",
				Map.of("mfa_enabled", false, "access_keys_present", false, "signing_certificates_present", false));
		assertThat(this.night.rootUsers()).containsExactly(root(Credentials.UNKNOWN, Mfa.NONE, false, null));
	}

	@Test
	void knowsNothingWithoutEvidence() {
		this.night.denied(ACCOUNT, "iam-root-user", "global", "iam:GetAccountSummary")
			.denied(ACCOUNT, "iam-root-mfa-devices", "global", "iam:ListVirtualMFADevices")
			.denied(ACCOUNT, "iam-credential-report", "global", "iam:GetCredentialReport");
		assertThat(this.night.rootUsers()).containsExactly(root(Credentials.UNKNOWN, Mfa.UNKNOWN, null, null));
	}

	@Test
	void saysThatAFactorIsVirtualWhereTheRootUserHasSuchADevice() {
		this.night.read(ACCOUNT, "iam-root-mfa-devices", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", true, "password_present", true))
			.row("virtual_mfa_device", ACCOUNT, "global", Map.of("serial_number", "root-device", "root", true));
		assertThat(this.night.rootUsers()).containsExactly(root(Credentials.PRESENT, Mfa.VIRTUAL, null, null));
	}

	@Test
	void saysThatAFactorIsNotVirtualWhereOnlyOthersHaveSuchDevices() {
		this.night.read(ACCOUNT, "iam-root-mfa-devices", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", true, "password_present", true))
			.row("virtual_mfa_device", ACCOUNT, "global", Map.of("serial_number", "a-users", "root", false));
		assertThat(this.night.rootUsers()).containsExactly(root(Credentials.PRESENT, Mfa.NOT_VIRTUAL, null, null));
	}

	@Test
	void saysOnlyThatThereIsAFactorWhereTheDevicesCouldNotBeRead() {
		this.night.denied(ACCOUNT, "iam-root-mfa-devices", "global", "iam:ListVirtualMFADevices")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", true, "password_present", true));
		assertThat(this.night.rootUsers()).containsExactly(root(Credentials.PRESENT, Mfa.ENABLED, null, null));
	}

	@Test
	void takesTheLatestUseOfPasswordAndKeys() {
		this.night
			.row("credential", ACCOUNT, "global",
					Map.of("user", "<root_account>", "root", true, "password_last_used_at", "2026-01-01T00:00:00Z",
							"access_key1_last_used_at", "2026-03-01T12:30:00Z", "access_key2_last_used_at",
							"2026-02-01T00:00:00Z"))
			.row("credential", ACCOUNT, "global",
					Map.of("user", "somebody", "root", false, "password_last_used_at", "2026-11-01T00:00:00Z"));
		assertThat(this.night.rootUsers())
			.containsExactly(root(Credentials.UNKNOWN, Mfa.UNKNOWN, null, Instant.parse("2026-03-01T12:30:00Z")));
	}

	private static RootUser root(Credentials credentials, Mfa mfa, @Nullable Boolean accessKeys,
			@Nullable Instant lastUsedAt) {
		return new RootUser(new AccountId(ACCOUNT), credentials, mfa, accessKeys, lastUsedAt);
	}

}
