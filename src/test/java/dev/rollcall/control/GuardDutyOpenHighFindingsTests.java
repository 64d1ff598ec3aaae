package dev.rollcall.control;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code guardduty.open_high_findings}; the night is of 23 November. */
class GuardDutyOpenHighFindingsTests {

	private static final String CONTROL = "guardduty.open_high_findings";

	private static final String ACCOUNT = "111111111111";

	private static final String ADMINISTRATOR = "222222222222";

	private static final String REGION = "eu-west-1";

	private static final String OLD = "2026-11-15T23:59:00Z";

	private static final String YOUNG = "2026-11-16T00:01:00Z";

	private static final String NONE_OPEN = "None of high or critical severity is open; 0 are archived.";

	@RegisterExtension
	final TestNight night = new TestNight();

	GuardDutyOpenHighFindingsTests() {
		this.night.member(ACCOUNT);
	}

	/** An account whose detector looks, and which said itself what there is. */
	private GuardDutyOpenHighFindingsTests asked() {
		this.night.read(ACCOUNT, "guardduty-findings", REGION);
		return detector("ENABLED");
	}

	/** The same, for which its administrator answered. */
	private GuardDutyOpenHighFindingsTests answered() {
		this.night.answered(ACCOUNT, "guardduty-findings", REGION, ADMINISTRATOR);
		return detector("ENABLED");
	}

	private GuardDutyOpenHighFindingsTests detector(String status) {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "d", "status", status));
		return this;
	}

	private GuardDutyOpenHighFindingsTests counted(String by, long critical, long high, boolean whole) {
		Map<String, Object> row = new HashMap<>(Map.of("critical", critical, "high", high, "medium", 7, "low", 9,
				"archived", 0, "described", critical + high, "whole", whole, "capped", !whole));
		row.putAll(by(by));
		this.night.row("guardduty_finding_count", ACCOUNT, REGION, row);
		return this;
	}

	private GuardDutyOpenHighFindingsTests finding(String by, String id, String type, String createdAt) {
		return finding(by, id, type, createdAt, false);
	}

	private GuardDutyOpenHighFindingsTests finding(String by, String id, String type, String createdAt,
			boolean sample) {
		Map<String, Object> row = new HashMap<>(
				Map.of("finding_id", id, "type", type, "severity", "HIGH", "created_at", createdAt, "sample", sample));
		row.putAll(by(by));
		this.night.row("guardduty_finding", ACCOUNT, REGION, row);
		return this;
	}

	private static Map<String, String> by(String who) {
		return who.equals(ACCOUNT) ? Map.of() : Map.of("administrator_id", who);
	}

	private void judges(String verdict, String reason) {
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, REGION, verdict, reason));
	}

	@ParameterizedTest
	@ValueSource(strings = { ACCOUNT, ADMINISTRATOR })
	void judgesAccountCompliantOfWhichNothingIsOpen(String by) {
		(by.equals(ACCOUNT) ? asked() : answered()).counted(by, 0, 0, true);
		judges("COMPLIANT", NONE_OPEN);
	}

	@Test
	void saysHowManyAreArchived() {
		asked();
		this.night.row("guardduty_finding_count", ACCOUNT, REGION,
				Map.of("critical", 0, "high", 0, "archived", 3, "whole", true));
		judges("COMPLIANT", "None of high or critical severity is open; 3 are archived.");
	}

	@ParameterizedTest
	@ValueSource(strings = { ACCOUNT, ADMINISTRATOR })
	void judgesAccountNonCompliantOfWhichSomethingIsOpenForLong(String by) {
		(by.equals(ACCOUNT) ? asked() : answered()).counted(by, 1, 2, true)
			.finding(by, "a", "Trojan:B", "2026-11-01T10:00:00Z")
			.finding(by, "b", "Backdoor:A", OLD)
			.finding(by, "c", "Backdoor:C", YOUNG);
		judges("NON_COMPLIANT", "2 of high or critical severity are open for more than 7 days, the oldest since"
				+ " 2026-11-01: Backdoor:A, Trojan:B.");
	}

	@Test
	void letsFindingsBeOpenForSomeDays() {
		asked().counted(ACCOUNT, 1, 1, true)
			.finding(ACCOUNT, "a", "Trojan:B", YOUNG)
			.finding(ACCOUNT, "b", "Trojan:B", "2026-11-22T23:00:00Z");
		judges("COMPLIANT", "Of high or critical severity 2 are open, none for more than 7 days; 0 are archived.");
	}

	@Test
	void takesNoSampleForAFinding() {
		asked().counted(ACCOUNT, 0, 1, true).finding(ACCOUNT, "a", "Trojan:B", OLD, true);
		judges("COMPLIANT", "Of high or critical severity 1 are open, none for more than 7 days; 0 are archived.");
	}

	@Test
	void takesFailureFromADetectorThatIsSuspended() {
		this.night.read(ACCOUNT, "guardduty-findings", REGION);
		detector("DISABLED").counted(ACCOUNT, 0, 1, true).finding(ACCOUNT, "a", "Trojan:B", OLD);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("NON_COMPLIANT");
	}

	@Test
	void takesNoSilenceOfADetectorThatIsSuspendedForGood() {
		this.night.read(ACCOUNT, "guardduty-findings", REGION);
		detector("DISABLED").counted(ACCOUNT, 0, 0, true);
		judges("INSUFFICIENT_DATA", "GuardDuty is suspended: nothing new would be found.");
	}

	@Test
	void takesNoSilenceWithoutADetectorForGood() {
		this.night.cell(ACCOUNT, "guardduty", REGION, CellStatus.NOT_ENABLED)
			.cell(ACCOUNT, "guardduty-findings", REGION, CellStatus.NOT_ENABLED);
		finding(ADMINISTRATOR, "a", "Trojan:B", OLD);
		judges("INSUFFICIENT_DATA", "GuardDuty is off: nothing would be found.");
	}

	@Test
	void doesNotKnowWhereNothingSaysWhetherTheDetectorLooks() {
		this.night.read(ACCOUNT, "guardduty-findings", REGION);
		counted(ACCOUNT, 0, 0, true);
		judges("INSUFFICIENT_DATA", "Nothing says whether GuardDuty is on.");
	}

	@Test
	void doesNotKnowWhereAccountAndAdministratorDisagreeAboutTheDetector() {
		asked().counted(ACCOUNT, 0, 0, true);
		this.night.row("guardduty_member", ACCOUNT, REGION,
				Map.of("administrator_id", ADMINISTRATOR, "relationship_status", "Disabled"));
		judges("INSUFFICIENT_DATA", "The administrator " + ADMINISTRATOR
				+ " calls the account Disabled, and the account's own answer is ON.");
	}

	@Test
	void doesNotKnowWhatTheAdministratorOfAFormerMemberAloneShows() {
		asked().counted(ACCOUNT, 0, 0, true)
			.finding(ADMINISTRATOR, "a", "Trojan:B", OLD)
			.finding("000000000009", "b", "Backdoor:A", YOUNG);
		judges("INSUFFICIENT_DATA", "The administrator " + ADMINISTRATOR
				+ " shows findings open for more than 7 days that the account itself does not show: Trojan:B.");
	}

	@Test
	void countsOnceWhatAccountAndAdministratorShow() {
		asked().counted(ACCOUNT, 0, 1, true)
			.finding(ACCOUNT, "a", "Trojan:B", OLD)
			.finding(ADMINISTRATOR, "a", "Trojan:B", OLD);
		judges("NON_COMPLIANT",
				"1 of high or critical severity are open for more than 7 days, the oldest since 2026-11-15: Trojan:B.");
	}

	/** Whoever could not say, or not all, says nothing against it. */
	@Test
	void takesTheWordOfTheAdministratorWhereTheAccountSaysNothingAgainstIt() {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.denied(ACCOUNT, "guardduty-findings", REGION, "guardduty:ListFindings");
		finding(ADMINISTRATOR, "a", "Trojan:B", OLD);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("NON_COMPLIANT");
	}

	@Test
	void takesTheWordOfTheAdministratorWhereTheAccountsListIsNotWhole() {
		asked().counted(ACCOUNT, 0, 1, false)
			.finding(ACCOUNT, "b", "Trojan:B", YOUNG)
			.finding(ADMINISTRATOR, "a", "Trojan:B", OLD);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("NON_COMPLIANT");
	}

	@Test
	void doesNotKnowWhatWasNotReadOfMany() {
		asked().counted(ACCOUNT, 1_200, 400, false).finding(ACCOUNT, "a", "Trojan:B", YOUNG);
		judges("INSUFFICIENT_DATA",
				"Of 1600 of high or critical severity only 1 were read, none of them open for more than 7 days.");
	}

	@Test
	void doesNotKnowWhereWhoeverCountsDoesNotSeeEverything() {
		asked().counted(ACCOUNT, 0, 1, false).finding(ACCOUNT, "a", "Trojan:B", YOUNG);
		judges("INSUFFICIENT_DATA", "Not all of high or critical severity were read.");
	}

	@Test
	void takesNoCountOfAnotherForTheAccountsOwn() {
		asked().counted(ADMINISTRATOR, 0, 0, true);
		judges("INSUFFICIENT_DATA", "Nothing says how many findings are open.");
	}

	@Test
	void doesNotKnowWithoutEvidence() {
		asked();
		judges("INSUFFICIENT_DATA", "Nothing says how many findings are open.");
	}

	@Test
	void keepsAccountsAndRegionsApart() {
		String other = "333333333333";
		asked().counted(ACCOUNT, 0, 0, true);
		Map<String, ?> count = Map.of("critical", 5, "high", 0, "archived", 0, "whole", false);
		Map<String, ?> finding = Map.of("finding_id", "a", "type", "Trojan:B", "created_at", OLD, "sample", false);
		this.night.member(other)
			.read(ACCOUNT, "guardduty-findings", "us-east-1")
			.cell(ACCOUNT, "guardduty", "us-east-1", CellStatus.NOT_ENABLED)
			.row("guardduty_finding_count", ACCOUNT, "us-east-1", count)
			.read(other, "guardduty-findings", REGION)
			.denied(other, "guardduty", REGION, "guardduty:GetDetector")
			.row("guardduty_finding_count", other, REGION, count)
			.row("guardduty_finding", other, REGION, finding)
			.row("guardduty_finding", ACCOUNT, "us-east-1", finding);
		String failing = "1 of high or critical severity are open for more than 7 days, the oldest since 2026-11-15: Trojan:B.";
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, REGION, "COMPLIANT", NONE_OPEN),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT", failing),
				Judgement.of(other, REGION, "NON_COMPLIANT", failing));
	}

	@Test
	void takesNoCountOfAnotherAccountFromTheSameAdministrator() {
		answered().counted(ADMINISTRATOR, 0, 0, true);
		this.night.row("guardduty_finding_count", "333333333333", REGION,
				Map.of("critical", 5, "high", 0, "archived", 0, "whole", false, "administrator_id", ADMINISTRATOR));
		judges("COMPLIANT", NONE_OPEN);
	}

	@ParameterizedTest
	@CsvSource({ "guardduty-findings, guardduty:ListFindings", "guardduty, guardduty:GetDetector" })
	void namesTheDeniedOperation(String source, String operation) {
		this.night.read(ACCOUNT, source.equals("guardduty") ? "guardduty-findings" : "guardduty", REGION);
		counted(ACCOUNT, 0, 0, true);
		this.night.denied(ACCOUNT, source, REGION, operation);
		judges("INSUFFICIENT_DATA",
				operation + " was denied (AccessDenied); the permission " + operation + " is missing.");
	}

	@ParameterizedTest
	@CsvSource({ "ACCOUNT_NOT_ACTIVE, NOT_APPLICABLE", "NOT_AVAILABLE, NOT_APPLICABLE", "EXCLUDED, INSUFFICIENT_DATA" })
	void doesNotApplyWhereNobodyIsAsked(CellStatus status, String verdict) {
		this.night.cell(ACCOUNT, "guardduty", REGION, status).cell(ACCOUNT, "guardduty-findings", REGION, status);
		finding(ADMINISTRATOR, "a", "Trojan:B", OLD);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly(verdict);
	}

}
