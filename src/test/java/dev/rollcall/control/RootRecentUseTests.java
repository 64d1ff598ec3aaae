package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code root.recent_use}. */
class RootRecentUseTests {

	private static final String ACCOUNT = "111111111111";

	/** Three hours before it is read. */
	private static final String MADE = "2026-11-22T22:00:00Z";

	@RegisterExtension
	final TestNight night = new TestNight();

	RootRecentUseTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesUseOfLastWeekNonCompliant() {
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global",
					Map.of("root", true, "password_last_used_at", "2026-11-16T08:00:00Z"));
		assertThat(this.night.judge("root.recent_use")).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"The root user was last used on 2026-11-16, less than 90 days ago."));
	}

	@Test
	void judgesUseOfAKeyAsUse() {
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global", Map.of("root", true, "password_last_used_at", "2025-01-02T08:00:00Z",
					"access_key2_last_used_at", "2026-11-01T08:00:00Z"));
		assertThat(this.night.judge("root.recent_use")).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"The root user was last used on 2026-11-01, less than 90 days ago."));
	}

	@Test
	void countsNinetyDaysToTheReading() {
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global",
					Map.of("root", true, "password_last_used_at", "2026-08-25T01:00:00Z"));
		assertThat(this.night.judge("root.recent_use")).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"The root user was last used on 2026-08-25, less than 90 days ago."));
	}

	@Test
	void judgesUseOfLongAgoCompliant() {
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global",
					Map.of("root", true, "report_made_at", MADE, "password_last_used_at", "2026-08-25T00:59:59Z"));
		assertThat(this.night.judge("root.recent_use")).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT",
				"The root user was last used on 2026-08-25, more than 90 days ago."));
	}

	@Test
	void judgesRootThatWasNeverUsedCompliant() {
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.read(ACCOUNT, "iam-root-user", "global")
			.row("credential", ACCOUNT, "global", Map.of("root", true, "report_made_at", MADE))
			.row("credential", ACCOUNT, "global",
					Map.of("root", false, "password_last_used_at", "2026-11-16T08:00:00Z"));
		assertThat(this.night.judge("root.recent_use")).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT",
				"The credential report of 2026-11-22 knows of no use of the root user."));
	}

	@Test
	void doesNotKnowFromAReportOfLongAgo() {
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global", Map.of("root", true, "report_made_at", "2026-11-21T00:59:59Z"));
		assertThat(this.night.judge("root.recent_use")).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"The credential report was made on 2026-11-21, more than 48 hours before it was read."));
	}

	@Test
	void takesAReportAsOldAsMayBe() {
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global", Map.of("root", true, "report_made_at", "2026-11-21T01:00:00Z"));
		assertThat(this.night.judge("root.recent_use")).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT",
				"The credential report of 2026-11-21 knows of no use of the root user."));
	}

	@Test
	void doesNotKnowFromAReportOfNoDay() {
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global",
					Map.of("root", true, "password_last_used_at", "2025-01-02T08:00:00Z"));
		assertThat(this.night.judge("root.recent_use")).containsExactly(
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "The credential report does not say when it was made."));
	}

	@Test
	void judgesRecentUseNonCompliantHoweverOldTheReport() {
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global", Map.of("root", true, "report_made_at", "2026-11-17T00:00:00Z",
					"password_last_used_at", "2026-11-16T08:00:00Z"));
		assertThat(this.night.judge("root.recent_use")).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"The root user was last used on 2026-11-16, less than 90 days ago."));
	}

	@Test
	void doesNotKnowWithoutTheRootUsersLine() {
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global",
					Map.of("root", false, "password_last_used_at", "2026-11-16T08:00:00Z"));
		assertThat(this.night.judge("root.recent_use")).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"The credential report does not say when the root user was last used."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "iam-credential-report", "global", "iam:GetCredentialReport");
		assertThat(this.night.judge("root.recent_use")).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"iam:GetCredentialReport was denied (AccessDenied); the permission"
						+ " iam:GetCredentialReport is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "iam-credential-report", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("root.recent_use"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "iam-credential-report", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("root.recent_use"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void countsTheDaysOfTheConfiguration() {
		Control control = Shipped.CONTROLS.with(ControlSettingsTests.parameter("root.recent_use", "days", "7"))
			.controls()
			.stream()
			.filter((one) -> one.id().equals("root.recent_use"))
			.findFirst()
			.orElseThrow();
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global",
					Map.of("root", true, "report_made_at", MADE, "password_last_used_at", "2026-11-14T08:00:00Z"));
		assertThat(this.night.judge(control)).containsExactly(
				Judgement.of(ACCOUNT, "COMPLIANT", "The root user was last used on 2026-11-14, more than 7 days ago."));
		assertThat(control.title().en()).isEqualTo("The root user was not used in the last 7 days");
	}

}
