package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.s3_object_reads}. */
class CloudTrailS3ObjectReadsTests {

	private static final String CONTROL = "cloudtrail.s3_object_reads";

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	private static final List<String> S3 = List.of("AWS::S3::Object");

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailS3ObjectReadsTests() {
		this.night.member(ACCOUNT).read(ACCOUNT, "cloudtrail", REGION, "us-east-1");
	}

	@Test
	void judgesEachRegionByItself() {
		trail(Map.of("data_reads", S3));
		assertThat(this.night.judge(CONTROL)).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT",
						"The reads of all S3 objects are recorded by " + TRAIL + "."),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT",
						"No trail that is logging records the reads of S3 objects here."));
	}

	@Test
	void judgesAccountsByThemselves() {
		trail(Map.of("data_reads", S3, "multi_region", true)).member("222222222222")
			.read("222222222222", "cloudtrail", REGION)
			.read("222222222222", "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict)
			.containsExactly("COMPLIANT", "COMPLIANT", "NON_COMPLIANT");
	}

	@Test
	void doesNotTakeOtherEventsOrOtherTypesForIt() {
		trail(Map.of("data_writes", S3, "data_reads", List.of("AWS::Lambda::Function")));
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict)
			.containsExactly("NON_COMPLIANT", "NON_COMPLIANT");
	}

	@Test
	void givesNoReasonOfOtherTypes() {
		trail(Map.of("data_conditions", List.of("AWS::Lambda::Function of arn:aws:lambda:one")));
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT",
				"No trail that is logging records the reads of S3 objects here."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "eventName Equals GetObject", "resources.type Equals A, B, C and 2 more",
			"resources.type StartsWith AWS::S3::" })
	void saysWhatMayBeOfObjects(String condition) {
		trail(Map.of("data_conditions", List.of(condition)));
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT",
				"Data events are recorded in part only: " + condition + "."));
	}

	@Test
	void doesNotTakeSomeObjectsForAll() {
		trail(Map.of("data_conditions",
				List.of("AWS::S3::Object of arn:aws:s3:::one/", "AWS::Lambda::Function of arn:aws:lambda:one")));
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT",
				"Data events are recorded in part only: AWS::S3::Object of arn:aws:s3:::one/."));
	}

	@Test
	void doesNotKnowWhatSelectorsOfTomorrowRecord() {
		trail(Map.of("data_unknown", List.of("tomorrow"), "data_conditions", List.of("some")));
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA",
				"What " + TRAIL + " records is not known, since its selectors name tomorrow."));
	}

	@Test
	void namesTheDeniedOperationUnlessATrailRecords() {
		this.night.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "data_events", true, "data_reads", S3));
		assertThat(this.night.judge(CONTROL)).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT",
						"The reads of all S3 objects are recorded by " + TRAIL + "."),
				Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied"
						+ " (AccessDenied); the permission cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void saysOfCellsThatWereNotAskedWhatTheyAre() {
		trail(Map.of("data_reads", S3, "multi_region", true))
			.cell(ACCOUNT, "cloudtrail", "ap-east-1", CellStatus.REGION_DISABLED)
			.cell(ACCOUNT, "cloudtrail", "eu-south-1", CellStatus.EXCLUDED)
			.read(ACCOUNT, "config-rules", REGION);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict)
			.containsExactly("NOT_APPLICABLE", "INSUFFICIENT_DATA", "COMPLIANT", "COMPLIANT");
	}

	private TestNight trail(Map<String, Object> values) {
		Map<String, Object> trail = new HashMap<>(values);
		trail.putAll(Map.of("arn", TRAIL, "logging", true, "data_events", true));
		return this.night.read(ACCOUNT, "cloudtrail-elsewhere", "global").row("trail", ACCOUNT, REGION, trail);
	}

}
