package dev.rollcall.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Connection;
import dev.rollcall.cli.NightRun.Wish;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.job.NightMode;
import dev.rollcall.job.NightStop;
import dev.rollcall.notice.Notices;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/** {@code run}: a night. */
@Command(name = "run",
		description = "Runs a night: calls every account, judges what it found, publishes data and workbook.")
final class RunCommand extends RollcallCommand {

	@Mixin
	private final ConfigurationFile file = new ConfigurationFile();

	@Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "The night (default: today, UTC)")
	private @Nullable String date;

	@Mixin
	private final OutputLocation output = new OutputLocation();

	@Mixin
	private final NightExtent extent = new NightExtent();

	@Option(names = "--locale", paramLabel = "en|ja", description = "The workbook's language")
	private @Nullable String locale;

	@Option(names = "--csf", paramLabel = "2.0|1.1", description = "The version of NIST CSF that leads")
	private @Nullable String csf;

	@Option(names = "--fail-on", paramLabel = "critical|high|medium|low",
			description = "Exit with 3 on NON_COMPLIANT findings at or above this severity")
	private @Nullable String failOn;

	@Option(names = "--again",
			description = "A new attempt for a date that is published, or was begun with another configuration")
	private boolean again;

	@Option(names = "--top-up",
			description = "A new attempt that reads only the gaps of the date's last one and keeps the rest")
	private boolean topUp;

	@Option(names = "--backdate", description = "Takes a --date of more than a day ago; what is read is of today")
	private boolean backdate;

	private final Clock clock = Clock.systemUTC();

	private final NightStop stop = new NightStop();

	@Override
	public Integer call() {
		boolean interactive = Terminal.isInteractive();
		Logging.start(interactive);
		try (Workspace workspace = new Workspace(); Stop signal = new Stop(workspace, this.stop)) {
			return run(workspace, interactive).number();
		}
	}

	private ExitCode run(Workspace workspace, boolean interactive) {
		List<String> warnings = new ArrayList<>(Endpoints.check(System.getenv()));
		SourceCatalog catalog = SourceContext.catalog();
		Asked asked = asked(catalog);
		Wish wish = asked.wish();
		warnings.addAll(asked.written().entryWarnings());
		warnings.addAll(unknownRegions(wish));
		Instant startedAt = this.clock.instant();
		try (TerminalProgress bar = new TerminalProgress();
				Heartbeat progress = Heartbeat.of(interactive ? bar : new LogProgress(this.clock), this.clock)) {
			NightRun night = new NightRun(catalog, workspace, progress, this.stop, Clocks.of(this.clock));
			Notices notices = Notices.of(wish.configuration().audience(), wish.connection(), System.getenv());
			return new NightEnd(night, notices, out(), err(), interactive, this.clock)
				.of(() -> night.run(wish, asked.written(), warnings), startedAt);
		}
	}

	/** Flags and files are read all, so that every mistake is said at once. */
	private Asked asked(SourceCatalog catalog) {
		Mistakes mistakes = new Mistakes();
		Optional<Connection> connection = mistakes.of(RunCommand::connection);
		Optional<LocalDate> night = mistakes.of(this::night);
		Optional<NightMode> mode = mistakes.of(this::mode);
		Optional<Optional<Set<AccountId>>> only = mistakes.of(this.extent::onlyAccounts);
		Optional<Optional<List<String>>> regions = mistakes.of(this.extent::onlyRegions);
		Optional<Written> written = new WrittenReader(catalog).read(() -> configuration(catalog.names()), mistakes);
		Optional<String> location = written
			.flatMap((sound) -> mistakes.of(() -> this.output.require(sound.configuration())));
		mistakes.refuse();
		return new Asked(written.orElseThrow(),
				new Wish(connection.orElseThrow(), written.orElseThrow().configuration(),
						NightRun.output(location.orElseThrow()), night.orElseThrow(), mode.orElseThrow(),
						only.orElseThrow(), regions.orElseThrow()));
	}

	/**
	 * Evidence is of the moment in which it is read: under an older date it would be
	 * taken for what was so then.
	 */
	private LocalDate night() {
		Instant now = this.clock.instant();
		LocalDate night = NightRun.date(this.date, now);
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		if (night.isBefore(today.minusDays(1)) && !this.backdate) {
			throw new BadInputException("--date: " + night + " is more than a day ago, and what is read is of today, "
					+ today + " (UTC); --backdate publishes it under that date all the same");
		}
		return night;
	}

	private NightMode mode() {
		if (this.topUp && this.extent.flag().isPresent()) {
			throw new BadInputException("--top-up: reads the gaps of a whole night; " + this.extent.flag().get()
					+ " cannot be given with it");
		}
		return new NightMode(this.again, this.topUp);
	}

	private Configuration configuration(Set<String> sources) {
		Map<String, String> flags = new HashMap<>();
		put(flags, "locale", this.locale);
		put(flags, "csf", this.csf);
		put(flags, "fail-on", this.failOn);
		return this.file.read(flags, sources);
	}

	private static void put(Map<String, String> flags, String key, @Nullable String value) {
		if (value != null) {
			flags.put(key, value);
		}
	}

	static Connection connection() {
		try {
			Connection connection = Connection.standard();
			ConfigurationReader.regions("AWS_REGION", connection.home().id());
			return connection;
		}
		catch (SdkClientException ex) {
			throw new BadInputException("AWS_REGION: the Region in which Rollcall runs was expected");
		}
	}

	private static List<String> unknownRegions(Wish wish) {
		List<String> warnings = new ArrayList<>();
		List<String> known = Region.regions().stream().map(Region::id).toList();
		wish.onlyRegions()
			.orElse(wish.configuration().regions())
			.stream()
			.filter((region) -> !known.contains(region))
			.forEach((region) -> warnings.add("The Region " + region + " is not known to this version; it is called"));
		return warnings;
	}

	/** What flags and files ask for, found sound. */
	private record Asked(Written written, Wish wish) {

	}

}
