package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code detective.coverage}, and for what the dataset of that name says. */
class DetectiveCoverageTests {

	private static final String ACCOUNT = "111111111111";

	private static final String MANAGEMENT = "999999999999";

	private static final String AUDIT = "222222222222";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:" + ACCOUNT + ":trail/t";

	@RegisterExtension
	final TestNight night = new TestNight();

	DetectiveCoverageTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesCompliantWhereAllFiveSee() {
		analyzed().trail(Map.of()).recorded(Map.of()).guarded("ENABLED").checked("READY");
		assertThat(judged())
			.isEqualTo("COMPLIANT All of AWS CloudTrail, AWS Config, AWS Security Hub, Amazon GuardDuty,"
					+ " IAM Access Analyzer are on here.");
		assertThat(states()).containsExactly("access-analyzer OWN", "cloudtrail OWN", "config OWN", "guardduty OWN",
				"securityhub OWN");
	}

	@Test
	void namesWhatIsOffAndWhatSeesAPart() {
		analyzed().trail(Map.of("management_events", "READ_ONLY"))
			.recorded(Map.of("recording", false))
			.checked("READY");
		this.night.cell(ACCOUNT, "guardduty", REGION, CellStatus.NOT_ENABLED);
		assertThat(judged())
			.isEqualTo("NON_COMPLIANT Off: AWS Config, Amazon GuardDuty. On in part only: AWS CloudTrail.");
	}

	@Test
	void doesNotTakeASuspendedDetectorForOneThatLooks() {
		analyzed().trail(Map.of()).recorded(Map.of()).guarded("DISABLED").checked("READY");
		assertThat(judged()).isEqualTo("NON_COMPLIANT Off: Amazon GuardDuty.");
	}

	@Test
	void doesNotTakeADetectorForWholeThatLeavesAFoundationOut() {
		analyzed().trail(Map.of()).recorded(Map.of()).checked("READY");
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "d", "status", "ENABLED"));
		feature("CLOUD_TRAIL", "ENABLED", "ENABLED").feature("DNS_LOGS", "DISABLED", "DISABLED");
		assertThat(judged()).isEqualTo("NON_COMPLIANT On in part only: Amazon GuardDuty.");
	}

	@Test
	void doesNotKnowADetectorThatDoesNotSayWhatItLooksAt() {
		analyzed().trail(Map.of()).recorded(Map.of()).checked("READY");
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "d", "status", "ENABLED"));
		feature("CLOUD_TRAIL", "ENABLED", "ENABLED").feature("DNS_LOGS", "ENABLED", "ENABLED");
		assertThat(judged()).isEqualTo("INSUFFICIENT_DATA Nobody could tell of Amazon GuardDuty whether it is on.");
	}

	@Test
	void doesNotBelieveAFeatureThatTheOlderListContradicts() {
		analyzed().trail(Map.of()).recorded(Map.of()).checked("READY");
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "d", "status", "ENABLED"));
		feature("CLOUD_TRAIL", "ENABLED", "ENABLED").feature("DNS_LOGS", "ENABLED", "ENABLED")
			.feature("FLOW_LOGS", "ENABLED", "DISABLED");
		assertThat(states()).contains("guardduty UNKNOWN CONTRADICTED");
	}

	@Test
	void takesADetectorForAPartThatIsCertainToLeaveAFoundationOut() {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "d", "status", "ENABLED"));
		feature("CLOUD_TRAIL", "ENABLED", "DISABLED").feature("DNS_LOGS", "DISABLED", "DISABLED")
			.feature("FLOW_LOGS", "ENABLED", "ENABLED");
		assertThat(states()).containsExactly("guardduty PARTIAL NARROWED");
	}

	@Test
	void hasOneStateWhereThereAreTwoDetectors() {
		guarded("ENABLED");
		this.night.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "e", "status", "DISABLED"));
		assertThat(states()).containsExactly("guardduty OFF SUSPENDED");
	}

	@Test
	void doesNotCallOffWhatAnAdministratorCallsOn() {
		this.night.member(AUDIT)
			.cell(ACCOUNT, "guardduty", REGION, CellStatus.NOT_ENABLED)
			.row("guardduty_member", ACCOUNT, REGION,
					Map.of("administrator_id", AUDIT, "relationship_status", "Enabled"))
			.cell(ACCOUNT, "securityhub", REGION, CellStatus.NOT_ENABLED)
			.read(AUDIT, "securityhub-organization", REGION)
			.row("securityhub_administrator", AUDIT, REGION, Map.of("administrator_id", AUDIT, "status", "ENABLED"))
			.row("securityhub_member", ACCOUNT, REGION,
					Map.of("member_id", ACCOUNT, "administrator_id", AUDIT, "member_status", "Enabled"));
		assertThat(states()).containsExactly("guardduty UNKNOWN CONTRADICTED", "securityhub UNKNOWN CONTRADICTED");
	}

	@Test
	void doesNotCallOffWhatWasReadAndIsNotThere() {
		this.night.read(ACCOUNT, "guardduty", REGION).read(ACCOUNT, "securityhub", REGION);
		assertThat(states()).containsExactly("guardduty UNKNOWN UNSAID", "securityhub UNKNOWN UNSAID");
	}

	@Test
	void namesTheOrganizationsAdministratorWhoAnsweredForADetector() {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION,
					Map.of("detector_id", "d", "status", "ENABLED", "administrator_id", AUDIT));
		feature("CLOUD_TRAIL", "ENABLED", null).feature("DNS_LOGS", "ENABLED", null)
			.feature("FLOW_LOGS", "ENABLED", null);
		assertThat(states()).containsExactly("guardduty ORGANIZATION " + AUDIT);
	}

	@Test
	void doesNotTakeAHubForOneThatSeesWhereItsStandardsCannotLook() {
		analyzed().trail(Map.of()).recorded(Map.of()).guarded("ENABLED");
		this.night.read(ACCOUNT, "securityhub", REGION)
			.read(ACCOUNT, "securityhub-standards", REGION)
			.row("securityhub_hub", ACCOUNT, REGION, Map.of("hub_arn", "h"))
			.row("securityhub_standard", ACCOUNT, REGION, Map.of("standards_arn", "s", "standards_status", "READY",
					"status_reason", "NO_AVAILABLE_CONFIGURATION_RECORDER"));
		assertThat(judged()).isEqualTo("NON_COMPLIANT On in part only: AWS Security Hub.");
		assertThat(states()).contains("securityhub PARTIAL BLIND");
	}

	@Test
	void doesNotTakeAHubWithoutAnyStandardForWhole() {
		this.night.read(ACCOUNT, "securityhub", REGION)
			.read(ACCOUNT, "securityhub-standards", REGION)
			.row("securityhub_hub", ACCOUNT, REGION, Map.of("hub_arn", "h"));
		assertThat(states()).containsExactly("securityhub PARTIAL NARROWED");
	}

	@Test
	void doesNotKnowStandardsThatCouldNotBeReadOrHaveNotBegun() {
		this.night.read(ACCOUNT, "securityhub", REGION, "us-east-1")
			.denied(ACCOUNT, "securityhub-standards", REGION, "securityhub:GetEnabledStandards")
			.read(ACCOUNT, "securityhub-standards", "us-east-1")
			.row("securityhub_hub", ACCOUNT, REGION, Map.of("hub_arn", "h"))
			.row("securityhub_hub", ACCOUNT, "us-east-1", Map.of("hub_arn", "h"))
			.row("securityhub_standard", ACCOUNT, "us-east-1",
					Map.of("standards_arn", "s", "standards_status", "PENDING"));
		assertThat(states()).containsExactly("securityhub UNKNOWN UNREAD", "securityhub UNKNOWN NOTHING_YET");
	}

	@Test
	void doesNotKnowAHubThatAPolicyAloneCallsOn() {
		checked("READY");
		this.night.row("securityhub_hub", ACCOUNT, REGION, Map.of("policy_id", "p"));
		assertThat(states()).containsExactly("securityhub UNKNOWN UNSAID");
	}

	@Test
	void namesTheAdministratorWhoLooksAfterAHub() {
		checked("READY");
		this.night.row("securityhub_member", ACCOUNT, REGION,
				Map.of("member_id", ACCOUNT, "administrator_id", AUDIT, "member_status", "Enabled"));
		assertThat(states()).containsExactly("securityhub ORGANIZATION " + AUDIT);
	}

	@Test
	void doesNotTakeATrailThatDeliversNothingForOneThatSees() {
		trail(Map.of("latest_delivery_error", "NoSuchBucket"));
		assertThat(states()).containsExactly("cloudtrail PARTIAL FAILING");
	}

	@Test
	void doesNotKnowATrailThatHasDeliveredNothingYet() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "multi_region", false,
					"organization_trail", false, "management_events", "ALL", "global_service_events", false));
		assertThat(states()).containsExactly("cloudtrail UNKNOWN NOTHING_YET");
	}

	@Test
	void doesNotCallCompliantWhatLastWorkedLongAgo() {
		analyzed().trail(Map.of("latest_delivery_at", "2026-11-01T00:00:00Z"))
			.recorded(Map.of())
			.guarded("ENABLED")
			.checked("READY");
		assertThat(judged())
			.isEqualTo("INSUFFICIENT_DATA AWS CloudTrail last showed more than 48 hours ago that it works.");
	}

	@Test
	void seesWhatTheOrganizationsAnalyzerSees() {
		this.night.member(AUDIT)
			.read(ACCOUNT, "access-analyzer", REGION)
			.read(AUDIT, "access-analyzer", REGION)
			.row("analyzer", AUDIT, REGION, Map.of("arn", "o", "type", "ORGANIZATION", "status", "ACTIVE",
					"last_analyzed_at", "2026-11-22T12:00:00Z"));
		assertThat(states()).containsExactly("access-analyzer ORGANIZATION " + AUDIT, "access-analyzer ORGANIZATION");
	}

	@Test
	void doesNotCallOffWhatAnUnreadOwnerCouldHave() {
		this.night.management(MANAGEMENT)
			.read(ACCOUNT, "access-analyzer", REGION)
			.denied(MANAGEMENT, "access-analyzer", REGION, "access-analyzer:ListAnalyzers");
		assertThat(states()).contains("access-analyzer UNKNOWN UNREAD").doesNotContain("access-analyzer OFF NONE");
	}

	@Test
	void callsAnAnalyzerOffThatIsNotActive() {
		this.night.read(ACCOUNT, "access-analyzer", REGION)
			.row("analyzer", ACCOUNT, REGION, Map.of("arn", "a", "type", "ACCOUNT", "status", "DISABLED"));
		assertThat(states()).containsExactly("access-analyzer OFF STOPPED");
	}

	@Test
	void takesARecorderThatLeavesTypesOutForAPart() {
		recorded(Map.of("all_supported", false, "resource_types", List.of("AWS::S3::Bucket")));
		assertThat(states()).containsExactly("config PARTIAL NARROWED");
	}

	@Test
	void asksForNothingWhereNothingExists() {
		for (String source : List.of("access-analyzer", "cloudtrail", "config-recorder", "guardduty", "securityhub",
				"securityhub-standards")) {
			this.night.cell(ACCOUNT, source, REGION, CellStatus.REGION_DISABLED);
		}
		assertThat(judged()).isEqualTo("NOT_APPLICABLE The Region is not enabled in this account.");
	}

	@Test
	void asksForTheConfiguredServicesAlone() {
		recorded(Map.of());
		this.night.read(ACCOUNT, "guardduty", REGION);
		assertThat(this.night.judge(Chosen.control("detective.coverage", Map.of("services", List.of("config")))))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "COMPLIANT", "All of AWS Config are on here."));
	}

	private DetectiveCoverageTests analyzed() {
		this.night.read(ACCOUNT, "access-analyzer", REGION)
			.row("analyzer", ACCOUNT, REGION, Map.of("arn", "a", "type", "ACCOUNT", "status", "ACTIVE",
					"last_analyzed_at", "2026-11-22T12:00:00Z"));
		return this;
	}

	private DetectiveCoverageTests trail(Map<String, ?> values) {
		Map<String, Object> row = new HashMap<>(Map.of("arn", TRAIL, "logging", true, "multi_region", false,
				"organization_trail", false, "management_events", "ALL", "global_service_events", false,
				"latest_delivery_at", "2026-11-22T23:00:00Z"));
		row.putAll(values);
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, row);
		return this;
	}

	private DetectiveCoverageTests recorded(Map<String, ?> values) {
		Map<String, Object> row = new HashMap<>(
				Map.of("name", "default", "recording", true, "last_status", "SUCCESS", "all_supported", true));
		row.putAll(values);
		this.night.read(ACCOUNT, "config-recorder", REGION).row("config_recorder", ACCOUNT, REGION, row);
		return this;
	}

	private DetectiveCoverageTests guarded(String status) {
		this.night.read(ACCOUNT, "guardduty", REGION)
			.row("guardduty_detector", ACCOUNT, REGION, Map.of("detector_id", "d", "status", status));
		return feature("CLOUD_TRAIL", "ENABLED", "ENABLED").feature("DNS_LOGS", "ENABLED", "ENABLED")
			.feature("FLOW_LOGS", "ENABLED", "ENABLED");
	}

	private DetectiveCoverageTests feature(String name, String status, @Nullable String older) {
		Map<String, Object> row = new HashMap<>(Map.of("detector_id", "d", "feature", name, "status", status));
		if (older != null) {
			row.put("data_source_status", older);
		}
		this.night.row("guardduty_feature", ACCOUNT, REGION, row);
		return this;
	}

	private DetectiveCoverageTests checked(String status) {
		this.night.read(ACCOUNT, "securityhub", REGION)
			.read(ACCOUNT, "securityhub-standards", REGION)
			.row("securityhub_hub", ACCOUNT, REGION, Map.of("hub_arn", "h"))
			.row("securityhub_standard", ACCOUNT, REGION, Map.of("standards_arn", "s", "standards_status", status));
		return this;
	}

	private String judged() {
		return this.night.judge("detective.coverage")
			.stream()
			.map((judgement) -> judgement.verdict() + " " + judgement.reason())
			.findFirst()
			.orElseThrow();
	}

	/** Each with its cause, and whose it is where that is another account. */
	private List<String> states() {
		return this.night.texts("detective_coverage", """
				SELECT service || ' ' || state || coalesce(' ' || cause, '')
				  || coalesce(' ' || nullif(by_account_id, account_id), '')
				FROM detective_coverage ORDER BY account_id, region, service""");
	}

}
