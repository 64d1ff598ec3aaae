package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code root.mfa}. */
class RootMfaTests {

	private static final String ACCOUNT = "111111111111";

	@RegisterExtension
	final TestNight night = new TestNight();

	RootMfaTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesVirtualDeviceCompliant() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.read(ACCOUNT, "iam-root-mfa-devices", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", true, "password_present", true))
			.row("virtual_mfa_device", ACCOUNT, "global", Map.of("serial_number", "root-device", "root", true));
		assertThat(this.night.judge("root.mfa"))
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "The root user has a virtual MFA device."));
	}

	@Test
	void judgesOtherFactorCompliant() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.read(ACCOUNT, "iam-root-mfa-devices", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", true, "password_present", true));
		assertThat(this.night.judge("root.mfa")).containsExactly(
				Judgement.of(ACCOUNT, "COMPLIANT", "The root user has a second factor that is no virtual device."));
	}

	@Test
	void judgesFactorOfUnknownKindCompliantAlthoughTheDevicesAreAGap() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.denied(ACCOUNT, "iam-root-mfa-devices", "global", "iam:ListVirtualMFADevices")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", true, "password_present", true));
		assertThat(this.night.judge("root.mfa"))
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "The root user has a second factor."));
	}

	@Test
	void takesADeviceForNoPassWhereTheSummaryIsDenied() {
		this.night.denied(ACCOUNT, "iam-root-user", "global", "iam:GetAccountSummary")
			.read(ACCOUNT, "iam-root-mfa-devices", "global")
			.row("virtual_mfa_device", ACCOUNT, "global", Map.of("serial_number", "root-device", "root", true));
		assertThat(this.night.judge("root.mfa")).singleElement()
			.satisfies((judged) -> assertThat(judged.verdict()).isEqualTo("INSUFFICIENT_DATA"));
	}

	@Test
	void hasNothingToJudgeWhereCredentialsAreRemovedThoughAFactorIsLeft() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.read(ACCOUNT, "iam-root-mfa-devices", "global")
			.row("account_summary", ACCOUNT, "global",
					Map.of("mfa_enabled", true, "password_present", false, "access_keys_present", false,
							"signing_certificates_present", false))
			.row("virtual_mfa_device", ACCOUNT, "global", Map.of("serial_number", "root-device", "root", true));
		assertThat(this.night.judge("root.mfa")).containsExactly(
				Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The root user has no credentials to sign in with."));
		assertThat(this.night.judge("root.mfa.hardware")).containsExactly(
				Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The root user has no credentials to sign in with."));
	}

	@Test
	void judgesRootWithoutSecondFactorNonCompliant() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.read(ACCOUNT, "iam-root-mfa-devices", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", false, "password_present", true));
		assertThat(this.night.judge("root.mfa"))
			.containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "The root user has no second factor."));
	}

	@Test
	void judgesRootWithoutSecondFactorNonCompliantAlthoughTheDevicesAreAGap() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.denied(ACCOUNT, "iam-root-mfa-devices", "global", "iam:ListVirtualMFADevices")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", false, "password_present", true));
		assertThat(this.night.judge("root.mfa"))
			.containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "The root user has no second factor."));
	}

	@Test
	void doesNotApplyToRemovedCredentials() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.read(ACCOUNT, "iam-root-mfa-devices", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", false, "password_present", false,
					"access_keys_present", false, "signing_certificates_present", false));
		assertThat(this.night.judge("root.mfa")).containsExactly(
				Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The root user has no credentials to sign in with."));
	}

	@Test
	void doesNotKnowWhatTheSummaryDoesNotSay() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.read(ACCOUNT, "iam-root-mfa-devices", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("password_present", true));
		assertThat(this.night.judge("root.mfa")).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"The account summary does not say whether the root user has a second factor."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "iam-root-user", "global", "iam:GetAccountSummary")
			.read(ACCOUNT, "iam-root-mfa-devices", "global");
		assertThat(this.night.judge("root.mfa")).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"iam:GetAccountSummary was denied (AccessDenied); the permission iam:GetAccountSummary is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "iam-root-user", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(ACCOUNT, "iam-root-mfa-devices", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("root.mfa"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "iam-root-user", "global", CellStatus.EXCLUDED)
			.cell(ACCOUNT, "iam-root-mfa-devices", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("root.mfa"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
