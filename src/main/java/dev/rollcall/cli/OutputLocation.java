package dev.rollcall.cli;

import java.util.Optional;

import dev.rollcall.configuration.Configuration;
import dev.rollcall.input.BadInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --out}, and where nights are kept without it. */
final class OutputLocation {

	@Option(names = "--out", paramLabel = "WHERE",
			description = "Where nights are kept: a path, file:DIR or%ns3://BUCKET/PREFIX (default: the key 'output')")
	private @Nullable String out;

	/** What the flag names, else the configuration; empty where neither says. */
	Optional<String> of(Configuration configuration) {
		return Optional.ofNullable(this.out).or(configuration::output);
	}

	/**
	 * The same where one is needed.
	 * @throws BadInputException where neither says, or the flag names none
	 */
	String require(Configuration configuration) {
		if (this.out != null) {
			NightRun.checkOutput(this.out);
		}
		return of(configuration).orElseThrow(() -> new BadInputException(
				"--out or the key 'output' was expected: a path, file:DIR or s3://BUCKET/PREFIX"));
	}

}
