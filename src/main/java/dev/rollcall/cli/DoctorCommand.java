package dev.rollcall.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.account.Connection;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.doctor.Diagnosis;
import dev.rollcall.doctor.Doctor;
import dev.rollcall.doctor.Patient;
import dev.rollcall.doctor.Prognosis;
import dev.rollcall.job.NightStop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: what a night that is run now would lack. */
@Command(name = "doctor",
		description = "Looks at everything that a night needs and says what it would lack, and whom to ask. That is"
				+ " who we are, the clock, where nights are kept, the organization, each account, each source's"
				+ " permissions in a few accounts, Regions that a policy closes. What it writes it"
				+ " deletes. Exits as 'run' would, as far as that can be seen: 0 where all is well, 4 where there"
				+ " would be gaps, 5 where nothing would be published, 10 where the output cannot be used, 2 where"
				+ " the configuration asks for what cannot be had.")
final class DoctorCommand extends RollcallCommand {

	@Mixin
	private final ConfigurationFile file = new ConfigurationFile();

	@Mixin
	private final OutputLocation output = new OutputLocation();

	@Mixin
	private final NightExtent extent = new NightExtent();

	@Option(names = "--json", description = "Prints one JSON document instead")
	private boolean json;

	private final Clock clock = Clock.systemUTC();

	@Override
	public Integer call() {
		Logging.startWithoutCells();
		try (Workspace workspace = new Workspace(); Stop stop = new Stop(workspace, new NightStop())) {
			return examine(workspace).number();
		}
		catch (RuntimeException ex) {
			return end(ex);
		}
	}

	private ExitCode examine(Workspace workspace) {
		Patient patient = patient();
		DoctorReport report = new DoctorReport(out());
		List<Diagnosis> all = new ArrayList<>();
		Prognosis prognosis = Doctor.examine(patient, NightRun.runId(this.clock.instant()), workspace, (diagnosis) -> {
			all.add(diagnosis);
			if (!this.json) {
				report.print(diagnosis);
			}
		});
		ExitCode code = code(prognosis);
		if (this.json) {
			report.print(all, prognosis, code);
		}
		err().println(DoctorReport.conclusion(all, prognosis, code));
		return code;
	}

	private Patient patient() {
		List<String> endpoints = Endpoints.check(System.getenv());
		SourceCatalog catalog = SourceContext.catalog();
		Connection connection = RunCommand.connection();
		Configuration configuration = this.file.read(Map.of(), catalog.names());
		Optional<String> location = this.output.of(configuration);
		location.ifPresent(NightRun::checkOutput);
		return new Patient(connection, configuration, catalog, location.map(NightRun::output),
				this.extent.onlyAccounts(), this.extent.onlyRegions(), endpoints, Clocks.of(this.clock));
	}

	private static ExitCode code(Prognosis prognosis) {
		return switch (prognosis) {
			case COMPLETE -> ExitCode.COMPLETE;
			case GAPS -> ExitCode.GAPS;
			case UNREADABLE -> ExitCode.UNREADABLE;
			case UNUSABLE_OUTPUT -> ExitCode.UNUSABLE_OUTPUT;
			case REFUSED -> ExitCode.BAD_INPUT;
		};
	}

}
