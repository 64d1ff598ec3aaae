package dev.rollcall.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import dev.rollcall.dataset.NightId;
import dev.rollcall.job.NightApplication;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The log where nobody watches: one JSON object a line, whatever the names in it. */
class LogLineTests {

	private static final NightId NIGHT = new NightId(LocalDate.parse("2026-11-20"), 3, "20261120t000000z-00c0ffee");

	/** What breaks lines, strings, terminals or encodings. */
	private static final List<String> HOSTILE = List.of("\n", "\r", "\r\n", "\u000b", "\f", "\u0085", "\u2028",
			"\u2029", "\u0000", "\u001b[31m", "\"", "\\", "\\n", "{", "}", "\"}\n{\"message\":\"cell\"", "\ud800",
			"\udc00", "\ud83d\ude00", "\u202e", "\ufeff", "%s", "${jndi:x}", "名前", "é", "'", "<x>", "\t", " ");

	/** Each has five names, in members of its own, of a list and of an error. */
	private static final int EVENTS = 1000;

	private final LoggerContext context = new LoggerContext();

	private final StructuredLogEncoder encoder = new StructuredLogEncoder();

	LogLineTests() {
		this.context.putObject(Environment.class.getName(), Logging.environment(NightApplication.logged(NIGHT)));
		this.encoder.setContext(this.context);
		this.encoder.setFormat("logstash");
		this.encoder.start();
	}

	@Test
	void namesTheNight() {
		JsonNode line = line("step", "collect");
		assertThat(line.get("run_id").asString()).isEqualTo(NIGHT.runId());
		assertThat(line.get("date").asString()).isEqualTo("2026-11-20");
		assertThat(line.get("attempt").asString()).isEqualTo("3");
		assertThat(line.get("message").asString()).isEqualTo("step");
		assertThat(line.get("name").asString()).isEqualTo("collect");
	}

	@Test
	void hostileNamesAreOneEventALine() {
		Random random = new Random(20261120);
		for (int i = 0; i < EVENTS; i++) {
			List<String> names = IntStream.range(0, 5).mapToObj((index) -> hostile(random)).toList();
			JsonNode line = line(names.get(0), names.get(1), names.get(2), names.subList(3, 5));
			assertThat(List.of("message", "name", "error_message", "names")).allMatch(line::has);
		}
	}

	private static String hostile(Random random) {
		return random.ints(random.nextInt(12), 0, HOSTILE.size())
			.mapToObj(HOSTILE::get)
			.collect(Collectors.joining("n" + random.nextInt(1000)));
	}

	@Test
	void hasNoCredentials() {
		assertThat(line("Signed in with AKIAIOSFODNN7EXAMPLE", "password=abc12345").toString())
			.doesNotContain("AKIAIOSFODNN7EXAMPLE", "abc12345");
	}

	private JsonNode line(String message, String name) {
		return line(message, name, name, List.of());
	}

	/** The one line that an event is. */
	private JsonNode line(String message, String name, String error, List<String> names) {
		LoggingEvent event = new LoggingEvent();
		event.setLoggerContext(this.context);
		event.setLoggerName("dev.rollcall");
		event.setThreadName(name);
		event.setInstant(Instant.parse("2026-11-24T01:02:03Z"));
		event.setLevel(Level.WARN);
		event.setMessage(message);
		event.setKeyValuePairs(List.of(new KeyValuePair("name", name), new KeyValuePair("error_message", error),
				new KeyValuePair("names", names)));
		event.setThrowableProxy(new ThrowableProxy(new IllegalStateException(error)));
		event.setMDCPropertyMap(Map.of("mdc", name));
		String written = new String(this.encoder.encode(event), StandardCharsets.UTF_8);
		assertThat(written).endsWith("}\n");
		assertThat(written.strip().split("[\\n\\r\\u000b\\f\\u0085\\u2028\\u2029]")).hasSize(1);
		return JsonMapper.shared().readTree(written);
	}

}
