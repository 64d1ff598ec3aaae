package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.multi_region}. */
class CloudTrailMultiRegionTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailMultiRegionTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesTrailOfAllRegionsCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION, "us-east-1")
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "multi_region", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.multi_region"))
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "Covered by " + TRAIL + "."));
	}

	@Test
	void judgesTrailsOfOneRegionStoppedOrWithoutManagementEventsNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "multi_region", false, "management_events", "ALL"))
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL + "-stopped", "logging", false, "multi_region", true, "management_events",
							"ALL"))
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL + "-data", "logging", true, "multi_region", true, "management_events", "NONE"));
		assertThat(this.night.judge("cloudtrail.multi_region")).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"No trail of all Regions that is logging records management events of this account."));
	}

	@Test
	void judgesAccountWithoutTrailNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION).read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.multi_region")).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"No trail of all Regions that is logging records management events of this account."));
	}

	@Test
	void judgesMemberOfAnOrganizationTrailCompliantAlthoughItsOwnCellsAreGaps() {
		this.night.management("999999999999")
			.read("999999999999", "cloudtrail", REGION)
			.read("999999999999", "cloudtrail-elsewhere", "global")
			.denied(ACCOUNT, "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails")
			.row("trail", "999999999999", REGION, Map.of("arn", "arn:aws:cloudtrail:eu-west-1:999999999999:trail/all",
					"logging", true, "multi_region", true, "organization_trail", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.multi_region")).contains(
				Judgement.of(ACCOUNT, "COMPLIANT", "Covered by arn:aws:cloudtrail:eu-west-1:999999999999:trail/all."));
	}

	@Test
	void doesNotTakeTrailOfAnotherAccountForItsOwn() {
		this.night.member("222222222222")
			.read("222222222222", "cloudtrail", REGION)
			.read("222222222222", "cloudtrail-elsewhere", "global")
			.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", "222222222222", REGION, Map.of("arn", "arn:aws:cloudtrail:eu-west-1:222222222222:trail/own",
					"logging", true, "multi_region", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.multi_region")).containsExactly(
				Judgement.of(ACCOUNT, "NON_COMPLIANT",
						"No trail of all Regions that is logging records management events of this account."),
				Judgement.of("222222222222", "COMPLIANT",
						"Covered by arn:aws:cloudtrail:eu-west-1:222222222222:trail/own."));
	}

	@Test
	void judgesATrailOfWhatOneConditionNamesNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "multi_region", true,
					"management_events", "ONLY", "management_conditions", List.of("eventName Equals ConsoleLogin")));
		assertThat(this.night.judge("cloudtrail.multi_region")).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"Management events are recorded in part only: eventName Equals ConsoleLogin."));
	}

	@Test
	void doesNotKnowWhatSelectorsOfTomorrowRecord() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "multi_region", true,
					"management_events", "UNKNOWN", "management_unknown", List.of("tomorrow")));
		assertThat(this.night.judge("cloudtrail.multi_region")).containsExactly(Judgement.of(ACCOUNT,
				"INSUFFICIENT_DATA", "What " + TRAIL + " records is not known, since its selectors name tomorrow."));
	}

	@Test
	void judgesATrailOfAllButSomeCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "multi_region", true,
					"management_events", "EXCEPT", "management_conditions", List.of("eventName NotEquals Decrypt")));
		assertThat(this.night.judge("cloudtrail.multi_region")).containsExactly(
				Judgement.of(ACCOUNT, "COMPLIANT", "Covered in part by " + TRAIL + ": eventName NotEquals Decrypt."));
		this.night.row("trail", ACCOUNT, REGION,
				Map.of("arn", TRAIL + "2", "logging", true, "multi_region", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.multi_region"))
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "Covered by " + TRAIL + "2."));
	}

	@Test
	void namesTheDeniedOperationOfOneRegionOfItsOwnOnly() {
		this.night.member("222222222222")
			.read("222222222222", "cloudtrail", REGION)
			.read("222222222222", "cloudtrail-elsewhere", "global")
			.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails");
		assertThat(this.night.judge("cloudtrail.multi_region")).containsExactly(
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
						"cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
								+ " cloudtrail:DescribeTrails is missing."),
				Judgement.of("222222222222", "NON_COMPLIANT",
						"No trail of all Regions that is logging records management events of this account."));
	}

	@Test
	void judgesTrailOfAllRegionsCompliantAlthoughARegionIsAGap() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "multi_region", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.multi_region"))
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "Covered by " + TRAIL + "."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails");
		assertThat(this.night.judge("cloudtrail.multi_region")).containsExactly(Judgement.of(ACCOUNT,
				"INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
						+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "multi_region", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.multi_region"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcludedAlthoughATrailCovers() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED)
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "multi_region", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.multi_region"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
