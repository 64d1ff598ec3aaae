package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.global_service_events}. */
class CloudTrailGlobalServiceEventsTests {

	private static final String CONTROL = "cloudtrail.global_service_events";

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String NONE = "No trail that is logging records the events of global services of this account.";

	private static final String SOME = "Not all events of global services of this account are recorded.";

	private static final String TRAIL = ":eu-west-1:111111111111:trail/own";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailGlobalServiceEventsTests() {
		this.night.member(ACCOUNT).read(ACCOUNT, "cloudtrail", REGION, "us-east-1");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", textBlock = """
			arn:aws:cloudtrail:eu-west-1,            true,  true,  ALL,        COMPLIANT
			arn:aws:cloudtrail:eu-west-1,            true,  true,  WRITE_ONLY, NON_COMPLIANT
			arn:aws:cloudtrail:eu-west-1,            true,  true,  READ_ONLY,  NON_COMPLIANT
			arn:aws:cloudtrail:eu-west-1,            true,  null,  READ_ONLY,  NON_COMPLIANT
			arn:aws:cloudtrail:us-east-1,            false, true,  ALL,        COMPLIANT
			arn:aws:cloudtrail:eu-west-1,            false, true,  ALL,        NON_COMPLIANT
			arn:aws:cloudtrail:eu-west-1,            true,  false, ALL,        NON_COMPLIANT
			arn:aws:cloudtrail:eu-west-1,            true,  true,  NONE,       NON_COMPLIANT
			arn:aws:cloudtrail:eu-west-1,            true,  null,  ALL,        INSUFFICIENT_DATA
			arn:aws:cloudtrail:eu-west-1,            true,  true,  ONLY,       NON_COMPLIANT
			arn:aws:cloudtrail:eu-west-1,            true,  true,  UNKNOWN,    INSUFFICIENT_DATA
			arn:aws-us-gov:cloudtrail:us-gov-west-1, true,  true,  ALL,        COMPLIANT
			arn:aws-us-gov:cloudtrail:us-gov-west-1, false, true,  ALL,        INSUFFICIENT_DATA
			""")
	void judgesTrails(String home, boolean multiRegion, @Nullable Boolean global, String events, String verdict) {
		Map<String, Object> trail = new HashMap<>(Map.of("arn", home + ":111111111111:trail/own", "logging", true,
				"multi_region", multiRegion, "management_events", events));
		if (global != null) {
			trail.put("global_service_events", global);
		}
		this.night.read(ACCOUNT, "cloudtrail", "us-gov-west-1")
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, trail);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly(verdict);
	}

	@Test
	void asksWhetherGlobalServicesAreLeftOut() {
		this.night.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, without("-kms.amazonaws.com"))
			.member("222222222222")
			.read("222222222222", "cloudtrail", REGION)
			.read("222222222222", "cloudtrail-elsewhere", "global")
			.row("trail", "222222222222", REGION, without("-iam.amazonaws.com"));
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT",
				"The events of global services are recorded by arn:aws:cloudtrail:eu-west-1:1:trail/-kms.amazonaws.com."),
				Judgement.of("222222222222", "NON_COMPLIANT", SOME));
	}

	private static Map<String, Object> without(String service) {
		return Map.of("arn", "arn:aws:cloudtrail:eu-west-1:1:trail/" + service, "logging", true, "multi_region", true,
				"management_events", "EXCEPT", "global_service_events", true, "management_reads", List.of("*", service),
				"management_writes", List.of("*", service));
	}

	@Test
	void wantsReadsAndWritesByOneTrailOrByTwo() {
		this.night.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, half("reads", "READ_ONLY"));
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"Only the reads of global services are recorded, by arn:aws:cloudtrail:eu-west-1:1:trail/reads."));
		this.night.row("trail", ACCOUNT, REGION, half("writes", "WRITE_ONLY"));
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT",
				"The events of global services are recorded by arn:aws:cloudtrail:eu-west-1:1:trail/reads,"
						+ " arn:aws:cloudtrail:eu-west-1:1:trail/writes."));
	}

	@Test
	void saysThatWritesAloneAreRecorded() {
		this.night.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, half("writes", "WRITE_ONLY"));
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"Only the writes of global services are recorded, by arn:aws:cloudtrail:eu-west-1:1:trail/writes."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management_reads", "management_writes" })
	void wantsTheSameOfReadsAndWrites(String kind) {
		Map<String, Object> trail = new HashMap<>(without("-kms.amazonaws.com"));
		trail.put(kind, List.of("*", "-sts.amazonaws.com"));
		this.night.read(ACCOUNT, "cloudtrail-elsewhere", "global").row("trail", ACCOUNT, REGION, trail);
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", SOME));
		trail.put("arn", "arn:aws:cloudtrail:eu-west-1:1:trail/another");
		trail.put("management_reads", kind.equals("management_reads") ? List.of("*") : List.of());
		trail.put("management_writes", kind.equals("management_writes") ? List.of("*") : List.of());
		this.night.row("trail", ACCOUNT, REGION, trail);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			management_reads  | iam.amazonaws.com,sts.amazonaws.com,cloudfront.amazonaws.com | COMPLIANT
			management_reads  | sts.amazonaws.com,cloudfront.amazonaws.com                   | NON_COMPLIANT
			management_reads  | iam.amazonaws.com,cloudfront.amazonaws.com                   | NON_COMPLIANT
			management_reads  | iam.amazonaws.com,sts.amazonaws.com                          | NON_COMPLIANT
			management_reads  | *,-cloudfront.amazonaws.com                                  | NON_COMPLIANT
			management_writes | iam.amazonaws.com,sts.amazonaws.com,cloudfront.amazonaws.com | COMPLIANT
			management_writes | sts.amazonaws.com,cloudfront.amazonaws.com                   | NON_COMPLIANT
			management_writes | iam.amazonaws.com,cloudfront.amazonaws.com                   | NON_COMPLIANT
			management_writes | iam.amazonaws.com,sts.amazonaws.com                          | NON_COMPLIANT
			management_writes | *,-cloudfront.amazonaws.com                                  | NON_COMPLIANT
			""")
	void wantsEveryGlobalServiceByName(String kind, String services, String verdict) {
		Map<String, Object> trail = new HashMap<>(without("-kms.amazonaws.com"));
		trail.put(kind, List.of(services.split(",")));
		this.night.read(ACCOUNT, "cloudtrail-elsewhere", "global").row("trail", ACCOUNT, REGION, trail);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly(verdict);
	}

	@Test
	void doesNotKnowWhatASelectorOfTomorrowRecords() {
		Map<String, Object> trail = new HashMap<>(without("-iam.amazonaws.com"));
		trail.put("management_unknown", List.of("sourceIpClass"));
		this.night.read(ACCOUNT, "cloudtrail-elsewhere", "global").row("trail", ACCOUNT, REGION, trail);
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	private static Map<String, Object> half(String name, String events) {
		return Map.of("arn", "arn:aws:cloudtrail:eu-west-1:1:trail/" + name, "logging", true, "multi_region", true,
				"management_events", events, "global_service_events", true);
	}

	@ParameterizedTest
	@CsvSource({ "EXCEPT, eventName NotEquals Decrypt, INSUFFICIENT_DATA",
			"EXCEPT, eventSource NotEquals kms.amazonaws.com and eventName NotStartsWith Put, INSUFFICIENT_DATA",
			"EXCEPT, userIdentity.arn NotStartsWith arn:aws:iam::1:role/x, NON_COMPLIANT",
			"ONLY, eventName Equals ConsoleLogin, NON_COMPLIANT",
			"ONLY, eventName Equals A and eventName NotEquals B, NON_COMPLIANT" })
	void doesNotKnowWhoseEventsALeftOutNameIs(String events, String condition, String verdict) {
		this.night.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", "arn:aws:cloudtrail" + TRAIL, "logging", true, "multi_region", true,
							"management_events", events, "global_service_events", true, "management_reads", List.of(),
							"management_writes", List.of(), "management_conditions", List.of(condition)));
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly(verdict);
	}

	@Test
	void judgesAccountWithoutTrailNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", NONE));
	}

	@Test
	void namesTheDeniedOperationUnlessATrailRecords() {
		this.night.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails");
		assertThat(this.night.judge(CONTROL)).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
						+ " cloudtrail:DescribeTrails is missing."));
		this.night.row("trail", ACCOUNT, REGION, Map.of("arn", "arn:aws:cloudtrail" + TRAIL, "logging", true,
				"multi_region", true, "management_events", "ALL", "global_service_events", true));
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void saysOfCellsThatWereNotAskedWhatTheyAre() {
		this.night.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.member("222222222222")
			.read("222222222222", "cloudtrail", REGION)
			.cell("222222222222", "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED)
			.row("trail", "222222222222", REGION, Map.of("arn", "arn:aws:cloudtrail" + TRAIL, "logging", true,
					"multi_region", true, "management_events", "ALL", "global_service_events", true));
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict)
			.containsExactly("NOT_APPLICABLE", "INSUFFICIENT_DATA");
	}

}
