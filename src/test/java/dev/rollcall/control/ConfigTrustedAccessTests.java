package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code config.trusted_access}. */
class ConfigTrustedAccessTests {

	private static final String ACCOUNT = "111111111111";

	private static final String MANAGEMENT = "999999999999";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigTrustedAccessTests() {
		this.night.management(MANAGEMENT)
			.member(ACCOUNT)
			.read(MANAGEMENT, "account-regions", "global")
			.read(ACCOUNT, "account-regions", "global");
	}

	@Test
	void judgesEveryAccountCompliantByTheOrganizationsTrust() {
		trusts("config.amazonaws.com");
		assertThat(this.night.judge("config.trusted_access")).containsExactly(
				Judgement.of(ACCOUNT, "COMPLIANT", "The organization trusts AWS Config."),
				Judgement.of(MANAGEMENT, "COMPLIANT", "The organization trusts AWS Config."));
	}

	@Test
	void judgesTheManagementAccountAloneNonCompliantWithoutTrust() {
		trusts("config-multiaccountsetup.amazonaws.com");
		assertThat(this.night.judge("config.trusted_access"))
			.containsExactly(
					Judgement.of(ACCOUNT, "NOT_APPLICABLE",
							"The organization does not trust AWS Config, for which account " + MANAGEMENT
									+ " answers."),
					Judgement.of(MANAGEMENT, "NON_COMPLIANT", "The organization does not trust AWS Config."));
	}

	private void trusts(String principal) {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.row("trusted_service", MANAGEMENT, "global", Map.of("service_principal", principal));
	}

	@Test
	void namesTheDeniedOperation() {
		this.night.denied(MANAGEMENT, "organizations-delegation", "global",
				"organizations:ListDelegatedAdministrators");
		assertThat(this.night.judge("config.trusted_access")).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA",
					"Whom the organization trusts could not be read in account " + MANAGEMENT
							+ ": organizations:ListDelegatedAdministrators was denied (AccessDenied); the permission"
							+ " organizations:ListDelegatedAdministrators is missing."))
			.hasSize(2);
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.member("222222222222")
			.cell("222222222222", "account-regions", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.trusted_access"))
			.contains(Judgement.of("222222222222", "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.listed("222222222222")
			.cell("222222222222", "account-regions", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.trusted_access"))
			.contains(Judgement.of("222222222222", "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void judgesAccountThatNobodyCouldEnter() {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.member("222222222222")
			.denied("222222222222", "account-regions", "global", "sts:AssumeRole");
		assertThat(this.night.judge("config.trusted_access")).extracting(Judgement::verdict)
			.containsExactly("NOT_APPLICABLE", "NOT_APPLICABLE", "NON_COMPLIANT");
	}

}
