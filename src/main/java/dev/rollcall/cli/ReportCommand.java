package dev.rollcall.cli;

import java.nio.file.Path;
import java.time.LocalDate;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.control.Projections;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.JobConfig;
import dev.rollcall.job.NightApplication;
import dev.rollcall.job.NightReport;
import dev.rollcall.job.NightStop;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.CommittedRuns;
import dev.rollcall.workbook.WorkbookDesign;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: the workbook of a published night again. */
@Command(name = "report",
		description = "Renders the workbook of a published night again, from what the night left behind: no AWS"
				+ " account is called, and nothing is written to where nights are kept. Every file is held to the"
				+ " night's manifest first.")
final class ReportCommand extends RollcallCommand {

	@Mixin
	private final NightChoice choice = new NightChoice();

	@Option(names = "--to", paramLabel = "FILE",
			description = "The workbook; replaces a file that is there (default: ./rollcall-YYYY-MM-DD.xlsx)")
	private @Nullable Path to;

	@Option(names = "--locale", paramLabel = "en|ja", description = "The language (default: the night's own)")
	private @Nullable String locale;

	@Option(names = "--csf", paramLabel = "2.0|1.1",
			description = "The version of NIST CSF that leads (default: the night's own)")
	private @Nullable String csf;

	@Override
	public Integer call() {
		Logging.start(Terminal.isInteractive());
		LocalDate night = this.choice.date();
		Output output = this.choice.output();
		Path target = this.choice.target(this.to, "rollcall-" + night + ".xlsx");
		try (Workspace workspace = new Workspace(); Stop stop = new Stop(workspace, new NightStop())) {
			SourceCatalog sources = SourceContext.catalog();
			CommittedRuns committed = CommittedRuns.of(output, workspace);
			CommittedRun run = this.choice.find(committed, output);
			Projections projections = Projections.load(JobConfig.find("job-config"), NightApplication.shape(sources));
			WorkbookDesign design = WorkbookDesign.load(JobConfig.find("reports-templates"), language(run),
					sources.names(), NightApplication.published(sources, projections));
			new NightReport(sources, projections, design, output, committed, workspace).write(run, leading(run),
					target);
			out().println(target);
			err().println("rollcall: the workbook of %s, attempt %d, is written; that night had %d gaps (exit %d)"
				.formatted(night, run.run().attempt(), run.run().gaps(), ExitCode.COMPLETE.number()));
			return ExitCode.COMPLETE.number();
		}
		catch (RuntimeException ex) {
			return end(ex);
		}
	}

	private String language(CommittedRun run) {
		String own = run.run().locale();
		return ConfigurationReader.locale("--locale", (this.locale != null) ? this.locale : (own != null) ? own : "en");
	}

	private CsfVersion leading(CommittedRun run) {
		String own = run.run().csf();
		return ConfigurationReader.csf("--csf", (this.csf != null) ? this.csf : (own != null) ? own : "2.0");
	}

}
