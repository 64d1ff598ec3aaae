package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code guardduty.enabled}. */
class GuardDutyEnabledTests {

	private static final String CONTROL = "guardduty.enabled";

	private static final String ACCOUNT = "111111111111";

	private static final String ADMINISTRATOR = "222222222222";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	GuardDutyEnabledTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void takesTheWordOfTheAdministrator() {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_member", ACCOUNT, REGION,
					Map.of("administrator_id", ADMINISTRATOR, "relationship_status", "Enabled"))
			.row("guardduty_detector", ACCOUNT, REGION,
					Map.of("detector_id", "d", "status", "ENABLED", "administrator_id", ADMINISTRATOR));
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, REGION, "COMPLIANT",
				"GuardDuty is on, as its administrator " + ADMINISTRATOR + " says."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ENABLED  | COMPLIANT     | GuardDuty is on, as the account itself says.
			DISABLED | NON_COMPLIANT | GuardDuty is suspended.
			""")
	void takesTheAccountsOwnWordWhereItIsNoMember(String status, String verdict, String reason) {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "d", "status", status))
			.row("guardduty_member", ACCOUNT, "us-east-1",
					Map.of("administrator_id", ADMINISTRATOR, "relationship_status", "Enabled"))
			.row("guardduty_member", ACCOUNT, REGION,
					Map.of("administrator_id", ADMINISTRATOR, "relationship_status", "Resigned"))
			.row("guardduty_member", "333333333333", REGION,
					Map.of("administrator_id", ADMINISTRATOR, "relationship_status", "Enabled"));
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, REGION, verdict, reason));
	}

	@ParameterizedTest
	@CsvSource({ "ENABLED, Disabled, ON", "DISABLED, Enabled, SUSPENDED" })
	void doesNotKnowWhereAccountAndAdministratorDisagree(String status, String relationship, String own) {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "d", "status", status))
			.row("guardduty_member", ACCOUNT, REGION,
					Map.of("administrator_id", ADMINISTRATOR, "relationship_status", relationship));
		assertThat(this.night.judge(CONTROL))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "The administrator " + ADMINISTRATOR
					+ " calls the account " + relationship + ", and the account's own answer is " + own + "."));
	}

	@Test
	void doesNotKnowAnEnabledMemberWithoutDetector() {
		this.night.cell(ACCOUNT, "guardduty", REGION, CellStatus.NOT_ENABLED)
			.row("guardduty_member", ACCOUNT, REGION,
					Map.of("administrator_id", ADMINISTRATOR, "relationship_status", "Enabled"));
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void judgesAnAccountWithoutDetectorNonCompliant() {
		this.night.cell(ACCOUNT, "guardduty", REGION, CellStatus.NOT_ENABLED)
			.row("guardduty_detector", ACCOUNT, "us-east-1", Map.of("detector_id", "d", "status", "ENABLED"));
		assertThat(this.night.judge(CONTROL))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "GuardDuty is off: there is no detector."));
	}

	@Test
	void countsTheWorseOfTwoDetectors() {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "a", "status", "ENABLED"))
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "b", "status", "DISABLED"));
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("NON_COMPLIANT");
	}

	@Test
	void doesNotKnowWithoutEvidence() {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", "333333333333", REGION, Map.of("detector_id", "d", "status", "ENABLED"));
		assertThat(this.night.judge(CONTROL)).containsExactly(
				Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Nothing says whether GuardDuty is on."));
	}

	@Test
	void namesTheDeniedOperation() {
		this.night.denied(ACCOUNT, "guardduty", REGION, "guardduty:ListDetectors");
		assertThat(this.night.judge(CONTROL)).singleElement()
			.satisfies((judgement) -> assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA"))
			.satisfies((judgement) -> assertThat(judgement.reason()).contains("guardduty:ListDetectors"));
	}

	@Test
	void doesNotApplyWhereGuardDutyDoesNotExist() {
		this.night.cell(ACCOUNT, "guardduty", REGION, CellStatus.NOT_AVAILABLE);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("NOT_APPLICABLE");
	}

}
