package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code root.access_keys}. */
class RootAccessKeysTests {

	private static final String ACCOUNT = "111111111111";

	@RegisterExtension
	final TestNight night = new TestNight();

	RootAccessKeysTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesRootWithoutKeysCompliant() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("access_keys_present", false));
		assertThat(this.night.judge("root.access_keys"))
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "The root user has no access keys."));
	}

	@Test
	void judgesRootWithKeyNonCompliant() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("access_keys_present", true));
		assertThat(this.night.judge("root.access_keys"))
			.containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "The root user has an access key."));
	}

	@Test
	void doesNotKnowWhatTheSummaryDoesNotSay() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", true));
		assertThat(this.night.judge("root.access_keys")).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"The account summary does not say whether the root user has access keys."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "iam-root-user", "global", "iam:GetAccountSummary");
		assertThat(this.night.judge("root.access_keys")).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"iam:GetAccountSummary was denied (AccessDenied); the permission iam:GetAccountSummary is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "iam-root-user", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("root.access_keys"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "iam-root-user", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("root.access_keys"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
