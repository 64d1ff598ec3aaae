package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code root.signing_certificates}. */
class RootSigningCertificatesTests {

	private static final String ACCOUNT = "111111111111";

	@RegisterExtension
	final TestNight night = new TestNight();

	RootSigningCertificatesTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesCertificateNonCompliant() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("signing_certificates_present", true));
		assertThat(this.night.judge("root.signing_certificates"))
			.containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "The root user has a signing certificate."));
	}

	@Test
	void judgesRootWithoutCertificatesCompliant() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.read(ACCOUNT, "iam-root-mfa-devices", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("signing_certificates_present", false));
		assertThat(this.night.judge("root.signing_certificates"))
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "The root user has no signing certificates."));
	}

	@Test
	void judgesEachAccountByItsOwnSummary() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.member("222222222222")
			.read("222222222222", "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("signing_certificates_present", false))
			.row("account_summary", "222222222222", "global", Map.of("signing_certificates_present", true));
		assertThat(this.night.judge("root.signing_certificates")).containsExactly(
				Judgement.of(ACCOUNT, "COMPLIANT", "The root user has no signing certificates."),
				Judgement.of("222222222222", "NON_COMPLIANT", "The root user has a signing certificate."));
	}

	@Test
	void doesNotKnowWhatTheSummaryDoesNotSay() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("password_present", true));
		assertThat(this.night.judge("root.signing_certificates"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
					"The account summary does not say whether the root user has signing certificates."));
	}

	@Test
	void doesNotKnowWithoutASummary() {
		this.night.read(ACCOUNT, "iam-root-user", "global");
		assertThat(this.night.judge("root.signing_certificates"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
					"The account summary does not say whether the root user has signing certificates."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "iam-root-user", "global", "iam:GetAccountSummary");
		assertThat(this.night.judge("root.signing_certificates")).containsExactly(Judgement.of(ACCOUNT,
				"INSUFFICIENT_DATA", "iam:GetAccountSummary was denied (AccessDenied); the permission"
						+ " iam:GetAccountSummary is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "iam-root-user", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("root.signing_certificates"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "iam-root-user", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("root.signing_certificates"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
