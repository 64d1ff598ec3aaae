package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.data_events}. */
class CloudTrailDataEventsTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	private static final List<String> S3 = List.of("AWS::S3::Object");

	private static final String RECORDED = "All data events of AWS::S3::Object are recorded by " + TRAIL + ".";

	private static final String NOTHING = "Of no type of resource are both all reads and all writes recorded here.";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailDataEventsTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesTrailOfDataEventsCompliantInItsRegionOnly() {
		this.night.read(ACCOUNT, "cloudtrail", REGION, "us-east-1")
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "NONE",
					"data_reads", S3, "data_writes", S3));
		assertThat(this.night.judge("cloudtrail.data_events")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", RECORDED),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT", NOTHING));
	}

	@Test
	void judgesTrailOfAllRegionsCompliantInEachRegion() {
		this.night.read(ACCOUNT, "cloudtrail", REGION, "us-east-1")
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "NONE",
					"data_reads", S3, "data_writes", S3, "multi_region", true));
		assertThat(this.night.judge("cloudtrail.data_events")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", RECORDED),
				Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT", RECORDED));
	}

	@Test
	void judgesStoppedTrailsAndTrailsWithoutDataEventsNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "management_events", "NONE", "data_events", false))
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL + "-stopped", "logging", false, "management_events",
					"NONE", "data_reads", S3, "data_writes", S3));
		assertThat(this.night.judge("cloudtrail.data_events"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", NOTHING));
	}

	@Test
	void doesNotTakeTrailOfAnotherAccountForItsOwn() {
		this.night.member("222222222222")
			.read("222222222222", "cloudtrail", REGION)
			.read("222222222222", "cloudtrail-elsewhere", "global")
			.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", "222222222222", REGION, Map.of("arn", "arn:aws:cloudtrail:eu-west-1:222222222222:trail/own",
					"logging", true, "data_reads", S3, "data_writes", S3));
		assertThat(this.night.judge("cloudtrail.data_events"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", NOTHING), Judgement.of("222222222222",
					REGION, "COMPLIANT",
					"All data events of AWS::S3::Object are recorded by arn:aws:cloudtrail:eu-west-1:222222222222:trail/own."));
	}

	@Test
	void unitesTrailsOfReadsAndOfWritesOfOneType() {
		recording(Map.of("data_reads", S3)).row("trail", ACCOUNT, REGION,
				Map.of("arn", TRAIL + "-w", "logging", true, "data_events", true, "data_writes", S3));
		assertThat(this.night.judge("cloudtrail.data_events")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"COMPLIANT", "All data events of AWS::S3::Object are recorded by " + TRAIL + ", " + TRAIL + "-w."));
	}

	@Test
	void judgesReadsOfOneTypeAndWritesOfAnotherNonCompliant() {
		recording(Map.of("data_reads", S3, "data_writes", List.of("AWS::Lambda::Function")));
		assertThat(this.night.judge("cloudtrail.data_events"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", NOTHING));
	}

	@Test
	void judgesDataEventsOfSomeResourcesNonCompliant() {
		recording(Map.of("data_conditions", List.of("AWS::S3::Object of arn:aws:s3:::one/")));
		assertThat(this.night.judge("cloudtrail.data_events")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"NON_COMPLIANT", "Data events are recorded in part only: AWS::S3::Object of arn:aws:s3:::one/."));
	}

	@Test
	void doesNotKnowWhatSelectorsOfTomorrowRecord() {
		recording(Map.of("data_unknown", List.of("sourceIpClass"), "data_conditions", List.of("some")));
		assertThat(this.night.judge("cloudtrail.data_events"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA",
					"What " + TRAIL + " records is not known, since its selectors name sourceIpClass."));
	}

	private TestNight recording(Map<String, Object> values) {
		Map<String, Object> trail = new HashMap<>(values);
		trail.putAll(Map.of("arn", TRAIL, "logging", true, "data_events", true));
		return this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, trail);
	}

	@Test
	void doesNotKnowWhatTheTrailDoesNotSay() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true));
		assertThat(this.night.judge("cloudtrail.data_events")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "CloudTrail does not say which data events " + TRAIL + " records."));
	}

	@Test
	void namesTheDeniedOperationOfTheCellOnly() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails");
		assertThat(this.night.judge("cloudtrail.data_events")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", NOTHING),
				Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
						"cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
								+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void namesTheDeniedOperationOfTheOtherAccountNowhere() {
		this.night.member("222222222222")
			.denied("222222222222", "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.data_events")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", NOTHING),
				Judgement.of("222222222222", REGION, "INSUFFICIENT_DATA",
						"cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
								+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void judgesTrailOfDataEventsCompliantAlthoughElsewhereIsAGap() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "NONE",
					"data_reads", S3, "data_writes", S3));
		assertThat(this.night.judge("cloudtrail.data_events"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "COMPLIANT", RECORDED));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails");
		assertThat(this.night.judge("cloudtrail.data_events")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
						+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "NONE",
					"data_reads", S3, "data_writes", S3));
		assertThat(this.night.judge("cloudtrail.data_events"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcludedAlthoughATrailCovers() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.EXCLUDED)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "management_events", "NONE",
					"data_reads", S3, "data_writes", S3));
		assertThat(this.night.judge("cloudtrail.data_events"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
