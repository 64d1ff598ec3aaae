package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rollcall.control.HubNight.AUDIT;
import static dev.rollcall.control.HubNight.MANAGEMENT;
import static dev.rollcall.control.HubNight.MEMBER;
import static dev.rollcall.control.HubNight.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code securityhub.standards}. */
class SecurityhubStandardsTests {

	private static final String CONTROL = "securityhub.standards";

	private static final String WANTED = "aws-foundational-security-best-practices";

	private static final String OTHER = "cis-aws-foundations-benchmark";

	@RegisterExtension
	final TestNight night = new TestNight();

	private final HubNight hubs = new HubNight(this.night);

	@BeforeEach
	void records() {
		this.hubs.recorder(MEMBER, REGION, true).recorder(MANAGEMENT, REGION, true).on(MEMBER, REGION);
	}

	@Test
	void judgesAccountCompliantWhoseStandardIsReady() {
		this.hubs.standards(MEMBER, REGION, WANTED, OTHER);
		assertThat(this.hubs.judge(CONTROL))
			.containsExactly(Judgement.of(MEMBER, REGION, "COMPLIANT", "All standards that are wanted are ready."));
	}

	@Test
	void isSatisfiedWithOneVersionThatWorks() {
		this.hubs.standards(MEMBER, REGION, WANTED).standard(MEMBER, REGION, WANTED, "FAILED", "");
		assertThat(this.hubs.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void judgesAccountNonCompliantThatLacksTheStandard() {
		this.hubs.standards(MEMBER, REGION, OTHER).on(MANAGEMENT, REGION).standards(MANAGEMENT, REGION);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "NON_COMPLIANT", "Not turned on: " + WANTED + "."),
				Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT", "Not turned on: " + WANTED + "."));
	}

	@ParameterizedTest
	@CsvSource({ MANAGEMENT + ", " + REGION, MEMBER + ", us-east-1" })
	void takesNoStandardForOneOfAnotherAccountOrRegion(String account, String region) {
		this.hubs.standards(MEMBER, REGION, WANTED).on(account, region).standards(account, region);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "COMPLIANT", "All standards that are wanted are ready."),
				Judgement.of(account, region, "NON_COMPLIANT", "Not turned on: " + WANTED + "."));
	}

	@Test
	void takesNoStandardForAnother() {
		this.hubs.standards(MEMBER, REGION, WANTED);
		assertThat(this.night.judge(Chosen.control(CONTROL, Map.of("standards", List.of(WANTED, OTHER)))))
			.contains(Judgement.of(MEMBER, REGION, "NON_COMPLIANT", "Not turned on: " + OTHER + "."));
	}

	@Test
	void judgesStandardNonCompliantThatIsReadyAndBlind() {
		this.hubs.standards(MEMBER, REGION)
			.standard(MEMBER, REGION, WANTED, "READY", "NO_AVAILABLE_CONFIGURATION_RECORDER");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(MEMBER, REGION, "NON_COMPLIANT",
				"Not working: " + WANTED + " is READY (NO_AVAILABLE_CONFIGURATION_RECORDER)."));
	}

	@Test
	void judgesStandardNonCompliantThatFailed() {
		this.hubs.standards(MEMBER, REGION).standard(MEMBER, REGION, WANTED, "INCOMPLETE", "");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "NON_COMPLIANT", "Not working: " + WANTED + " is INCOMPLETE."));
	}

	@Test
	void doesNotKnowStandardThatIsNotYetReady() {
		this.hubs.standards(MEMBER, REGION).standard(MEMBER, REGION, WANTED, "PENDING", "");
		assertThat(this.hubs.judge(CONTROL))
			.containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Not yet ready: " + WANTED + "."));
	}

	@Test
	void doesNotBelieveAStandardThatIsReadyWhereNothingRecords() {
		this.hubs.on(AUDIT, REGION)
			.on(MEMBER, "us-east-1")
			.standards(AUDIT, REGION, WANTED)
			.standards(MEMBER, "us-east-1", WANTED);
		this.hubs.recorder(AUDIT, REGION, false);
		this.night.cell(MEMBER, "config-recorder", "us-east-1", CellStatus.NOT_ENABLED);
		assertThat(this.hubs.judge(CONTROL)).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA",
					"The standards call themselves ready, and no recorder of the account's own is known to record here."))
			.hasSize(2);
	}

	@Test
	void doesNotKnowWhetherAnythingRecords() {
		this.hubs.on(AUDIT, REGION).standards(AUDIT, REGION, WANTED);
		this.night.denied(AUDIT, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		assertThat(this.hubs.judge(CONTROL)).extracting(Judgement::verdict, Judgement::reason)
			.containsExactly(tuple("INSUFFICIENT_DATA",
					"Whether AWS Config records what the standards look at could not be read:"
							+ " config:DescribeConfigurationRecorders was denied (AccessDenied); the permission"
							+ " config:DescribeConfigurationRecorders is missing."));
	}

	@Test
	void judgesAccountNonCompliantWhoseHubIsOff() {
		this.hubs.off(MANAGEMENT, REGION);
		assertThat(this.hubs.judge(CONTROL))
			.containsExactly(Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT", "Security Hub is off."));
	}

	@Test
	void doesNotKnowWhereHubAndStandardsDisagree() {
		this.night.cell(MEMBER, "securityhub-standards", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Its standards answer that Security Hub is off."));
	}

	@Test
	void namesTheDeniedOperation() {
		this.night.denied(MEMBER, "securityhub-standards", REGION, "securityhub:GetEnabledStandards");
		assertThat(this.hubs.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

}
