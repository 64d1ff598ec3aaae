package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.rollcall.control.HubNight.AUDIT;
import static dev.rollcall.control.HubNight.MANAGEMENT;
import static dev.rollcall.control.HubNight.MEMBER;
import static dev.rollcall.control.HubNight.REGION;
import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code securityhub.failed_critical}. */
class SecurityhubFailedCriticalTests {

	private static final String CONTROL = "securityhub.failed_critical";

	private static final String HOME = "us-east-1";

	private static final String STANDARD = "cis-aws-foundations-benchmark";

	private static final String NOTHING = "No finding of critical severity fails but those that somebody suppressed or resolved.";

	@RegisterExtension
	final TestNight night = new TestNight();

	private final HubNight hubs = new HubNight(this.night);

	/** Findings come home, and were read there. */
	private HubNight inOrder() {
		this.night.read(AUDIT, "securityhub-findings", "global");
		return this.hubs.administered(REGION)
			.aggregates(HOME, "ALL_REGIONS")
			.findings(HOME, false)
			.on(MEMBER, REGION)
			.member(MEMBER, REGION, "Enabled")
			.standards(MEMBER, REGION, STANDARD)
			.recorder(MEMBER, REGION, true);
	}

	private void count(String account, String severity, long failed, boolean capped, String... controls) {
		this.night.row("securityhub_finding_count", account, REGION, Map.of("severity", severity, "failed", failed,
				"capped", capped, "security_control_ids", List.of(controls), "read_in", HOME));
	}

	@Test
	void judgesAccountCompliantOfWhichNothingFails() {
		inOrder();
		count(MEMBER, "HIGH", 7, false, "S3.1");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(MEMBER, REGION, "COMPLIANT", NOTHING));
	}

	@Test
	void judgesAccountNonCompliantOfWhichSomethingFails() {
		inOrder().on(MANAGEMENT, REGION).on(AUDIT, REGION);
		count(MEMBER, "CRITICAL", 2, false, "IAM.4", "IAM.6");
		count(MANAGEMENT, "CRITICAL", 5, true, "IAM.6");
		count(AUDIT, "CRITICAL", 1, false);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "NON_COMPLIANT", "2 of critical severity fail: IAM.4, IAM.6."),
				Judgement.of(AUDIT, REGION, "NON_COMPLIANT", "1 of critical severity fail: controls without id."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT", "At least 5 of critical severity fail: IAM.6."));
	}

	@Test
	void doesNotKnowWhereNotAllFindingsWereRead() {
		this.night.read(AUDIT, "securityhub-findings", "global");
		this.hubs.administered(REGION)
			.aggregates(HOME, "ALL_REGIONS")
			.findings(HOME, true)
			.on(MEMBER, REGION)
			.member(MEMBER, REGION, "Enabled")
			.standards(MEMBER, REGION, STANDARD);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
				"There are more findings of critical severity than were read."));
	}

	@Test
	void knowsRegionOfItsOwnWhereNothingIsBroughtTogether() {
		this.night.read(AUDIT, "securityhub-findings", "global");
		this.hubs.administered(REGION)
			.findings(REGION, false)
			.on(AUDIT, REGION)
			.standards(AUDIT, REGION, STANDARD)
			.recorder(AUDIT, REGION, true);
		assertThat(this.hubs.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void doesNotKnowFindingsThatDoNotComeHome() {
		inOrder().on(MANAGEMENT, REGION)
			.standards(MANAGEMENT, REGION, STANDARD)
			.administered("eu-west-2")
			.on(MEMBER, "eu-west-2")
			.member(MEMBER, "eu-west-2", "Enabled")
			.standards(MEMBER, "eu-west-2", STANDARD)
			.recorder(MEMBER, "eu-west-2", true);
		assertThat(this.hubs.judge(CONTROL, MANAGEMENT, REGION)).isEqualTo(Judgement.of(MANAGEMENT, REGION,
				"INSUFFICIENT_DATA", "Its findings are not among those that were read."));
		assertThat(this.hubs.judge(CONTROL, MEMBER, "eu-west-2").verdict()).isEqualTo("COMPLIANT");
	}

	@Test
	void doesNotKnowFindingsOfARegionThatIsNotLinked() {
		this.night.read(AUDIT, "securityhub-findings", "global");
		this.hubs.administered(REGION)
			.aggregates(HOME, "NO_REGIONS")
			.findings(HOME, false)
			.on(AUDIT, REGION)
			.standards(AUDIT, REGION, STANDARD);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA", "Its findings are not among those that were read."));
	}

	@Test
	void doesNotKnowFindingsThatAnotherAdministratorRead() {
		this.night.read(AUDIT, "securityhub-findings", "global");
		this.hubs.administered(REGION)
			.aggregates(HOME, "NO_REGIONS")
			.findings(HOME, false)
			.aggregator(MANAGEMENT, HOME, "ALL_REGIONS")
			.findings(MANAGEMENT, HOME, false)
			.on(AUDIT, REGION)
			.standards(AUDIT, REGION, STANDARD);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA", "Its findings are not among those that were read."));
	}

	@Test
	void doesNotKnowFindingsOfAHomeRegionThatWasNotRead() {
		this.night.read(AUDIT, "securityhub-findings", "global");
		this.hubs.administered(REGION)
			.aggregates(HOME, "NO_REGIONS")
			.aggregator(AUDIT, "eu-west-2", "ALL_REGIONS")
			.findings(HOME, false)
			.on(AUDIT, REGION)
			.standards(AUDIT, REGION, STANDARD);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA", "Its findings are not among those that were read."));
	}

	@Test
	void countsWhatFailsInItsOwnRegion() {
		inOrder().administered(HOME)
			.on(MEMBER, HOME)
			.member(MEMBER, HOME, "Enabled")
			.standards(MEMBER, HOME, STANDARD)
			.recorder(MEMBER, HOME, true);
		count(MEMBER, "CRITICAL", 2, false, "IAM.4");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "NON_COMPLIANT", "2 of critical severity fail: IAM.4."),
				Judgement.of(MEMBER, HOME, "COMPLIANT", NOTHING));
	}

	@Test
	void doesNotTakeTheSilenceOfAHubForGood() {
		inOrder().off(MANAGEMENT, REGION).member(MANAGEMENT, REGION, "Enabled");
		assertThat(this.hubs.judge(CONTROL)).contains(
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA", "Nothing says whether Security Hub is on."));
	}

	@Test
	void doesNotTakeTheSilenceOfAnAdministratorForGoodWhoseOwnIsOff() {
		inOrder().off(AUDIT, REGION);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"The administrator " + AUDIT
								+ " answers for the organization, and its own Security Hub is off in this Region."),
				Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA", "Security Hub is off: nothing would be found."));
	}

	@Test
	void doesNotTakeTheSilenceOfBlindStandardsForGood() {
		inOrder().on(MANAGEMENT, REGION)
			.member(MANAGEMENT, REGION, "Enabled")
			.standards(MANAGEMENT, REGION)
			.standard(MANAGEMENT, REGION, STANDARD, "READY", "NO_AVAILABLE_CONFIGURATION_RECORDER")
			.on(AUDIT, REGION)
			.standards(AUDIT, REGION)
			.standard(AUDIT, REGION, STANDARD, "FAILED", "");
		assertThat(this.hubs.judge(CONTROL)).contains(
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA",
						"No standard works here: nothing would be found."),
				Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA", "No standard works here: nothing would be found."));
	}

	@Test
	void doesNotTakeTheSilenceForGoodWhereNothingIsRecorded() {
		inOrder().on(AUDIT, REGION)
			.standards(AUDIT, REGION, STANDARD)
			.recorder(AUDIT, REGION, false)
			.on(MANAGEMENT, REGION)
			.member(MANAGEMENT, REGION, "Enabled")
			.standards(MANAGEMENT, REGION, STANDARD);
		this.night.denied(MANAGEMENT, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		assertThat(this.hubs.judge(CONTROL)).contains(
				Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA",
						"No recorder of the account's own is known to record here: nothing would be found."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA",
						"Whether AWS Config records what the standards look at could not be read:"
								+ " config:DescribeConfigurationRecorders was denied (AccessDenied); the permission"
								+ " config:DescribeConfigurationRecorders is missing."));
	}

	@Test
	void namesWhatCouldNotBeRead() {
		inOrder().on(AUDIT, REGION);
		this.night.denied(AUDIT, "securityhub-standards", REGION, "securityhub:GetEnabledStandards")
			.denied(MANAGEMENT, "securityhub", REGION, "securityhub:DescribeHub");
		assertThat(this.hubs.judge(CONTROL)).contains(
				Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA",
						"securityhub:GetEnabledStandards was denied (AccessDenied); the permission"
								+ " securityhub:GetEnabledStandards is missing."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA",
						"securityhub:DescribeHub was denied (AccessDenied); the permission securityhub:DescribeHub is missing."));
	}

	@Test
	void namesTheDeniedFindings() {
		this.hubs.administered(REGION).on(MEMBER, REGION);
		this.night.denied(AUDIT, "securityhub-findings", "global", "securityhub:GetFindings");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement
			.of(MEMBER, REGION, "INSUFFICIENT_DATA", "The failed findings could not be read in account " + AUDIT
					+ ": securityhub:GetFindings was denied (AccessDenied); the permission securityhub:GetFindings is missing."));
	}

	@Test
	void doesNotKnowMembersThatCouldNotBeRead() {
		this.night.read(AUDIT, "securityhub-findings", "global");
		this.hubs.named(REGION, AUDIT).aggregates(HOME, "ALL_REGIONS").findings(HOME, false).on(MEMBER, REGION);
		this.night.denied(AUDIT, "securityhub-organization", REGION, "securityhub:ListMembers");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement
			.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Its members could not be read in account " + AUDIT
					+ ": securityhub:ListMembers was denied (AccessDenied); the permission securityhub:ListMembers is missing."));
	}

	@Test
	void doesNotKnowWhereNobodyWasAsked() {
		this.hubs.on(MEMBER, REGION);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Nobody was asked for the organization's findings."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActiveNorKnowWhatWasExcluded() {
		inOrder();
		count(MANAGEMENT, "CRITICAL", 2, false, "IAM.6");
		this.night.cell(AUDIT, "securityhub", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(MANAGEMENT, "securityhub", REGION, CellStatus.EXCLUDED);
		assertThat(this.hubs.judge(CONTROL)).contains(
				Judgement.of(AUDIT, REGION, "NOT_APPLICABLE", "The account is not active."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
