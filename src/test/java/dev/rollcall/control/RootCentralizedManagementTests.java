package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code root.centralized_management}. */
class RootCentralizedManagementTests {

	private static final String MANAGEMENT = "999999999999";

	private static final String MEMBER = "111111111111";

	private static final String IDENTITY = "333333333333";

	@RegisterExtension
	final TestNight night = new TestNight();

	@RegisterExtension
	final TestNight list = new TestNight();

	RootCentralizedManagementTests() {
		this.night.management(MANAGEMENT).member(MEMBER);
	}

	@Test
	void judgesEveryAccountOfTheOrganizationCompliant() {
		this.night.read(MANAGEMENT, "iam-root-user", "global")
			.read(MEMBER, "iam-root-user", "global")
			.read(IDENTITY, "iam-centralized-root", "global")
			.row("centralized_root", IDENTITY, "global", Map.of("credentials_management", true, "sessions", false))
			.read(MEMBER, "iam-root-mfa-devices", "global");
		assertThat(this.night.judge("root.centralized_management")).containsExactly(
				Judgement.of(MEMBER, "COMPLIANT",
						"Root credentials management is on for the organization, as account " + IDENTITY + " says."),
				Judgement.of(MANAGEMENT, "COMPLIANT",
						"Root credentials management is on for the organization, as account " + IDENTITY + " says."));
	}

	@Test
	void judgesTheManagementAccountAloneNonCompliant() {
		this.night.read(MANAGEMENT, "iam-root-user", "global")
			.read(MEMBER, "iam-root-user", "global")
			.read(IDENTITY, "iam-centralized-root", "global")
			.row("centralized_root", IDENTITY, "global", Map.of("credentials_management", false, "sessions", true));
		assertThat(this.night.judge("root.centralized_management")).containsExactly(
				Judgement.of(MEMBER, "NOT_APPLICABLE",
						"Root credentials management is off for the organization, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, "NON_COMPLIANT", "Root credentials management is off for the organization."));
	}

	@Test
	void judgesOrganizationThatDoesNotTrustIamNonCompliant() {
		this.night.read(MANAGEMENT, "iam-root-user", "global")
			.read(MEMBER, "iam-root-user", "global")
			.cell(IDENTITY, "iam-centralized-root", "global", CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("root.centralized_management")).containsExactly(
				Judgement.of(MEMBER, "NOT_APPLICABLE",
						"Root credentials management is off for the organization, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, "NON_COMPLIANT", "Root credentials management is off for the organization."));
	}

	@Test
	void doesNotKnowWhatIamDoesNotSay() {
		this.night.read(MANAGEMENT, "iam-root-user", "global")
			.read(MEMBER, "iam-root-user", "global")
			.read(IDENTITY, "iam-centralized-root", "global")
			.row("centralized_root", IDENTITY, "global", Map.of("sessions", true));
		assertThat(this.night.judge("root.centralized_management")).containsExactly(
				Judgement.of(MEMBER, "INSUFFICIENT_DATA",
						"IAM does not say whether root credentials management is on."),
				Judgement.of(MANAGEMENT, "INSUFFICIENT_DATA",
						"IAM does not say whether root credentials management is on."));
	}

	@Test
	void namesTheDeniedOperationAndWhereItWasAsked() {
		this.night.read(MANAGEMENT, "iam-root-user", "global")
			.read(MEMBER, "iam-root-user", "global")
			.denied(IDENTITY, "iam-centralized-root", "global", "iam:ListOrganizationsFeatures");
		assertThat(this.night.judge("root.centralized_management")).containsExactly(
				Judgement.of(MEMBER, "INSUFFICIENT_DATA",
						"What the organization has centralized could not be read in account " + IDENTITY
								+ ": iam:ListOrganizationsFeatures was denied (AccessDenied); the permission"
								+ " iam:ListOrganizationsFeatures is missing."),
				Judgement.of(MANAGEMENT, "INSUFFICIENT_DATA",
						"What the organization has centralized could not be read in account " + IDENTITY
								+ ": iam:ListOrganizationsFeatures was denied (AccessDenied); the permission"
								+ " iam:ListOrganizationsFeatures is missing."));
	}

	@Test
	void doesNotKnowWhereTheAccountThatWouldAnswerIsNotActive() {
		this.night.read(MANAGEMENT, "iam-root-user", "global")
			.read(MEMBER, "iam-root-user", "global")
			.cell(IDENTITY, "iam-centralized-root", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("root.centralized_management")).containsExactly(
				Judgement.of(MEMBER, "INSUFFICIENT_DATA",
						"What the organization has centralized could not be read in account " + IDENTITY
								+ ": The account is not active."),
				Judgement.of(MANAGEMENT, "INSUFFICIENT_DATA",
						"What the organization has centralized could not be read in account " + IDENTITY
								+ ": The account is not active."));
	}

	@Test
	void judgesByTheOrganizationAlthoughTheOwnCellIsAGap() {
		this.night.read(MANAGEMENT, "iam-root-user", "global")
			.denied(MEMBER, "iam-root-user", "global", "iam:GetAccountSummary")
			.read(IDENTITY, "iam-centralized-root", "global")
			.row("centralized_root", IDENTITY, "global", Map.of("credentials_management", true));
		assertThat(this.night.judge("root.centralized_management")).containsExactly(
				Judgement.of(MEMBER, "COMPLIANT",
						"Root credentials management is on for the organization, as account " + IDENTITY + " says."),
				Judgement.of(MANAGEMENT, "COMPLIANT",
						"Root credentials management is on for the organization, as account " + IDENTITY + " says."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.read(MANAGEMENT, "iam-root-user", "global")
			.cell(MEMBER, "iam-root-user", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.read(IDENTITY, "iam-centralized-root", "global")
			.row("centralized_root", IDENTITY, "global", Map.of("credentials_management", true));
		assertThat(this.night.judge("root.centralized_management")).containsExactly(
				Judgement.of(MEMBER, "NOT_APPLICABLE", "The account is not active."),
				Judgement.of(MANAGEMENT, "COMPLIANT",
						"Root credentials management is on for the organization, as account " + IDENTITY + " says."));
	}

	@Test
	void doesNotKnowWhatWasExcludedAlthoughTheOrganizationSays() {
		this.night.read(MANAGEMENT, "iam-root-user", "global")
			.cell(MEMBER, "iam-root-user", "global", CellStatus.EXCLUDED)
			.read(IDENTITY, "iam-centralized-root", "global")
			.row("centralized_root", IDENTITY, "global", Map.of("credentials_management", true));
		assertThat(this.night.judge("root.centralized_management")).containsExactly(
				Judgement.of(MEMBER, "INSUFFICIENT_DATA", "Left out by configuration or flags."),
				Judgement.of(MANAGEMENT, "COMPLIANT",
						"Root credentials management is on for the organization, as account " + IDENTITY + " says."));
	}

	@Test
	void doesNotKnowOfAListWhoseOrganizationIsNotAsked() {
		this.list.listed(MEMBER)
			.read(MEMBER, "iam-root-user", "global")
			.cell(MEMBER, "iam-centralized-root", "global", CellStatus.EXCLUDED);
		assertThat(this.list.judge("root.centralized_management")).containsExactly(Judgement.of(MEMBER,
				"INSUFFICIENT_DATA", "What the organization has centralized could not be read in account " + MEMBER
						+ ": Left out by configuration or flags."));
	}

}
