package dev.rollcall.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.input.Mistakes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: whether what people write is sound. */
@Command(name = "check",
		description = "Checks everything that people write: configuration, controls, derived datasets, waivers, sheets"
				+ " and template, here and packaged. Says all mistakes at once, each in a line with file, line and key."
				+ " Calls and writes nothing. Exits with 0 where all is sound, else with 2.")
final class CheckCommand extends RollcallCommand {

	@Mixin
	private final ConfigurationFile file = new ConfigurationFile();

	private final Clock clock = Clock.systemUTC();

	@Override
	public Integer call() {
		Logging.startQuietly();
		PrintWriter err = err();
		try {
			Written written = written();
			Stream
				.concat(written.entryWarnings().stream(),
						written.warnings(written.configuration().dayOf(this.clock.instant())).stream())
				.forEach((warning) -> err.println("warning: " + Rollcall.oneLine(warning)));
			err.println("rollcall: what people write here is sound: %s; nothing was called (exit %d)"
				.formatted(written.inWords(), ExitCode.COMPLETE.number()));
			return ExitCode.COMPLETE.number();
		}
		catch (RuntimeException ex) {
			return Failures.end(ex, err).number();
		}
	}

	private Written written() {
		SourceCatalog sources = SourceContext.catalog();
		Mistakes mistakes = new Mistakes();
		Optional<Written> written = new WrittenReader(sources)
			.readWholly(() -> this.file.read(Map.of(), sources.names()), mistakes);
		mistakes.refuse();
		return written.orElseThrow();
	}

}
