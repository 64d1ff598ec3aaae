package dev.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

import dev.rollcall.dataset.Output;
import dev.rollcall.input.BadInputException;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.CommittedRuns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which published night a command reads, and where what it writes may go. */
final class NightChoice {

	@Option(names = "--from", paramLabel = "WHERE", required = true,
			description = "Where nights are kept: a path, file:DIR or%ns3://BUCKET/PREFIX")
	private String from = "";

	@Option(names = "--date", paramLabel = "YYYY-MM-DD", required = true, description = "The night")
	private String date = "";

	@Option(names = "--attempt", paramLabel = "N", description = "Which attempt of that date (default: the latest)")
	private @Nullable Integer attempt;

	/** Its date. */
	LocalDate date() {
		return NightRun.date(this.date, Clock.systemUTC().instant());
	}

	/** Where nights are kept. */
	Output output() {
		return NightRun.output(this.from);
	}

	/**
	 * The night.
	 * @param committed those of the output
	 * @throws BadInputException where there is none
	 */
	CommittedRun find(CommittedRuns committed, Output output) {
		LocalDate night = date();
		if (this.attempt != null) {
			return committed.attempt(night, this.attempt)
				.orElseThrow(() -> new BadInputException("--attempt: " + output + " holds no attempt " + this.attempt
						+ " of " + night + "; the latest is " + (committed.nextAttempt(night) - 1)));
		}
		return committed.latestAttempt(night)
			.orElseThrow(() -> new BadInputException("--date: " + output + " holds no published night of " + night
					+ committed.span().map((span) -> "; it holds " + span).orElse("; it holds none")));
	}

	/**
	 * Where a file goes: never among the nights.
	 * @param to what the flag names
	 * @param otherwise its name where the flag names nothing
	 * @throws BadInputException where there can be no such file
	 */
	Path target(@Nullable Path to, String otherwise) {
		Path target = (to != null) ? to : Path.of(otherwise);
		Path whole = target.toAbsolutePath().normalize();
		if (Files.isDirectory(whole)) {
			throw new BadInputException("--to: " + target + ": a file was expected, not a directory");
		}
		Path directory = whole.getParent();
		if (directory == null || !Files.isDirectory(directory)) {
			throw new BadInputException("--to: " + target + ": the directory " + directory + " does not exist");
		}
		if (!this.from.startsWith("s3://") && isBelow(whole, this.from)) {
			throw new BadInputException(
					"--to: " + target + ": lies in " + this.from + ", which only nights are written to");
		}
		return target;
	}

	private static boolean isBelow(Path file, String location) {
		Path kept = Path.of(location.startsWith("file:") ? location.substring("file:".length()) : location);
		return file.startsWith(kept.toAbsolutePath().normalize());
	}

}
