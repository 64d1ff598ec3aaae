package dev.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import dev.rollcall.job.NightOutcome;

/**
 * How {@code run} says that it has ended: the last line for a person, and where none
 * watches an event and the night's metrics, each a JSON object.
 */
final class NightEnd {

	private final NightRun night;

	private final PrintWriter out;

	private final PrintWriter err;

	private final boolean interactive;

	private final Clock clock;

	NightEnd(NightRun night, PrintWriter out, PrintWriter err, boolean interactive, Clock clock) {
		this.night = night;
		this.out = out;
		this.err = err;
		this.interactive = interactive;
		this.clock = clock;
	}

	/** Runs a night and says how it ended. */
	ExitCode of(Supplier<NightOutcome> run, Instant startedAt) {
		StringWriter said = new StringWriter();
		Optional<NightOutcome> published = Optional.empty();
		ExitCode code;
		try {
			NightOutcome outcome = run.get();
			published = Optional.of(outcome);
			code = NightRun.code(outcome)
				.tell(new PrintWriter(said, true),
						(outcome.partial() ? "a partial night: " : "") + OutcomeWords.of(outcome));
		}
		catch (RuntimeException ex) {
			code = Failures.end(ex, new PrintWriter(said, true));
		}
		String lastLine = said.toString().lines().reduce("", (one, later) -> later);
		if (!this.interactive && !lastLine.isEmpty()) {
			OutcomeLog.say(code, this.night.night(), published, lastLine);
			published.ifPresent((outcome) -> this.out.println(metrics(outcome, startedAt)));
			this.out.flush();
		}
		this.err.print(said);
		this.err.flush();
		return code;
	}

	private String metrics(NightOutcome outcome, Instant startedAt) {
		Instant now = this.clock.instant();
		return MetricsLine.of(outcome, now, Duration.between(startedAt, now));
	}

}
