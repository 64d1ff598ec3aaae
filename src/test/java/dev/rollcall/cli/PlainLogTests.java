package dev.rollcall.cli;

import java.time.Instant;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainLogTests {

	@Test
	void saysTimeLevelAndMessageWithoutCredentials() {
		assertThat(new PlainLog().format(event("Signed in with AKIAIOSFODNN7EXAMPLE")))
			.isEqualTo("01:02:03Z WARN Signed in with [redacted]" + System.lineSeparator());
	}

	@Test
	void saysWhatWasThrown() {
		LoggingEvent event = event("The night failed");
		event.setThrowableProxy(new ThrowableProxy(new IllegalStateException("password=abc")));
		assertThat(new PlainLog().format(event)).startsWith("01:02:03Z WARN The night failed" + System.lineSeparator())
			.contains("IllegalStateException: password=[redacted]")
			.contains("\tat dev.rollcall.cli.PlainLogTests")
			.endsWith(System.lineSeparator());
	}

	private static LoggingEvent event(String message) {
		LoggingEvent event = new LoggingEvent();
		event.setInstant(Instant.parse("2026-11-24T01:02:03Z"));
		event.setLevel(Level.WARN);
		event.setMessage(message);
		return event;
	}

}
