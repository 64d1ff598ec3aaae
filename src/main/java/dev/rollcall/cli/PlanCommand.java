package dev.rollcall.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import dev.rollcall.account.Connection;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.job.AwsVisit;
import dev.rollcall.job.HeapNeed;
import dev.rollcall.job.Policies;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.Roster;
import dev.rollcall.plan.Bound;
import dev.rollcall.plan.NightPlan;
import dev.rollcall.plan.NightPlan.Machine;
import dev.rollcall.plan.NightPlan.Size;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: what a night would come to. */
@Command(name = "plan",
		description = "Says how many cells, calls and minutes a night would take here, what bounds it, and the heap that"
				+ " it needs. Reads the roster and the Regions and calls nothing else; with --accounts and --regions it"
				+ " calls nothing at all. Writes nothing. Exits with 0, or with 5 where the organization cannot be read.")
final class PlanCommand extends RollcallCommand {

	private static final int MOST_ACCOUNTS = 1_000_000;

	private static final int MOST_REGIONS = 100;

	@Mixin
	private final ConfigurationFile file = new ConfigurationFile();

	@Option(names = "--accounts", paramLabel = "N", description = "As if there were so many, all active")
	private @Nullable Integer accounts;

	@Option(names = "--regions", paramLabel = "N", description = "As if each were asked in so many")
	private @Nullable Integer regions;

	private final Clock clock = Clock.systemUTC();

	@Override
	public Integer call() {
		Logging.startQuietly();
		try {
			return plan().number();
		}
		catch (RuntimeException ex) {
			return end(ex);
		}
	}

	private ExitCode plan() {
		SourceCatalog catalog = SourceContext.catalog();
		Configuration configuration = this.file.read(Map.of(), catalog.names());
		int sessions = Math.toIntExact(new Policies(catalog, configuration, "aws").sessions()
			.keySet()
			.stream()
			.filter((kind) -> kind.startsWith("account"))
			.count());
		Size size = given(sessions).orElseGet(() -> discovered(catalog, configuration, sessions));
		NightPlan plan = new NightPlan(
				catalog.definitions()
					.stream()
					.filter((source) -> !configuration.excludedSources().contains(source.name()))
					.filter((source) -> configuration.roster() == Roster.ORGANIZATION
							|| source.askedIn() == AskedIn.ACCOUNT)
					.toList(),
				size, new Machine(Connection.callsInFlight(), Runtime.getRuntime().availableProcessors()));
		print(plan);
		err().println("rollcall: a night is planned; nothing was written (exit 0)");
		return ExitCode.COMPLETE;
	}

	private Optional<Size> given(int sessions) {
		if ((this.accounts == null) != (this.regions == null)) {
			throw new BadInputException(((this.accounts == null) ? "--accounts" : "--regions")
					+ " was expected too: without both, the roster and the Regions are read");
		}
		if (this.accounts == null || this.regions == null) {
			return Optional.empty();
		}
		require("--accounts", this.accounts, MOST_ACCOUNTS);
		require("--regions", this.regions, MOST_REGIONS);
		return Optional.of(new Size(this.accounts, this.accounts, this.regions, sessions));
	}

	private static void require(String flag, int value, int most) {
		if (value < 1 || value > most) {
			throw new BadInputException(flag + ": '" + value + "': a number from 1 to " + most + " was expected");
		}
	}

	private Size discovered(SourceCatalog catalog, Configuration configuration, int sessions) {
		Endpoints.check(System.getenv()).forEach((said) -> err().println("warning: " + Rollcall.oneLine(said)));
		try (Workspace workspace = new Workspace();
				AwsVisit visit = AwsVisit.begin(RunCommand.connection(), configuration, catalog, "rollcall-plan",
						configuration.deadlines(), UnaryOperator.identity(), workspace, Clocks.of(this.clock))) {
			Discovery found = visit.way().discover(new TreeSet<>(configuration.regions()));
			Set<?> excluded = configuration.excludedAccounts();
			long callable = found.accounts()
				.stream()
				.filter((account) -> account.state().isCallable() && !excluded.contains(account.id()))
				.count();
			return new Size(found.accounts().size(), callable, found.regions().size(), sessions);
		}
	}

	private void print(NightPlan plan) {
		Size size = plan.size();
		List<Bound> bounds = plan.bounds();
		line("accounts", "%,d, of which %,d are called, in %d Regions".formatted(size.accounts(), size.callable(),
				size.regions()));
		line("cells", "%,d of accounts, %,d of the organization, about %,d of things that they name"
			.formatted(plan.accountCells(), plan.organizationCells(), plan.thingCells()));
		line("calls", "%,d with one thing of every kind everywhere, %,d with nothing; the rest is for the former"
			.formatted(plan.calls(), plan.fewestCalls()));
		if (plan.unprovenCalls() > 0) {
			line("", "and %,d more where those who answer for the organization prove nothing of its accounts"
				.formatted(plan.unprovenCalls()));
		}
		line("minutes", "about %s, if nothing is refused or slow".formatted(minutes(plan.seconds())));
		line("binds", inWords(bounds.get(0)));
		bounds.stream().skip(1).forEach((bound) -> line("", "then " + inWords(bound)));
		line("heap", "-Xmx%dm".formatted(new HeapNeed(Math.toIntExact(size.accounts()), size.regions()).megabytes()));
		line("assumed", "150 ms a call, 8 calls a second of Organizations, one trail with bucket and key an account;");
		line("", "measured: 1.5 ms of processor a call, a night of 20 s and 1.35 of what binds (docs/benchmark.md)");
		out().flush();
	}

	private void line(String name, String words) {
		out().println("%-10s%s".formatted(name, words));
	}

	private static String inWords(Bound bound) {
		return minutes(bound.seconds()) + " min: " + bound.name();
	}

	private static String minutes(double seconds) {
		return "%.1f".formatted(seconds / 60);
	}

}
