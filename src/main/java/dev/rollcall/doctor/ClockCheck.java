package dev.rollcall.doctor;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import dev.rollcall.doctor.Diagnosis.Subject;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Holds this machine's clock to the one that dated an answer of AWS. */
final class ClockCheck {

	/** What a network and a header of whole seconds may make of two equal clocks. */
	private static final Duration AGREES = Duration.ofSeconds(5);

	/** AWS takes signatures that are five minutes off. */
	private static final Duration REFUSED = Duration.ofMinutes(5);

	private static final String NEXT = "set this machine's clock (chrony, the hypervisor's time service)";

	private final Clock clock;

	ClockCheck(Clock clock) {
		this.clock = clock;
	}

	/**
	 * What the answer's {@code Date} says of our clock, which has just received it.
	 */
	Diagnosis of(Optional<SdkHttpResponse> answer) {
		Optional<Instant> date = answer.flatMap((response) -> response.firstMatchingHeader("Date"))
			.flatMap(ClockCheck::date);
		if (date.isEmpty()) {
			return Diagnosis.note(Subject.CLOCK, null, "The answer has no date, so nothing is known of our clock",
					null);
		}
		Duration ahead = Duration.between(date.get(), this.clock.instant());
		if (ahead.abs().compareTo(AGREES) <= 0) {
			return Diagnosis.ok(Subject.CLOCK, null, "agrees with AWS's");
		}
		String finding = ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " AWS's";
		return (ahead.abs().compareTo(REFUSED) < 0)
				? Diagnosis.note(Subject.CLOCK, null, finding + "; from 300 s on AWS refuses signatures", NEXT)
				: Diagnosis.fault(Subject.CLOCK, null, finding + ", which makes AWS refuse signatures", NEXT);
	}

	private static Optional<Instant> date(String header) {
		try {
			return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
