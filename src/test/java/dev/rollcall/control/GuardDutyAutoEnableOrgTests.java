package dev.rollcall.control;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code guardduty.auto_enable_org}. */
class GuardDutyAutoEnableOrgTests {

	private static final String CONTROL = "guardduty.auto_enable_org";

	private static final String MEMBER = "111111111111";

	private static final String ADMINISTRATOR = "222222222222";

	private static final String SECOND = "333333333333";

	private static final String MANAGEMENT = "999999999999";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	GuardDutyAutoEnableOrgTests() {
		this.night.member(ADMINISTRATOR)
			.read(ADMINISTRATOR, "guardduty", REGION)
			.row("guardduty_administrator", MANAGEMENT, REGION,
					Map.of("administrator_id", ADMINISTRATOR, "status", "ENABLED"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					ALL  | true  | false | COMPLIANT         | GuardDuty is turned on by itself for all accounts.
					ALL  | -     | false | COMPLIANT         | GuardDuty is turned on by itself for all accounts.
					NEW  | true  | false | COMPLIANT         | GuardDuty is turned on by itself for new accounts.
					-    | true  | false | COMPLIANT         | GuardDuty is turned on by itself for new accounts.
					NONE | false | false | NON_COMPLIANT     | GuardDuty is turned on for nobody by itself.
					NONE | -     | false | NON_COMPLIANT     | GuardDuty is turned on for nobody by itself.
					-    | false | false | NON_COMPLIANT     | GuardDuty is turned on for nobody by itself.
					-    | -     | false | INSUFFICIENT_DATA | GuardDuty does not say for whom it is turned on.
					NEW  | false | false | INSUFFICIENT_DATA | GuardDuty says that it is turned on for NEW accounts, and also that it is not.
					ALL  | false | false | INSUFFICIENT_DATA | GuardDuty says that it is turned on for ALL accounts, and also that it is not.
					NONE | true  | false | INSUFFICIENT_DATA | GuardDuty says that it is turned on for nobody, and also that it is.
					ALL  | true  | true  | NON_COMPLIANT     | The administrator can take in no more members.
					ALL  | true  | -     | INSUFFICIENT_DATA | GuardDuty does not say whether more members can be taken in.
					""")
	void judgesForWhomGuardDutyIsTurnedOn(@Nullable String members, @Nullable Boolean auto, @Nullable Boolean full,
			String verdict, String reason) {
		organization("ENABLED", members, auto, full);
		feature("S3_DATA_EVENTS", "ALL");
		feature("EKS_RUNTIME_MONITORING", "NONE");
		judges(verdict, reason);
	}

	@Test
	void namesFeaturesThatNobodyGets() {
		organization("ENABLED", "ALL", true, false);
		feature("S3_DATA_EVENTS", "NONE");
		feature("EKS_AUDIT_LOGS", "NONE");
		feature("RDS_LOGIN_EVENTS", "NEW");
		judges("NON_COMPLIANT", "Turned on for nobody by itself: EKS_AUDIT_LOGS, S3_DATA_EVENTS.");
	}

	@Test
	void doesNotKnowWithoutFeatures() {
		organization("ENABLED", "ALL", true, false);
		this.night.row("guardduty_organization_feature", ADMINISTRATOR, "us-east-1",
				Map.of("feature", "S3_DATA_EVENTS", "auto_enable", "ALL"));
		judges("INSUFFICIENT_DATA", "Nothing is said of the features that are turned on.");
	}

	@Test
	void doesNotKnowAFeatureThatOnlyDetectorsName() {
		organization("ENABLED", "ALL", true, false);
		feature("S3_DATA_EVENTS", "ALL");
		for (String had : new String[] { "S3_DATA_EVENTS", "RDS_LOGIN_EVENTS", "DNS_LOGS", "EKS_AUDIT_LOGS" }) {
			this.night.row("guardduty_feature", MEMBER, had.startsWith("EKS") ? "us-east-1" : REGION,
					Map.of("detector_id", "d", "feature", had, "status", "ENABLED"));
		}
		this.night.row("guardduty_feature", ADMINISTRATOR, REGION,
				Map.of("detector_id", "a", "feature", "RDS_LOGIN_EVENTS", "status", "ENABLED"));
		judges("INSUFFICIENT_DATA",
				"Detectors have these here, and nothing says whether they are turned on: RDS_LOGIN_EVENTS.");
	}

	@Test
	void judgesEachAdministratorByItsOwnConfiguration() {
		this.night.member(SECOND);
		judgesApart(SECOND, REGION);
	}

	@Test
	void judgesEachRegionByItsOwnConfiguration() {
		judgesApart(ADMINISTRATOR, "us-east-1");
	}

	@Test
	void judgesASuspendedAdministratorNonCompliant() {
		organization("DISABLED", "ALL", true, false);
		feature("S3_DATA_EVENTS", "ALL");
		judges("NON_COMPLIANT", "The administrator's own GuardDuty is suspended.");
	}

	@Test
	void judgesAnAdministratorWithoutDetectorNonCompliant() {
		this.night.cell(ADMINISTRATOR, "guardduty-organization", REGION, CellStatus.NOT_ENABLED);
		judges("NON_COMPLIANT", "The administrator has no detector in this Region.");
	}

	@Test
	void judgesManagementWhereNobodyAdministers() {
		this.night.management(MANAGEMENT)
			.read(MANAGEMENT, "guardduty", "us-east-1")
			.cell(MANAGEMENT, "guardduty-organization", "us-east-1", CellStatus.NOT_ENABLED)
			.row("guardduty_administrator", MANAGEMENT, REGION,
					Map.of("administrator_id", MANAGEMENT, "status", "ENABLED"));
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(MANAGEMENT, "us-east-1", "NON_COMPLIANT",
				"Nobody administers GuardDuty for the organization in this Region."));
	}

	@Test
	void asksNoOtherAccount() {
		organization("ENABLED", "NONE", false, false);
		this.night.member(MEMBER).denied(MEMBER, "guardduty", REGION, "guardduty:ListDetectors");
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(MEMBER, REGION, "NOT_APPLICABLE",
				"Account " + ADMINISTRATOR + " answers for the organization in this Region."));
	}

	@Test
	void namesTheDeniedOperationToAll() {
		this.night.member(MEMBER)
			.read(MEMBER, "guardduty", REGION)
			.denied(ADMINISTRATOR, "guardduty-organization", REGION, "guardduty:ListMembers");
		assertThat(this.night.judge(CONTROL)).hasSize(2).allSatisfy((judgement) -> {
			assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA");
			assertThat(judgement.reason()).contains("guardduty:ListMembers");
		})
			.anySatisfy((judgement) -> assertThat(judgement.reason()).startsWith(
					"How GuardDuty is turned on for the organization could not be read in account " + ADMINISTRATOR));
	}

	@ParameterizedTest
	@EnumSource(names = { "ACCOUNT_NOT_ACTIVE", "REGION_DISABLED" })
	void doesNotTakeTheSilenceOfAnAdministratorForAnAnswer(CellStatus silent) {
		this.night.member(MEMBER)
			.read(MEMBER, "guardduty", "us-east-1")
			.cell(ADMINISTRATOR, "guardduty-organization", "us-east-1", silent)
			.row("guardduty_administrator", MANAGEMENT, "us-east-1",
					Map.of("administrator_id", ADMINISTRATOR, "status", "ENABLED"));
		assertThat(this.night.judge(CONTROL)).filteredOn((judgement) -> judgement.account().equals(MEMBER))
			.singleElement()
			.satisfies((judgement) -> {
				assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA");
				assertThat(judgement.reason())
					.startsWith("How GuardDuty is turned on for the organization could not be read in account "
							+ ADMINISTRATOR);
			});
	}

	@Test
	void doesNotKnowWhereNobodyWasAsked() {
		organization("ENABLED", "ALL", true, false);
		this.night.member(MEMBER).read(MEMBER, "guardduty", "us-east-1");
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(MEMBER, "us-east-1", "INSUFFICIENT_DATA",
				"Nobody was asked for the organization in this Region."));
	}

	@Test
	void doesNotKnowWithoutEvidence() {
		this.night.read(ADMINISTRATOR, "guardduty-organization", REGION);
		judges("INSUFFICIENT_DATA", "GuardDuty does not say for whom it is turned on.");
	}

	@Test
	void doesNotApplyWhereTheRegionIsDisabled() {
		this.night.member(MEMBER).cell(MEMBER, "guardduty", REGION, CellStatus.REGION_DISABLED);
		assertThat(this.night.judge(CONTROL))
			.contains(Judgement.of(MEMBER, REGION, "NOT_APPLICABLE", "The Region is not enabled in this account."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		organization("ENABLED", "ALL", true, false);
		this.night.member(MEMBER).cell(MEMBER, "guardduty", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge(CONTROL))
			.contains(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	private void judgesApart(String account, String region) {
		organization("ENABLED", "ALL", true, false);
		feature("S3_DATA_EVENTS", "ALL");
		feature("RDS_LOGIN_EVENTS", "ALL");
		this.night.read(account, "guardduty", region)
			.read(account, "guardduty-organization", region)
			.row("guardduty_organization", account, region,
					Map.of("detector_id", "o", "detector_status", "ENABLED", "auto_enable_members", "ALL",
							"member_account_limit_reached", false))
			.row("guardduty_organization_feature", account, region,
					Map.of("feature", "S3_DATA_EVENTS", "auto_enable", "ALL"))
			.row("guardduty_feature", account, region,
					Map.of("detector_id", "o", "feature", "RDS_LOGIN_EVENTS", "status", "ENABLED"));
		assertThat(this.night.judge(CONTROL)).containsExactly(
				Judgement.of(ADMINISTRATOR, REGION, "COMPLIANT", "GuardDuty is turned on by itself for all accounts."),
				Judgement.of(account, region, "INSUFFICIENT_DATA",
						"Detectors have these here, and nothing says whether they are turned on: RDS_LOGIN_EVENTS."));
	}

	private void organization(String status, @Nullable String members, @Nullable Boolean auto, @Nullable Boolean full) {
		Map<String, @Nullable Object> row = new HashMap<>(Map.of("detector_id", "d", "detector_status", status));
		row.put("auto_enable_members", members);
		row.put("auto_enable", auto);
		row.put("member_account_limit_reached", full);
		row.values().removeIf((value) -> value == null);
		this.night.read(ADMINISTRATOR, "guardduty-organization", REGION)
			.row("guardduty_organization", ADMINISTRATOR, REGION, row);
	}

	private void feature(String feature, String autoEnable) {
		this.night.row("guardduty_organization_feature", ADMINISTRATOR, REGION,
				Map.of("feature", feature, "auto_enable", autoEnable));
	}

	private void judges(String verdict, String reason) {
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(ADMINISTRATOR, REGION, verdict, reason));
	}

}
