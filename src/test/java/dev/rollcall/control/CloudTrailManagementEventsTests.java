package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.mgmt_events_rw}. */
class CloudTrailManagementEventsTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	private static final List<String> SERVICES = List.of("*", "-kms.amazonaws.com");

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailManagementEventsTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesTrailOfAllManagementEventsCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", "All management events are recorded by " + TRAIL + "."));
	}

	@Test
	void judgesTrailsThatTogetherRecordAllCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL + "-r", "logging", true, "management_events", "READ_ONLY"))
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL + "-w", "logging", true, "management_events", "WRITE_ONLY"));
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"COMPLIANT", "All management events are recorded by " + TRAIL + "-r, " + TRAIL + "-w."));
	}

	@Test
	void judgesTrailThatOnlyReadsNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "READ_ONLY"));
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "Only management events that read are recorded."));
	}

	@Test
	void judgesTrailThatOnlyWritesNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "WRITE_ONLY"));
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "Only management events that write are recorded."));
	}

	@Test
	void judgesATrailOfWhatOneConditionNamesNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "ONLY",
					"management_conditions", List.of("eventName Equals ConsoleLogin")));
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"NON_COMPLIANT", "Management events are recorded in part only: eventName Equals ConsoleLogin."));
	}

	@Test
	void doesNotKnowWhatSelectorsOfTomorrowRecord() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "UNKNOWN",
					"management_unknown", List.of("tomorrow")));
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "What " + TRAIL + " records is not known, since its selectors name tomorrow."));
	}

	@Test
	void namesTheServicesThatNoTrailRecords() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "management_events", "EXCEPT", "management_reads", SERVICES,
							"management_writes", SERVICES, "management_conditions", List.of("some")));
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"NON_COMPLIANT", "Not all management events of kms.amazonaws.com are recorded."));
	}

	@Test
	void judgesRegionWithoutTrailNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION).read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"NON_COMPLIANT", "No trail that is logging records management events here."));
	}

	@Test
	void judgesTrailOfAllCompliantAlthoughElsewhereIsAGap() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", "All management events are recorded by " + TRAIL + "."));
	}

	@Test
	void namesTheDeniedOperationWhereAnotherTrailMayRecordTheRest() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "WRITE_ONLY"));
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied"
					+ " (AccessDenied); the permission cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "cloudtrail", REGION, "cloudtrail:GetEventSelectors")
			.read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "cloudtrail:GetEventSelectors was denied"
						+ " (AccessDenied); the permission cloudtrail:GetEventSelectors is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcludedAlthoughATrailCovers() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.cell(ACCOUNT, "cloudtrail", "us-east-1", CellStatus.EXCLUDED)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "multi_region", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", "All management events are recorded by " + TRAIL + "."),
				Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.EXCLUDED)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void doesNotKnowWhereTheOrganizationsTrailCouldBeInACellThatNobodyRead() {
		this.night.management("999999999999")
			.denied("999999999999", "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.read("999999999999", "cloudtrail-elsewhere", "global")
			.read("111111111111", "cloudtrail", REGION, "us-east-1")
			.read("111111111111", "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.mgmt_events_rw")).contains(
				Judgement.of("111111111111", REGION, "INSUFFICIENT_DATA",
						"Whether the organization has a trail here could not be read in account"
								+ " 999999999999: cloudtrail:DescribeTrails was denied (AccessDenied); the"
								+ " permission cloudtrail:DescribeTrails is missing."),
				Judgement.of("111111111111", "us-east-1", "NON_COMPLIANT",
						"No trail that is logging records management events here."));
	}

}
