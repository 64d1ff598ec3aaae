package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.rollcall.control.HubNight.AUDIT;
import static dev.rollcall.control.HubNight.MANAGEMENT;
import static dev.rollcall.control.HubNight.MEMBER;
import static dev.rollcall.control.HubNight.REGION;
import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code securityhub.enabled}. */
class SecurityhubEnabledTests {

	@RegisterExtension
	final TestNight night = new TestNight();

	private final HubNight hubs = new HubNight(this.night);

	@Test
	void judgesHubCompliantThatIsOnByItsOwnWordOrByPolicy() {
		this.hubs.administered(REGION)
			.on(MEMBER, REGION)
			.proven(MANAGEMENT, REGION)
			.member(MANAGEMENT, REGION, "Enabled")
			.proven(AUDIT, REGION);
		assertThat(this.hubs.judge("securityhub.enabled")).containsExactly(
				Judgement.of(MEMBER, REGION, "COMPLIANT", "Security Hub is on, as the account itself says."),
				Judgement.of(AUDIT, REGION, "COMPLIANT", "Security Hub is on, as the policy policy-on has it."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT", "Security Hub is on, as the policy policy-on has it."));
	}

	@Test
	void judgesHubNonCompliantThatIsOffWhateverTheOtherServiceIs() {
		this.hubs.administered(REGION, "us-east-1").off(MEMBER, REGION).off(MEMBER, "us-east-1");
		this.night.read(MEMBER, "securityhub-v2", REGION)
			.cell(MEMBER, "securityhub-v2", "us-east-1", CellStatus.NOT_ENABLED);
		assertThat(this.hubs.judge("securityhub.enabled")).containsExactly(
				Judgement.of(MEMBER, REGION, "NON_COMPLIANT",
						"Security Hub is off; Security Hub v2, which is on, checks no standards."),
				Judgement.of(MEMBER, "us-east-1", "NON_COMPLIANT", "Security Hub is off."));
	}

	@Test
	void doesNotKnowWhereTheAccountContradictsItsAdministrator() {
		this.hubs.administered(REGION).off(MEMBER, REGION).member(MEMBER, REGION, "Enabled");
		assertThat(this.hubs.judge("securityhub.enabled"))
			.containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "The administrator " + AUDIT
					+ " calls the account Enabled, and the account's own answer is that Security Hub is off."));
	}

	@Test
	void doesNotKnowWhereTheAdministratorContradictsThePolicy() {
		this.hubs.administered(REGION)
			.proven(MEMBER, REGION)
			.member(MEMBER, REGION, "Removed")
			.proven(MANAGEMENT, REGION);
		assertThat(this.hubs.judge("securityhub.enabled")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"Security Hub is on as the policy policy-on has it, and the administrator " + AUDIT
								+ " calls the account Removed."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA",
						"Security Hub is on as the policy policy-on has it, and the administrator " + AUDIT
								+ " does not list the account."));
	}

	@Test
	void doesNotKnowWhereTheAccountContradictsThePolicyOrItself() {
		this.hubs.administered(REGION).proven(MEMBER, REGION).member(MEMBER, REGION, "Enabled").on(MANAGEMENT, REGION);
		this.night.cell(MEMBER, "securityhub-standards", REGION, CellStatus.NOT_ENABLED)
			.cell(MANAGEMENT, "securityhub-standards", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.hubs.judge("securityhub.enabled")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"Security Hub is on as the policy policy-on has it, and its standards answer that it is off."),
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA",
						"Security Hub is on as the account says, and its standards answer that it is off."));
	}

	@Test
	void takesAPolicyForNothingWhereTheAdministratorDoesNotVouchForIt() {
		this.hubs.named(REGION, AUDIT).proven(MEMBER, REGION).proven(MEMBER, "us-east-1");
		this.night.denied(AUDIT, "securityhub-organization", REGION, "securityhub:ListMembers")
			.cell(MANAGEMENT, "securityhub-organization", "us-east-1", CellStatus.NOT_ENABLED);
		assertThat(this.hubs.judge("securityhub.enabled")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA",
				"Security Hub is on as the policy policy-on has it. Its members could not be read in account " + AUDIT
						+ ": securityhub:ListMembers was denied (AccessDenied); the permission securityhub:ListMembers is missing."),
				Judgement.of(MEMBER, "us-east-1", "INSUFFICIENT_DATA",
						"Security Hub is on as the policy policy-on has it, and nobody who administers this Region says so."));
	}

	@Test
	void needsNoAdministratorForWhatTheAccountItselfSays() {
		this.hubs.on(MEMBER, REGION).off(MANAGEMENT, REGION);
		this.night.denied(AUDIT, "securityhub-organization", REGION, "securityhub:ListMembers");
		assertThat(this.hubs.judge("securityhub.enabled")).extracting(Judgement::verdict)
			.containsExactly("COMPLIANT", "NON_COMPLIANT");
	}

	@Test
	void namesTheDeniedOperation() {
		this.night.denied(MEMBER, "securityhub", REGION, "securityhub:DescribeHub");
		assertThat(this.hubs.judge("securityhub.enabled")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "securityhub:DescribeHub was denied (AccessDenied);"
						+ " the permission securityhub:DescribeHub is missing."));
	}

	@Test
	void doesNotKnowWhatNoEvidenceSays() {
		this.night.read(MEMBER, "securityhub", REGION).row("securityhub_hub", MANAGEMENT, REGION, Map.of());
		this.night.row("securityhub_hub", MEMBER, "us-east-1", Map.of());
		assertThat(this.hubs.judge("securityhub.enabled")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Nothing says whether Security Hub is on."));
	}

}
