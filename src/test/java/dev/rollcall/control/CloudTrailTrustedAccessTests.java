package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.trusted_access}. */
class CloudTrailTrustedAccessTests {

	private static final String CONTROL = "cloudtrail.trusted_access";

	private static final String MANAGEMENT = "999999999999";

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:999999999999:trail/all";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailTrustedAccessTests() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MANAGEMENT, "config-rules", REGION)
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
	}

	@Test
	void judgesTrustedAccessCompliant() {
		managementRead().row("trusted_service", MANAGEMENT, "global",
				Map.of("service_principal", "cloudtrail.amazonaws.com"));
		assertThat(this.night.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, "COMPLIANT", "CloudTrail has trusted access to the organization."),
				Judgement.of(MANAGEMENT, "COMPLIANT", "CloudTrail has trusted access to the organization."));
	}

	@Test
	void judgesAnOrganizationTrailWithoutTrustedAccessNonCompliant() {
		managementRead()
			.row("trusted_service", MANAGEMENT, "global", Map.of("service_principal", "config.amazonaws.com"))
			.row("trail", MANAGEMENT, REGION, Map.of("arn", TRAIL, "organization_trail", true));
		assertThat(this.night.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, "NOT_APPLICABLE",
						"CloudTrail has no trusted access to the organization, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, "NON_COMPLIANT",
						"CloudTrail has no trusted access to the organization, which has the trail " + TRAIL + "."));
	}

	@Test
	void doesNotApplyWhereTheOrganizationHasNoTrail() {
		managementRead().row("trail", MANAGEMENT, REGION, Map.of("arn", TRAIL, "organization_trail", false))
			.row("trail", MEMBER, REGION,
					Map.of("arn", "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own", "organization_trail", true));
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(MANAGEMENT, "NOT_APPLICABLE",
				"CloudTrail has no trusted access to the organization, which has no trail either."));
	}

	@Test
	void doesNotKnowWhetherTheOrganizationHasATrail() {
		this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.denied(MANAGEMENT, "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(MANAGEMENT, "INSUFFICIENT_DATA",
				"cloudtrail:DescribeTrails was denied (AccessDenied); the permission cloudtrail:DescribeTrails is"
						+ " missing."));
	}

	@Test
	void namesTheDeniedOperation() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.denied(MANAGEMENT, "organizations-delegation", "global",
					"organizations:ListAWSServiceAccessForOrganization");
		assertThat(this.night.judge(CONTROL)).hasSize(2)
			.allSatisfy((judgement) -> assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA"))
			.allSatisfy((judgement) -> assertThat(judgement.reason())
				.startsWith("Which services the organization trusts could not be read in account " + MANAGEMENT
						+ ": organizations:ListAWSServiceAccessForOrganization was denied"));
	}

	@Test
	void saysOfCellsThatWereNotAskedWhatTheyAre() {
		managementRead()
			.row("trusted_service", MANAGEMENT, "global", Map.of("service_principal", "cloudtrail.amazonaws.com"))
			.member("222222222222")
			.cell("222222222222", "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.member("333333333333")
			.cell("333333333333", "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict)
			.containsExactly("COMPLIANT", "NOT_APPLICABLE", "INSUFFICIENT_DATA", "COMPLIANT");
	}

	private TestNight managementRead() {
		return this.night.read(MANAGEMENT, "organizations-delegation", "global")
			.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global");
	}

}
