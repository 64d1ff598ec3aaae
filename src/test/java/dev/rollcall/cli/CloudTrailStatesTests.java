package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import dev.rollcall.simulator.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kinds K1 (the friendlier of two witnesses), K3 (a field that narrows), K4 (evidence
 * that is old, or that nothing feeds any longer) and K10 (what could be decided) of
 * CloudTrail. Each account has a trail of all Regions; the organization's is of Tokyo,
 * and nobody could say who administers CloudTrail.
 */
class CloudTrailStatesTests {

	private static final String TRAILS = "cloudtrail:DescribeTrails";

	private static final String STATUS = "cloudtrail:GetTrailStatus";

	private static final String SELECTORS = "cloudtrail:GetEventSelectors";

	private static final String AWAY = "us-east-1";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		night = VerdictNight.in(out)
			.with("audit", States.denial("organizations:ListDelegatedAdministrators"))
			.account("K10 untouched")
			.account("K10 denied", States.denial(TRAILS))
			.account("K1 claims", States.answer(TRAILS, "trailList[Name=baseline].IsOrganizationTrail", "true"))
			.account("K1 hidden", States.answer(TRAILS, "trailList[Name=asahina-organization]", null))
			.account("K1 empty list", States.answer(TRAILS, "trailList", "[]"))
			.account("K3 basic exclusion",
					selectors("[{\"ReadWriteType\": \"All\", \"IncludeManagementEvents\": true,"
							+ " \"ExcludeManagementEventSources\": [\"kms.amazonaws.com\"]}]", null))
			.account("K3 source", management("eventSource", "NotEquals", "kms.amazonaws.com"))
			.account("K3 name", management("eventName", "NotEquals", "Decrypt"))
			.account("K3 one name", management("eventName", "Equals", "ConsoleLogin"))
			.account("K3 identity", management("userIdentity.arn", "NotStartsWith", "arn:aws:iam::1:role/noisy"))
			.account("K3 console", management("sessionCredentialFromConsole", "Equals", "true"))
			.account("K3 endpoint", management("vpcEndpointId", "Equals", "vpce-1"))
			.account("K3 tomorrow", management("sourceIpClass", "Equals", "private"))
			.account("K3 reads", management("readOnly", "Equals", "true"))
			.account("K3 writes", management("readOnly", "Equals", "false"))
			.account("K3 not said", States.answer(TRAILS, "trailList[Name=baseline].IsMultiRegionTrail", null))
			.account("K3 one bucket",
					selectors("[{\"ReadWriteType\": \"All\", \"IncludeManagementEvents\": true, \"DataResources\":"
							+ " [{\"Type\": \"AWS::S3::Object\", \"Values\": [\"arn:aws:s3:::one/\"]},"
							+ " {\"Type\": \"AWS::Lambda::Function\", \"Values\": []}]}]", null))
			.account("K3 writes of objects", data("readOnly", "Equals", "false"))
			.account("K3 one function", data("resources.ARN", "Equals", "arn:aws:lambda:eu-west-1:1:function:one"))
			.account("K4 old", States.answer(STATUS, "LatestDeliveryTime", "2025-06-01T00:00:00Z"))
			.account("K4 log group",
					States.answer(STATUS, "LatestCloudWatchLogsDeliveryError", "Access denied",
							"LatestCloudWatchLogsDeliveryTime", "2026-01-24T00:00:00Z"))
			.account("K4 digests",
					States.answer(STATUS, "LatestDigestDeliveryError", "AccessDenied", "LatestNotificationError", "x",
							"LatestCloudWatchLogsDeliveryTime", "2026-01-24T00:00:00Z"))
			.account("K4 old digests", States.answer(STATUS, "LatestDigestDeliveryTime", "2026-01-24T00:00:00Z"))
			.account("K4 young",
					States.answer(STATUS, "LatestDeliveryTime", null, "LatestDigestDeliveryTime", null,
							"LatestCloudWatchLogsDeliveryTime", null))
			.account("K4 stopped", States.answer(STATUS, "IsLogging", "false"))
			.run();
	}

	private static Fault selectors(@Nullable String basic, @Nullable String advanced) {
		return States.answer(SELECTORS, "EventSelectors", basic, "AdvancedEventSelectors", advanced);
	}

	private static Fault management(String field, String operator, String value) {
		return selectors(null, "[{\"FieldSelectors\": [%s, %s]}]"
			.formatted(field("eventCategory", "Equals", "Management"), field(field, operator, value)));
	}

	private static Fault data(String field, String operator, String value) {
		return selectors(null,
				"[{\"FieldSelectors\": [%s, %s, %s]}]".formatted(field("eventCategory", "Equals", "Data"),
						field("resources.type", "Equals", "AWS::S3::Object"), field(field, operator, value)));
	}

	private static String field(String field, String operator, String value) {
		return "{\"Field\": \"%s\", \"%s\": [\"%s\"]}".formatted(field, operator, value);
	}

	/** The verdict of the Region in which the account's own trail alone records. */
	private static String away(String control, String name) throws SQLException {
		return night.findings(control, name)
			.stream()
			.filter((line) -> line.startsWith(AWAY))
			.map((line) -> line.substring(AWAY.length() + 1))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void decidesWhatOtherAccountsCannotChange() throws SQLException {
		for (String control : List.of("cloudtrail.enabled", "cloudtrail.mgmt_events_rw", "cloudtrail.org_trail",
				"cloudtrail.multi_region", "cloudtrail.data_events", "cloudtrail.global_service_events",
				"cloudtrail.kms", "cloudtrail.log_validation", "cloudtrail.delivery_ok", "cloudtrail.cloudwatch_logs",
				"cloudtrail.s3_object_reads", "cloudtrail.s3_object_writes")) {
			assertThat(night.verdicts(control, "K10 untouched")).as(control).containsExactly("COMPLIANT");
		}
		assertThat(night.verdicts("cloudtrail.org_trail", "K10 denied")).containsExactly("COMPLIANT");
		assertThat(night.verdicts("cloudtrail.enabled", "K10 denied")).containsExactly("COMPLIANT",
				"INSUFFICIENT_DATA");
		assertThat(night.verdicts("cloudtrail.delegated_administrator", "K10 untouched"))
			.containsExactly("INSUFFICIENT_DATA");
	}

	@ParameterizedTest
	@CsvSource({ "K3 reads, NON_COMPLIANT, Only the reads of global services are recorded",
			"K3 writes, NON_COMPLIANT, Only the writes of global services are recorded",
			"K3 source, COMPLIANT, The events of global services are recorded by",
			"K3 one name, NON_COMPLIANT, Not all events of global services of this account are recorded.",
			"K3 identity, NON_COMPLIANT, Not all events of global services of this account are recorded.",
			"K3 name, INSUFFICIENT_DATA, records the events of global services is not known." })
	void wantsReadsAndWritesOfGlobalServices(String name, String verdict, String reason) throws SQLException {
		assertThat(night.findings("cloudtrail.global_service_events", name)).singleElement()
			.asString()
			.contains("global " + verdict, reason);
	}

	@Test
	void saysWhatACoveringTrailLeavesOut() throws SQLException {
		for (String control : List.of("cloudtrail.multi_region", "cloudtrail.enabled")) {
			assertThat(night.findings(control, "K3 source")).as(control)
				.anyMatch((line) -> line.contains(" COMPLIANT Covered in part by ")
						&& line.endsWith("trail/baseline: eventSource NotEquals kms.amazonaws.com."));
		}
	}

	@Test
	void doesNotTakeATrailThatDoesNotSayWhomItRecordsForOneOfItsRegion() throws SQLException {
		assertThat(night.verdicts("cloudtrail.multi_region", "K3 not said")).containsExactly("INSUFFICIENT_DATA");
		assertThat(night.verdicts("cloudtrail.trail_logging", "K3 not said")).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void takesWhatAMemberCallsTheOrganizationsForItsOwn() throws SQLException {
		assertThat(night.rows("SELECT DISTINCT account_id FROM {trail_reach} WHERE arn LIKE '%" + night.id("K1 claims")
				+ ":trail/baseline'"))
			.containsExactly(night.id("K1 claims"));
		assertThat(night.findings("cloudtrail.org_trail", "K1 claims")).singleElement()
			.asString()
			.contains("COMPLIANT", "asahina-organization");
	}

	@ParameterizedTest
	@CsvSource({ "K1 hidden", "K1 empty list" })
	void namesBothReadsWhereTheOrganizationsTrailDoesNotShow(String name) throws SQLException {
		assertThat(night.findings("cloudtrail.org_trail", name)).singleElement()
			.asString()
			.contains("INSUFFICIENT_DATA", "asahina-organization is to record this account, but does not show in it.");
	}

	@Test
	void doesNotKnowTheAccountWhoseListIsEmpty() throws SQLException {
		assertThat(night.verdicts("cloudtrail.enabled", "K1 empty list")).containsExactly("INSUFFICIENT_DATA",
				"NON_COMPLIANT");
		assertThat(night.verdicts("cloudtrail.enabled", "K1 hidden")).containsExactly("COMPLIANT");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					K3 basic exclusion | NON_COMPLIANT Not all management events of kms.amazonaws.com are recorded.
					K3 source          | NON_COMPLIANT Not all management events of kms.amazonaws.com are recorded.
					K3 name            | NON_COMPLIANT Management events are recorded in part only: eventName NotEquals Decrypt.
					K3 one name        | NON_COMPLIANT Management events are recorded in part only: eventName Equals ConsoleLogin.
					K3 identity        | NON_COMPLIANT Management events are recorded in part only: userIdentity.arn NotStartsWith arn:aws:iam::1:role/noisy.
					K3 console         | NON_COMPLIANT Management events are recorded in part only: sessionCredentialFromConsole Equals true.
					K3 endpoint        | NON_COMPLIANT Management events are recorded in part only: vpcEndpointId Equals vpce-1.
					""")
	void doesNotCallAllWhatAFieldNarrows(String name, String finding) throws SQLException {
		assertThat(away("cloudtrail.mgmt_events_rw", name)).isEqualTo(finding);
	}

	@Test
	void doesNotKnowWhatSelectorsOfTomorrowRecord() throws SQLException {
		for (String control : List.of("cloudtrail.mgmt_events_rw", "cloudtrail.enabled")) {
			assertThat(away(control, "K3 tomorrow")).startsWith("INSUFFICIENT_DATA What ")
				.endsWith("records is not known, since its selectors name sourceIpClass.");
		}
		assertThat(night.verdicts("cloudtrail.trail_logging", "K3 tomorrow")).containsExactly("COMPLIANT");
	}

	@Test
	void tellsWhatLeavesOutSomeFromWhatRecordsOnlySome() throws SQLException {
		assertThat(away("cloudtrail.enabled", "K3 name")).startsWith("COMPLIANT");
		assertThat(away("cloudtrail.enabled", "K3 one name")).startsWith("NON_COMPLIANT");
		assertThat(night.verdicts("cloudtrail.multi_region", "K3 one name")).containsExactly("NON_COMPLIANT");
		assertThat(night.verdicts("cloudtrail.multi_region", "K3 source")).containsExactly("COMPLIANT");
	}

	@ParameterizedTest
	@CsvSource({ "K3 one bucket, NON_COMPLIANT, NON_COMPLIANT, NON_COMPLIANT",
			"K3 writes of objects, NON_COMPLIANT, NON_COMPLIANT, COMPLIANT",
			"K3 one function, NON_COMPLIANT, NON_COMPLIANT, NON_COMPLIANT" })
	void doesNotTakeDataEventsOfSomeForAll(String name, String all, String reads, String writes) throws SQLException {
		assertThat(away("cloudtrail.data_events", name)).startsWith(all);
		assertThat(away("cloudtrail.s3_object_reads", name)).startsWith(reads);
		assertThat(away("cloudtrail.s3_object_writes", name)).startsWith(writes);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					K4 old         | cloudtrail.delivery_ok     | INSUFFICIENT_DATA The latest delivery was on 2025-06-01, more than 24 hours before the trail was asked.
					K4 old         | cloudtrail.kms             | INSUFFICIENT_DATA The latest delivery was on 2025-06-01, more than 24 hours before the trail was asked.
					K4 old digests | cloudtrail.log_validation  | INSUFFICIENT_DATA The latest digest was on 2026-01-24, more than 24 hours before the trail was asked.
					K4 digests     | cloudtrail.log_validation  | NON_COMPLIANT The latest delivery of a digest failed: AccessDenied.
					K4 digests     | cloudtrail.notification_ok | NOT_APPLICABLE The trail names no topic of Amazon SNS.
					K4 young       | cloudtrail.delivery_ok     | INSUFFICIENT_DATA CloudTrail names no delivery yet.
					K4 young       | cloudtrail.kms             | INSUFFICIENT_DATA CloudTrail names no delivery yet.
					K4 young       | cloudtrail.log_validation  | INSUFFICIENT_DATA CloudTrail names no digest yet.
					K4 stopped     | cloudtrail.delivery_ok     | NOT_APPLICABLE The trail is stopped and delivers nothing.
					K4 stopped     | cloudtrail.kms             | NOT_APPLICABLE The trail is stopped and delivers nothing.
					K4 stopped     | cloudtrail.log_validation  | NOT_APPLICABLE The trail is stopped and delivers nothing.
					K4 stopped     | cloudtrail.cloudwatch_logs | NOT_APPLICABLE The trail is stopped and delivers nothing.
					K4 stopped     | cloudtrail.trail_logging   | NON_COMPLIANT The trail is stopped.
					""")
	void saysHowOldTheEvidenceIs(String name, String control, String finding) throws SQLException {
		assertThat(night.findings(control, name)).singleElement().asString().endsWith(" " + finding);
	}

	@ParameterizedTest
	@CsvSource({ "K4 log group, NON_COMPLIANT", "K4 digests, INSUFFICIENT_DATA", "K4 young, INSUFFICIENT_DATA" })
	void doesNotCallDeliveredWhatNoLogGroupGets(String name, String verdict) throws SQLException {
		assertThat(night.verdicts("cloudtrail.cloudwatch_logs", name)).containsExactly(verdict);
	}

}
