package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code root.credentials_removed}. */
class RootCredentialsRemovedTests {

	private static final String ACCOUNT = "111111111111";

	@RegisterExtension
	final TestNight night = new TestNight();

	@Test
	void judgesMemberWithoutCredentialsCompliant() {
		this.night.member(ACCOUNT)
			.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("password_present", false, "access_keys_present", false,
					"signing_certificates_present", false));
		assertThat(this.night.judge("root.credentials_removed")).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT",
				"The root user has no password, no access key and no signing certificate."));
	}

	@Test
	void judgesMemberWithPasswordNonCompliant() {
		this.night.member(ACCOUNT)
			.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("password_present", true, "access_keys_present", false,
					"signing_certificates_present", false));
		assertThat(this.night.judge("root.credentials_removed")).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"The root user has a password, an access key or a signing certificate."));
	}

	@Test
	void doesNotApplyToTheManagementAccount() {
		this.night.management(ACCOUNT)
			.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("password_present", true));
		assertThat(this.night.judge("root.credentials_removed"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The management account keeps its root user."));
	}

	@Test
	void doesNotKnowWhatTheSummaryDoesNotSay() {
		this.night.member(ACCOUNT)
			.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("access_keys_present", false));
		assertThat(this.night.judge("root.credentials_removed")).containsExactly(Judgement.of(ACCOUNT,
				"INSUFFICIENT_DATA", "The account summary does not say which credentials the root user has."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.member(ACCOUNT).denied(ACCOUNT, "iam-root-user", "global", "iam:GetAccountSummary");
		assertThat(this.night.judge("root.credentials_removed"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "iam:GetAccountSummary was denied"
					+ " (AccessDenied); the permission iam:GetAccountSummary is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.member(ACCOUNT).cell(ACCOUNT, "iam-root-user", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("root.credentials_removed"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.member(ACCOUNT).cell(ACCOUNT, "iam-root-user", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("root.credentials_removed"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
