package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.delegated_administrator}. */
class CloudTrailDelegatedAdministratorTests {

	private static final String CONTROL = "cloudtrail.delegated_administrator";

	private static final String MANAGEMENT = "999999999999";

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:999999999999:trail/all";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailDelegatedAdministratorTests() {
		this.night.management(MANAGEMENT)
			.account(MEMBER, "ACTIVE")
			.read(MANAGEMENT, "config-rules", REGION)
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
	}

	@Test
	void judgesADelegatedAdministratorCompliant() {
		managementRead().row("delegated_administrator", MANAGEMENT, "global",
				Map.of("administrator_id", MEMBER, "service_principal", "cloudtrail.amazonaws.com"));
		assertThat(this.night.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, "COMPLIANT", "Account " + MEMBER + " administers CloudTrail."),
				Judgement.of(MANAGEMENT, "COMPLIANT", "Account " + MEMBER + " administers CloudTrail."));
	}

	@Test
	void judgesTheManagementAccountAloneNonCompliantWithoutOne() {
		managementRead().row("delegated_administrator", MANAGEMENT, "global",
				Map.of("administrator_id", MEMBER, "service_principal", "config.amazonaws.com"));
		assertThat(this.night.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, "NOT_APPLICABLE",
						"CloudTrail has no delegated administrator that is active, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, "NON_COMPLIANT", "CloudTrail has no delegated administrator."));
	}

	@Test
	void doesNotTakeAnAdministratorThatIsNotActive() {
		managementRead().account("222222222222", "SUSPENDED")
			.cell("222222222222", "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.row("delegated_administrator", MANAGEMENT, "global",
					Map.of("administrator_id", "222222222222", "service_principal", "cloudtrail.amazonaws.com"));
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(MANAGEMENT, "NON_COMPLIANT",
				"Account 222222222222 administers CloudTrail and is not active."));
		this.night.account("333333333333", "ACTIVE")
			.read("333333333333", "cloudtrail-elsewhere", "global")
			.row("delegated_administrator", MANAGEMENT, "global",
					Map.of("administrator_id", "333333333333", "service_principal", "cloudtrail.amazonaws.com"));
		assertThat(this.night.judge(CONTROL))
			.contains(Judgement.of(MANAGEMENT, "COMPLIANT", "Account 333333333333 administers CloudTrail."));
	}

	@Test
	void doesNotKnowAnAdministratorThatNobodyListed() {
		managementRead().row("delegated_administrator", MANAGEMENT, "global",
				Map.of("administrator_id", "444444444444", "service_principal", "cloudtrail.amazonaws.com"));
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(MANAGEMENT, "INSUFFICIENT_DATA",
				"Account 444444444444 administers CloudTrail and is not on the roster."));
	}

	@Test
	void namesTheDeniedOperation() {
		this.night.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.denied(MANAGEMENT, "organizations-delegation", "global", "organizations:ListDelegatedAdministrators");
		assertThat(this.night.judge(CONTROL)).hasSize(2)
			.allSatisfy((judgement) -> assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA"))
			.allSatisfy((judgement) -> assertThat(judgement.reason())
				.startsWith("Who administers CloudTrail could not be read in account " + MANAGEMENT
						+ ": organizations:ListDelegatedAdministrators was denied"));
	}

	@Test
	void saysOfCellsThatWereNotAskedWhatTheyAre() {
		managementRead()
			.row("delegated_administrator", MANAGEMENT, "global",
					Map.of("administrator_id", MEMBER, "service_principal", "cloudtrail.amazonaws.com"))
			.member("222222222222")
			.cell("222222222222", "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.member("333333333333")
			.cell("333333333333", "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict)
			.containsExactly("COMPLIANT", "NOT_APPLICABLE", "INSUFFICIENT_DATA", "COMPLIANT");
	}

	private TestNight managementRead() {
		return this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global");
	}

}
