package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code guardduty.features}. */
class GuardDutyFeaturesTests {

	private static final String CONTROL = "guardduty.features";

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "333333333333";

	private static final String REGION = "eu-west-1";

	private static final List<String> ALL = List.of("CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS", "S3_DATA_EVENTS",
			"EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS",
			"RUNTIME_MONITORING");

	@RegisterExtension
	final TestNight night = new TestNight();

	GuardDutyFeaturesTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesADetectorThatLooksAtAllCompliant() {
		detector("ENABLED");
		ALL.forEach((feature) -> feature(feature, "ENABLED", null));
		feature("EKS_RUNTIME_MONITORING", "DISABLED", null);
		judges("COMPLIANT", "Everything wanted is on.");
	}

	@Test
	void namesWhatIsTurnedOff() {
		detector("ENABLED");
		ALL.forEach((feature) -> feature(feature, feature.startsWith("E") ? "DISABLED" : "ENABLED", null));
		feature("S3_DATA_EVENTS", "ENABLED", "DISABLED");
		judges("NON_COMPLIANT", "Turned off: EBS_MALWARE_PROTECTION, EKS_AUDIT_LOGS.");
	}

	@Test
	void doesNotMissWhatNoDetectorOfTheRegionHas() {
		detector("ENABLED");
		ALL.stream()
			.filter((feature) -> !feature.startsWith("RDS"))
			.forEach((feature) -> feature(feature, "ENABLED", "ENABLED"));
		this.night.row("guardduty_feature", OTHER, "us-east-1",
				Map.of("detector_id", "o", "feature", "RDS_LOGIN_EVENTS", "status", "ENABLED"));
		judges("COMPLIANT", "Everything wanted is on that the Region has; it lacks RDS_LOGIN_EVENTS.");
	}

	@Test
	void doesNotKnowWhatAnotherDetectorOfTheRegionHas() {
		detector("ENABLED");
		ALL.stream()
			.filter((feature) -> !feature.startsWith("RDS"))
			.forEach((feature) -> feature(feature, "ENABLED", null));
		this.night.row("guardduty_feature", OTHER, REGION,
				Map.of("detector_id", "o", "feature", "RDS_LOGIN_EVENTS", "status", "DISABLED"));
		judges("INSUFFICIENT_DATA", "Nothing says whether these are on: RDS_LOGIN_EVENTS.");
	}

	@Test
	void doesNotTakeWhatEveryDetectorHasForLacking() {
		detector("ENABLED");
		ALL.stream()
			.filter((feature) -> !feature.equals("DNS_LOGS"))
			.forEach((feature) -> feature(feature, "ENABLED", null));
		judges("INSUFFICIENT_DATA", "Nothing says whether these are on: DNS_LOGS.");
	}

	@Test
	void doesNotKnowWhereTwoListsDisagree() {
		detector("ENABLED");
		ALL.forEach((feature) -> feature(feature, "ENABLED", feature.equals("DNS_LOGS") ? "DISABLED" : null));
		judges("INSUFFICIENT_DATA", "The list of features and that of data sources disagree: DNS_LOGS.");
	}

	@Test
	void doesNotKnowADetectorThatSaysNothing() {
		detector("ENABLED");
		judges("INSUFFICIENT_DATA",
				"Nothing says whether these are on: " + String.join(", ", ALL.stream().sorted().toList()) + ".");
	}

	@Test
	void takesNoOtherAccountsDetectorAtItsWord() {
		this.night.member(OTHER);
		judgesApart(OTHER, REGION);
	}

	@Test
	void takesNoOtherRegionsDetectorAtItsWord() {
		judgesApart(ACCOUNT, "us-east-1");
	}

	@Test
	void doesNotApplyWhereTheRegionHasNothingOfWhatIsWanted() {
		detector("ENABLED");
		feature("DNS_LOGS", "ENABLED", null);
		assertThat(this.night.judge(Chosen.control(CONTROL, Map.of("features", List.of("RDS_LOGIN_EVENTS")))))
			.containsExactly(
					Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The Region has nothing of what is wanted."));
	}

	@Test
	void judgesASuspendedDetectorNonCompliant() {
		detector("DISABLED");
		ALL.forEach((feature) -> feature(feature, "ENABLED", null));
		judges("NON_COMPLIANT", "GuardDuty is suspended.");
	}

	@Test
	void judgesAnAccountWithoutDetectorNonCompliant() {
		this.night.cell(ACCOUNT, "guardduty", REGION, CellStatus.NOT_ENABLED);
		judges("NON_COMPLIANT", "GuardDuty is off: there is no detector.");
	}

	@Test
	void doesNotKnowWithoutEvidence() {
		this.night.read(ACCOUNT, "guardduty", REGION);
		judges("INSUFFICIENT_DATA", "Nothing says whether GuardDuty is on.");
	}

	@Test
	void doesNotKnowWhereAccountAndAdministratorDisagree() {
		detector("DISABLED");
		this.night.row("guardduty_member", ACCOUNT, REGION,
				Map.of("administrator_id", OTHER, "relationship_status", "Enabled"));
		judges("INSUFFICIENT_DATA", "The administrator " + OTHER
				+ " calls the account Enabled, and the account's own answer is SUSPENDED.");
	}

	@Test
	void missesWhatTheAdministratorOfTheRegionCouldTurnOn() {
		detector("ENABLED");
		ALL.stream()
			.filter((feature) -> !feature.startsWith("RDS"))
			.forEach((feature) -> feature(feature, "ENABLED", "ENABLED"));
		this.night.row("guardduty_organization_feature", OTHER, REGION,
				Map.of("feature", "RDS_LOGIN_EVENTS", "auto_enable", "NONE"));
		judges("INSUFFICIENT_DATA", "Nothing says whether these are on: RDS_LOGIN_EVENTS.");
	}

	private void judgesApart(String account, String region) {
		detector("ENABLED");
		ALL.stream()
			.filter((feature) -> !feature.startsWith("RDS"))
			.forEach((feature) -> feature(feature, "ENABLED", null));
		this.night.read(account, "guardduty", region)
			.row("guardduty_detector", account, region, Map.of("detector_id", "o", "status", "ENABLED"));
		assertThat(this.night.judge(CONTROL)).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT",
						"Everything wanted is on that the Region has; it lacks RDS_LOGIN_EVENTS."),
				Judgement.of(account, region, "INSUFFICIENT_DATA", "Nothing says whether these are on: "
						+ String.join(", ", ALL.stream().sorted().toList()) + "."));
	}

	private void detector(String status) {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "d", "status", status));
	}

	private void feature(String feature, String status, @Nullable String dataSource) {
		Map<String, Object> row = new HashMap<>(Map.of("detector_id", "d", "feature", feature, "status", status));
		if (dataSource != null) {
			row.put("data_source_status", dataSource);
		}
		this.night.row("guardduty_feature", ACCOUNT, REGION, row);
	}

	private void judges(String verdict, String reason) {
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, REGION, verdict, reason));
	}

}
