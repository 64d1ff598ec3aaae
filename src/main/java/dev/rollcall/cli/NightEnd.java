package dev.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.rollcall.job.NightOutcome;
import dev.rollcall.notice.Notices;

/**
 * How {@code run} says that it has ended: to whom the configuration names, then the last
 * line for a person, and where none watches an event and the night's metrics, each a JSON
 * object.
 */
final class NightEnd {

	private final NightRun night;

	private final Notices notices;

	private final PrintWriter out;

	private final PrintWriter err;

	private final boolean interactive;

	private final Clock clock;

	NightEnd(NightRun night, Notices notices, PrintWriter out, PrintWriter err, boolean interactive, Clock clock) {
		this.night = night;
		this.notices = notices;
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
		Instant endedAt = this.clock.instant();
		Map<String, Number> metrics = published
			.map((outcome) -> NightMetrics.of(outcome, Duration.between(startedAt, endedAt)))
			.orElseGet(Map::of);
		tell(new NightSummary(code, this.night.night(), published, lastLine(said), metrics), endedAt);
		this.err.print(said);
		this.err.flush();
		return code;
	}

	private static String lastLine(StringWriter said) {
		return said.toString().lines().reduce("", (one, later) -> later);
	}

	private void tell(NightSummary summary, Instant endedAt) {
		List<String> untold = summary.isToBeTold() ? this.notices.tell(summary.notice(endedAt)) : List.of();
		if (this.interactive) {
			untold.forEach((warning) -> this.err.println("warning: " + Rollcall.oneLine(warning)));
		}
		else if (!summary.lastLine().isEmpty()) {
			OutcomeLog.say(summary, untold);
			summary.outcome()
				.ifPresent((outcome) -> this.out.println(MetricsLine.of(outcome, summary.metrics(), endedAt)));
			this.out.flush();
		}
	}

}
