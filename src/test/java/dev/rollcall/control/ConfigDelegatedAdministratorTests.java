package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code config.delegated_administrator}. */
class ConfigDelegatedAdministratorTests {

	private static final String ACCOUNT = "111111111111";

	private static final String MANAGEMENT = "999999999999";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigDelegatedAdministratorTests() {
		this.night.management(MANAGEMENT)
			.member(ACCOUNT)
			.read(MANAGEMENT, "account-regions", "global")
			.read(ACCOUNT, "account-regions", "global");
	}

	@Test
	void judgesEveryAccountCompliantByTheAdministrator() {
		administrator("ACTIVE");
		delegates("config.amazonaws.com", "222222222222");
		this.night.row("delegated_administrator", MANAGEMENT, "global",
				Map.of("service_principal", "config.amazonaws.com", "administrator_id", "333333333333"));
		assertThat(this.night.judge("config.delegated_administrator"))
			.extracting(Judgement::account, Judgement::verdict, Judgement::reason)
			.containsExactlyElementsOf(List.of(ACCOUNT, "222222222222", MANAGEMENT)
				.stream()
				.map((account) -> tuple(account, "COMPLIANT",
						"Account 222222222222 administers AWS Config for the organization."))
				.toList());
	}

	@Test
	void judgesTheManagementAccountAloneNonCompliantWithoutAdministrator() {
		administrator("ACTIVE");
		delegates("access-analyzer.amazonaws.com", "222222222222");
		assertThat(this.night.judge("config.delegated_administrator")).contains(
				Judgement.of(ACCOUNT, "NOT_APPLICABLE",
						"No member account administers AWS Config for the organization, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, "NON_COMPLIANT",
						"No member account administers AWS Config for the organization."))
			.hasSize(3);
	}

	@Test
	void judgesASuspendedAdministratorNonCompliant() {
		administrator("SUSPENDED");
		delegates("config.amazonaws.com", "222222222222");
		assertThat(this.night.judge("config.delegated_administrator")).extracting(Judgement::verdict, Judgement::reason)
			.contains(tuple("NON_COMPLIANT",
					"Account 222222222222 administers AWS Config for the organization, and is not active."))
			.hasSize(3);
	}

	@Test
	void doesNotKnowAdministratorThatIsNotOnTheRoster() {
		delegates("config.amazonaws.com", "222222222222");
		assertThat(this.night.judge("config.delegated_administrator")).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA",
					"Account 222222222222 administers AWS Config for the organization, and is not on the roster."));
	}

	private void administrator(String state) {
		this.night.account("222222222222", state).read("222222222222", "account-regions", "global");
	}

	private void delegates(String principal, String administrator) {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.row("delegated_administrator", MANAGEMENT, "global",
					Map.of("service_principal", principal, "administrator_id", administrator));
	}

	@Test
	void namesTheDeniedOperation() {
		this.night.denied(MANAGEMENT, "organizations-delegation", "global",
				"organizations:ListDelegatedAdministrators");
		assertThat(this.night.judge("config.delegated_administrator")).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA",
					"Who administers AWS Config could not be read in account " + MANAGEMENT
							+ ": organizations:ListDelegatedAdministrators was denied (AccessDenied); the permission"
							+ " organizations:ListDelegatedAdministrators is missing."))
			.hasSize(2);
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.member("222222222222")
			.cell("222222222222", "account-regions", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.delegated_administrator"))
			.contains(Judgement.of("222222222222", "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.listed("222222222222")
			.cell("222222222222", "account-regions", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.delegated_administrator"))
			.contains(Judgement.of("222222222222", "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void judgesAccountThatNobodyCouldEnter() {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.member("222222222222")
			.denied("222222222222", "account-regions", "global", "sts:AssumeRole");
		assertThat(this.night.judge("config.delegated_administrator")).extracting(Judgement::verdict)
			.containsExactly("NOT_APPLICABLE", "NOT_APPLICABLE", "NON_COMPLIANT");
	}

}
