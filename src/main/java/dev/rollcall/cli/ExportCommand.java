package dev.rollcall.cli;

import java.nio.file.Path;
import java.time.LocalDate;

import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.export.ExportFormat;
import dev.rollcall.export.NightExport;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Suggestion;
import dev.rollcall.job.NightStop;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.CommittedRuns;
import dev.rollcall.publication.PublishedNight;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: a published night in the format of others. */
@Command(name = "export",
		description = "Writes the findings of a published night in the format of others: no AWS account is called,"
				+ " and nothing is written to where nights are kept. Every file is held to the night's manifest"
				+ " first.")
final class ExportCommand extends RollcallCommand {

	@Mixin
	private final NightChoice choice = new NightChoice();

	@Option(names = "--format", paramLabel = "ocsf|asff|oscal|csv", required = true, description = "The format")
	private String format = "";

	@Option(names = "--to", paramLabel = "FILE",
			description = "The file; replaces one that is there (default:%n./rollcall-YYYY-MM-DD.ENDING)")
	private @Nullable Path to;

	@Override
	public Integer call() {
		Logging.start(Terminal.isInteractive());
		ExportFormat as = format();
		LocalDate night = this.choice.date();
		Output output = this.choice.output();
		Path target = this.choice.target(this.to, "rollcall-" + night + "." + as.ending());
		try (Workspace workspace = new Workspace(); Stop stop = new Stop(workspace, new NightStop())) {
			CommittedRun run = this.choice.find(CommittedRuns.of(output, workspace), output);
			long findings = new NightExport(new PublishedNight(output, workspace, run), workspace).write(as, target);
			out().println(target);
			err().println(
					"rollcall: %d findings of %s, attempt %d, are written as %s%s; that night had %d gaps (exit %d)"
						.formatted(findings, night, run.run().attempt(), as,
								(as == ExportFormat.ASFF) ? ", without what is NOT_APPLICABLE" : "", run.run().gaps(),
								ExitCode.COMPLETE.number()));
			return ExitCode.COMPLETE.number();
		}
		catch (RuntimeException ex) {
			return end(ex);
		}
	}

	private ExportFormat format() {
		return ExportFormat.of(this.format)
			.orElseThrow(() -> new BadInputException(
					"--format: '" + this.format + "'; " + Suggestion.of(this.format, ExportFormat.names())));
	}

}
