package dev.rollcall.simulator;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.HttpCall;
import dev.rollcall.simulator.wire.HttpReply;

/** Refuses what was signed at another time than the server's clock shows. */
final class SigningTime {

	private static final Duration TOLERATED = Duration.ofMinutes(5);

	private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final Clock clock;

	/**
	 * A check.
	 * @param skew how far the server's clock is ahead of the other one
	 */
	SigningTime(Clock clock, Duration skew) {
		this.clock = Clock.offset(clock, skew);
	}

	/**
	 * Holds a call to it.
	 * @throws dev.rollcall.simulator.wire.ErrorAnswer where it was signed too early or
	 * too late
	 */
	void require(HttpCall call, Service service) {
		String signed = call.header("x-amz-date").orElse("");
		Instant now = this.clock.instant();
		try {
			Instant at = Instant.from(WRITTEN.parse(signed));
			if (Duration.between(at, now).abs().compareTo(TOLERATED) > 0) {
				throw Refusals.skewed(service, signed, WRITTEN.format(now));
			}
		}
		catch (DateTimeException ex) {
			throw Refusals.skewed(service, signed, WRITTEN.format(now));
		}
	}

	/** An answer with the server's time on it. */
	HttpReply dated(HttpReply reply) {
		Map<String, String> headers = new LinkedHashMap<>(reply.headers());
		headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(this.clock.instant().atZone(ZoneOffset.UTC)));
		return new HttpReply(reply.status(), headers, reply.body());
	}

}
