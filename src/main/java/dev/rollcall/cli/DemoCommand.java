package dev.rollcall.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.account.Connection;
import dev.rollcall.cli.NightRun.Wish;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.job.NightMode;
import dev.rollcall.job.NightOutcome;
import dev.rollcall.job.NightStop;
import dev.rollcall.simulator.Scenario;
import dev.rollcall.simulator.SimulatedOrganization;
import dev.rollcall.simulator.world.Outline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** {@code demo}: a night against the simulated organization. */
@Command(name = "demo",
		description = "Runs a whole night against a simulated organization: no AWS, no network. Every page of its"
				+ " workbook is marked as simulated. Can be run again and again; exits with 0 when the night is"
				+ " published.")
final class DemoCommand extends RollcallCommand {

	/**
	 * Nothing is far away, but the machine may be busy: what hangs is asked three times,
	 * and may take as long as the rest of the night.
	 */
	private static final Map<String, String> DEADLINES = Map.of("deadlines.attempt", "4s", "deadlines.call", "15s",
			"deadlines.cell", "20s");

	/** The server shares the processors: more calls at once would only wait for it. */
	private static final int IN_FLIGHT = 16;

	@Option(names = "--out", paramLabel = "WHERE", defaultValue = "out",
			description = "Where nights are kept: a path, file:DIR or%ns3://BUCKET/PREFIX (default: ${DEFAULT-VALUE})")
	private String out = "";

	@Mixin
	private final ScenarioOptions options = new ScenarioOptions();

	@Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "The night (default: today, UTC)")
	private @Nullable String date;

	@Option(names = "--locale", paramLabel = "en|ja", description = "The workbook's language (default: en)")
	private @Nullable String locale;

	private final Clock clock = Clock.systemUTC();

	private final NightStop stop = new NightStop();

	@Override
	public Integer call() {
		Logging.start(true);
		LocalDate night = NightRun.date(this.date, this.clock.instant());
		Scenario scenario = this.options.read("company").on(night);
		SourceCatalog catalog = SourceContext.catalog();
		Configuration configuration = configuration(catalog);
		Output output = NightRun.output(this.out);
		try (Workspace workspace = new Workspace();
				Stop signal = new Stop(workspace, this.stop);
				SimulatedOrganization organization = SimulatedOrganization.start(scenario, 0, this.clock)) {
			Wish wish = new Wish(connection(scenario, organization.endpoint()), configuration, output, night,
					new NightMode(true, false), Optional.empty(), Optional.empty());
			return run(wish, catalog, workspace, new SlowMachine(scenario)).number();
		}
	}

	private ExitCode run(Wish wish, SourceCatalog catalog, Workspace workspace, SlowMachine slow) {
		Instant startedAt = this.clock.instant();
		PrintWriter err = err();
		try (TerminalProgress bar = new TerminalProgress();
				Heartbeat progress = Heartbeat.of(Terminal.isInteractive() ? bar : new LineProgress(err), this.clock)) {
			NightOutcome outcome = new NightRun(catalog, workspace, progress, this.stop, clocks(wish.date())).run(wish,
					List.of());
			welcome(wish, outcome, Duration.between(startedAt, this.clock.instant()));
			slow.sentence(outcome.timedOut()).ifPresent(err::println);
			ExitCode real = NightRun.code(outcome);
			err.println("rollcall: a simulated night is published; 'run' would have exited with %d: %s (exit %d)"
				.formatted(real.number(), real.meaning(), ExitCode.COMPLETE.number()));
			return ExitCode.COMPLETE;
		}
		catch (RuntimeException ex) {
			return Failures.end(ex, err());
		}
	}

	/** The organization's today is the night's date; calls are made now. */
	private Clocks clocks(LocalDate night) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		return new Clocks(this.clock, Clock.offset(this.clock, Duration.ofDays(ChronoUnit.DAYS.between(today, night))));
	}

	/** What to open first. */
	private void welcome(Wish wish, NightOutcome outcome, Duration duration) {
		PrintWriter out = out();
		out.println();
		out.println("The simulated night of %s over %s is published, in %.1f s: %s".formatted(wish.date(),
				wish.connection().simulation().orElse(""), duration.toMillis() / 1000.0,
				"%d accounts, %d cells, %d gaps, %d findings (%d NON_COMPLIANT)".formatted(outcome.accounts(),
						outcome.cells(), outcome.gaps(), outcome.findings(), outcome.nonCompliant())));
		out.println();
		out.println("Open first   " + outcome.location());
		out.println("             Cover: what is missing and why. Summary: where we stand by CSF Category.");
		out.println("Parquet      " + wish.output().locate("") + "  ('ddl --engine duckdb' makes views of it)");
		out.println("Next         'simulate' serves the same organization to any AWS client; 'run' is for a real one.");
		out.println();
		out.flush();
	}

	private Configuration configuration(SourceCatalog catalog) {
		Map<String, String> flags = new HashMap<>(DEADLINES);
		if (this.locale != null) {
			flags.put("locale", this.locale);
		}
		return ConfigurationReader.read("demo", "", flags, Map.of(), catalog.names());
	}

	private static Connection connection(Scenario scenario, URI endpoint) {
		var credentials = AwsBasicCredentials.create(SimulatedOrganization.ACCESS_KEY,
				SimulatedOrganization.SECRET_KEY);
		return new Connection(StaticCredentialsProvider.create(credentials),
				Region.of(scenario.outline().regions().get(0)), Optional.of(endpoint), IN_FLIGHT,
				Optional.of(description(scenario)));
	}

	private static String description(Scenario scenario) {
		Outline outline = scenario.outline();
		return "%d accounts in %s (seed %d)".formatted(outline.accounts(), (outline.regions().size() <= 3)
				? String.join(", ", outline.regions()) : outline.regions().size() + " Regions", outline.seed());
	}

}
