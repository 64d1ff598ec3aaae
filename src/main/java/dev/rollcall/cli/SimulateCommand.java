package dev.rollcall.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;

import dev.rollcall.input.BadInputException;
import dev.rollcall.simulator.Scenario;
import dev.rollcall.simulator.SimulatedOrganization;
import dev.rollcall.simulator.world.Outline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate}: serves the simulated organization until it is stopped. */
@Command(name = "simulate",
		description = "Serves a simulated AWS Organization on loopback, for any AWS client, until it is stopped."
				+ " The first line on stdout is 'ready URL'; the caller is the audit account, with access key "
				+ SimulatedOrganization.ACCESS_KEY + " and secret '" + SimulatedOrganization.SECRET_KEY + "'.")
final class SimulateCommand extends RollcallCommand {

	@Option(names = "--port", paramLabel = "P", defaultValue = "0",
			description = "The port (default: ${DEFAULT-VALUE}, which is any)")
	private int port;

	@Mixin
	private final ScenarioOptions options = new ScenarioOptions();

	@Option(names = "--today", paramLabel = "YYYY-MM-DD",
			description = "The day before which everything happened there (default: as the scenario says, else today,"
					+ " UTC)")
	private @Nullable String today;

	private final Clock clock = Clock.systemUTC();

	@Override
	public Integer call() throws InterruptedException {
		Logging.startQuietly();
		if (this.port < 0 || this.port > 65535) {
			throw new BadInputException("--port: '" + this.port + "': a number from 0 to 65535 was expected");
		}
		Scenario read = dated(this.options.read(Outline.EXAMPLE));
		try (SimulatedOrganization organization = start(read)) {
			PrintWriter out = out();
			out.println("ready " + organization.endpoint());
			out.println("%d accounts, Regions %s. For any AWS client:".formatted(read.outline().accounts(),
					String.join(",", read.outline().regions())));
			String region = read.outline().regions().get(0);
			// The AWS CLI reads the second name of the Region alone.
			out.println("export AWS_ENDPOINT_URL=%s AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s"
				.formatted(organization.endpoint(), SimulatedOrganization.ACCESS_KEY, SimulatedOrganization.SECRET_KEY)
					+ " AWS_REGION=%s AWS_DEFAULT_REGION=%s".formatted(region, region));
			out.flush();
			Runtime.getRuntime().addShutdownHook(new Thread(organization::close, "stop"));
			new CountDownLatch(1).await();
		}
		return ExitCode.COMPLETE.number();
	}

	private Scenario dated(Scenario read) {
		return (this.today != null)
				? read
					.on(NightRun.date("--today", this.today, LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC)))
				: read;
	}

	private SimulatedOrganization start(Scenario read) {
		try {
			return SimulatedOrganization.start(read, this.port, this.clock);
		}
		catch (UncheckedIOException ex) {
			throw new BadInputException("--port: " + ex.getMessage());
		}
	}

}
