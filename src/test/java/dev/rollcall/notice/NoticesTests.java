package dev.rollcall.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.rollcall.account.Arn;
import dev.rollcall.account.Connection;
import dev.rollcall.configuration.Audience;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the recipients of notices are sent, and what becomes of one that does not take it.
 */
class NoticesTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Instant END = Instant.parse("2026-11-20T01:00:00Z");

	private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:nights";

	private static final String TAKEN = "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
			+ "<MessageId>m-1</MessageId></PublishResult></PublishResponse>";

	private static final String DENIED = """
			<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>\
			<Code>AuthorizationError</Code><Message>User: arn:aws:iam::111122223333:user/a is not authorized to\
			 perform: SNS:Publish</Message></Error><RequestId>r-1</RequestId></ErrorResponse>""";

	private static final String NOBODY = "http://127.0.0.1:1";

	private static final Notice NOTICE = notice("rollcall: published, with gaps (exit 4)");

	@Test
	void publishesToATopicForPeopleAndForPrograms() {
		try (Listener sns = Listener.answering(200, TAKEN)) {
			assertThat(notices(topic(TOPIC), sns.uri(), LONG).tell(NOTICE)).isEmpty();
			Map<String, String> form = sns.only().form();
			assertThat(form).containsEntry("Action", "Publish")
				.containsEntry("TopicArn", TOPIC)
				.containsEntry("Subject", "Rollcall 2026-11-20, exit 4: published, with gaps")
				.containsEntry("MessageStructure", "json")
				.containsValues("exit_code", "4", "published", "true")
				.doesNotContainKeys("MessageGroupId", "MessageDeduplicationId");
			JsonNode message = JsonMapper.shared().readTree(form.get("Message"));
			assertThat(message.get("email").asString()).isEqualTo("rollcall: published, with gaps (exit 4)\n");
			JsonNode members = JsonMapper.shared().readTree(message.get("default").asString());
			assertThat(members.get("exit_code").asInt()).isEqualTo(4);
			assertThat(members.get("last_line").asString()).isEqualTo("rollcall: published, with gaps (exit 4)");
		}
	}

	@Test
	void publishesInOrderToATopicThatKeepsIt() {
		try (Listener sns = Listener.answering(200, TAKEN)) {
			assertThat(notices(topic(TOPIC + ".fifo"), sns.uri(), LONG).tell(NOTICE)).isEmpty();
			assertThat(sns.only().form()).containsEntry("MessageGroupId", "rollcall")
				.containsEntry("MessageDeduplicationId", END.toEpochMilli() + "-4");
		}
	}

	@Test
	void putsAnEventOnABus() {
		try (Listener events = Listener.answering(200, """
				{"FailedEntryCount": 0, "Entries": [{"EventId": "e-1"}]}""")) {
			assertThat(notices(bus("rollcall"), events.uri(), LONG).tell(NOTICE)).isEmpty();
			JsonNode entry = JsonMapper.shared().readTree(events.only().text()).get("Entries").get(0);
			assertThat(entry.get("EventBusName").asString()).isEqualTo("rollcall");
			assertThat(entry.get("Source").asString()).isEqualTo("rollcall");
			assertThat(entry.get("DetailType").asString()).isEqualTo("Rollcall Night Ended");
			assertThat(entry.get("Time").asLong()).isEqualTo(END.getEpochSecond());
			assertThat(JsonMapper.shared().readTree(entry.get("Detail").asString()).get("exit_code").asInt())
				.isEqualTo(4);
		}
	}

	@Test
	void saysWhatABusThatAnswersDidNotTake() {
		try (Listener events = Listener.answering(200,
				"""
						{"FailedEntryCount": 1, "Entries": [{"ErrorCode": "NotAuthorizedForSource", "ErrorMessage": "no"}]}""")) {
			assertThat(notices(bus("rollcall"), events.uri(), LONG).tell(NOTICE)).singleElement()
				.asString()
				.startsWith("notice.event-bus rollcall was not told: ")
				.contains("NotAuthorizedForSource: no");
		}
	}

	@Test
	void saysWhichPermissionATopicMisses() {
		try (Listener sns = Listener.answering(403, DENIED)) {
			assertThat(notices(topic(TOPIC), sns.uri(), LONG).tell(NOTICE)).singleElement()
				.asString()
				.startsWith("notice.sns-topic " + TOPIC + " was not told: ")
				.contains("not authorized to perform: SNS:Publish")
				.doesNotContain("Exception");
		}
	}

	@Test
	void waitsForNobodyWhoDoesNotAnswer() {
		Audience everybody = new Audience(topic(TOPIC).topic(), bus("rollcall").eventBus(),
				Optional.of(URI.create(NOBODY)));
		try (Listener silent = Listener.silent()) {
			long before = System.nanoTime();
			assertThat(notices(everybody, silent.uri(), Duration.ofMillis(400)).tell(NOTICE)).hasSize(3)
				.allSatisfy((warning) -> assertThat(warning).contains(" was not told: "));
			assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG);
		}
	}

	@Test
	void oneWhoCannotBeToldKeepsNothingFromAnother() {
		try (Listener sns = Listener.answering(200, TAKEN)) {
			Audience both = new Audience(topic(TOPIC).topic(), Optional.empty(), Optional.of(URI.create(NOBODY)));
			assertThat(notices(both, sns.uri(), LONG).tell(NOTICE)).singleElement()
				.asString()
				.startsWith("metrics.otlp-endpoint " + NOBODY + " was not told: ");
			assertThat(sns.received()).hasSize(1);
		}
	}

	@Test
	void pushesTheNumbersOfAPublishedNightToACollectorOnce() throws InvalidProtocolBufferException {
		try (Listener collector = Listener.answering(200, "")) {
			assertThat(collectedBy(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.uri() + "/")).tell(NOTICE))
				.isEmpty();
			assertThat(collector.only().path()).isEqualTo("/v1/metrics");
			assertThat(collector.only().type()).isEqualTo("application/x-protobuf");
			ResourceMetrics pushed = ExportMetricsServiceRequest.parseFrom(collector.only().body())
				.getResourceMetrics(0);
			assertThat(pushed.getResource().getAttributesList())
				.anySatisfy((attribute) -> assertThat(attribute.getKey() + "=" + attribute.getValue().getStringValue())
					.isEqualTo("service.name=rollcall"));
			assertThat(pushed.getScopeMetrics(0)
				.getMetricsList()
				.stream()
				.collect(Collectors.toMap(Metric::getName,
						(metric) -> metric.getGauge().getDataPoints(0).getAsDouble())))
				.isEqualTo(Map.of("rollcall.committed", 1.0, "rollcall.minutes", 1.5, "rollcall.cells_read", 31.0));
		}
	}

	@Test
	void saysWhatACollectorAnsweredThatTookNothing() {
		try (Listener collector = Listener.answering(401, "no token")) {
			assertThat(collectedBy(Map.of("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", collector.uri() + "/v1/metrics",
					"OTEL_EXPORTER_OTLP_ENDPOINT", NOBODY))
				.tell(NOTICE)).singleElement().asString().contains("401", "no token");
		}
	}

	@Test
	void hasNoNumbersOfANightThatIsNotPublished() {
		Notice unpublished = new Notice(5, false, END, "none", "none", Map.of(), Map.of());
		try (Listener collector = Listener.answering(200, "")) {
			assertThat(collectedBy(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.uri().toString())).tell(unpublished))
				.isEmpty();
			assertThat(collector.received()).isEmpty();
		}
	}

	@Test
	void aCollectorThatIsNoUrlIsAWarning() {
		assertThat(collectedBy(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "collector at home")).tell(NOTICE)).hasSize(1);
	}

	@Test
	void tellsNobodyWhereNobodyIsNamed() {
		assertThat(collectedBy(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", " ")).tell(NOTICE)).isEmpty();
	}

	@Test
	void whateverIsInItsTextsANoticeIsTaken() {
		String hostile = IntStream.range(0, 0x3000)
			.mapToObj((code) -> "\u0000\u001b[31m\ud800\uffff\ufdd0\u2028\ud83d\ude00é\"\\\r\n" + (char) code)
			.collect(Collectors.joining());
		Notice notice = new Notice(1, false, END, hostile, hostile, Map.of("last_line", hostile, "workbook", hostile),
				Map.of());
		assertThat(notice.subject()).hasSizeLessThan(100).matches("[ -~]+");
		assertThat(notice.text()).doesNotContainPattern("[\\p{Cc}\\p{Cs}\\p{Cn}&&[^\\n]]");
		assertThat(isPlain(notice.json())).isTrue();
		String message = Notice.write(Map.of("default", notice.json(), "email", notice.text()));
		assertThat(message.length()).isLessThan(256 * 1024);
		assertThat(isPlain(message)).isTrue();
	}

	private static boolean isPlain(String text) {
		return text.chars().allMatch((character) -> character >= ' ' && character <= '~');
	}

	private static Notice notice(String lastLine) {
		return new Notice(4, true, END, "Rollcall 2026-11-20, exit 4: published, with gaps", lastLine + "\n",
				Map.of("exit_code", 4, "last_line", lastLine),
				Map.of("Committed", 1, "Minutes", 1.5, "CellsRead", 31L));
	}

	private static Audience topic(String arn) {
		return new Audience(Arn.parse(arn), Optional.empty(), Optional.empty());
	}

	private static Audience bus(String name) {
		return new Audience(Optional.empty(), Optional.of(name), Optional.empty());
	}

	private static Notices collectedBy(Map<String, String> environment) {
		return Notices.of(Audience.NONE, connection(URI.create(NOBODY)), environment);
	}

	private static Notices notices(Audience audience, URI endpoint, Duration longest) {
		return Notices.of(audience, connection(endpoint), Map.of(), longest);
	}

	private static Connection connection(URI endpoint) {
		return new Connection(StaticCredentialsProvider.create(AwsBasicCredentials.create("an-id", "a-secret")),
				Region.US_EAST_1, Optional.of(endpoint), 1, Optional.empty());
	}

}
