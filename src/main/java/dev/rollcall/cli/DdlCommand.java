package dev.rollcall.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.control.Projections;
import dev.rollcall.dataset.Output;
import dev.rollcall.ddl.AthenaDialect;
import dev.rollcall.ddl.DataDictionary;
import dev.rollcall.ddl.Dialect;
import dev.rollcall.ddl.DuckDbDialect;
import dev.rollcall.ddl.Location;
import dev.rollcall.ddl.Script;
import dev.rollcall.ddl.Table;
import dev.rollcall.ddl.TrinoDialect;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Suggestion;
import dev.rollcall.job.NightApplication;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ddl}: the tables and views by which engines of SQL read published nights. */
@Command(name = "ddl",
		description = "Prints the tables and views by which Athena, Trino or DuckDB read nights. They are three databases:"
				+ " rollcall_files (the files as they lie), rollcall (the latest full attempt of each date) and"
				+ " rollcall_latest (the latest of those). A newer version's statements are applied over the older;"
				+ " no file is touched, and no account is called.")
final class DdlCommand extends RollcallCommand {

	/** No night was made before Rollcall was. */
	private static final String FIRST = "2026-01-01";

	@Mixin
	private final ConfigurationFile file = new ConfigurationFile();

	@Option(names = "--engine", paramLabel = "athena|trino|duckdb", required = true, description = "For which engine")
	private String engine = "";

	@Option(names = "--since", paramLabel = "YYYY-MM-DD",
			description = "The first night that is looked for; what lies before it is not seen (default: " + FIRST
					+ " for athena and trino, which ask for each day's folder; all nights for duckdb)")
	private @Nullable String since;

	@Option(names = "--location", paramLabel = "WHERE",
			description = "Where nights are kept, as the engine is to name it (default: the key 'output'): s3://BUCKET/"
					+ "PREFIX; for trino any URI; for duckdb also a path, which is looked into for what is there")
	private @Nullable String location;

	@Override
	public Integer call() {
		Logging.startQuietly();
		try {
			SourceCatalog sources = SourceContext.catalog();
			Projections projections = Projections.load(JobConfig.find("job-config"), NightApplication.shape(sources));
			List<Table> tables = NightTables.of(sources, projections, DataDictionary.load());
			Script script = new Script(dialect(place(sources.names()), tables), tables);
			out().print(script.text());
			out().flush();
			err().println("rollcall: %d tables and %d views for %s; apply all, in this order (exit %d)"
				.formatted(script.tableCount(), script.viewCount(), this.engine, ExitCode.COMPLETE.number()));
			return ExitCode.COMPLETE.number();
		}
		catch (RuntimeException ex) {
			return end(ex);
		}
	}

	private String place(Set<String> sources) {
		if (this.location != null) {
			return this.location;
		}
		return this.file.read(Map.of(), sources)
			.output()
			.orElseThrow(() -> new BadInputException(
					"--location: where nights are kept was expected, or the key 'output' in the configuration"));
	}

	private Dialect dialect(String place, List<Table> tables) {
		return switch (this.engine.toLowerCase(Locale.ROOT)) {
			case "athena" -> new AthenaDialect(location(bucket(place)), first());
			case "trino" -> new TrinoDialect(location(uri(place)), first());
			case "duckdb" -> duckDb(place, tables);
			default -> throw new BadInputException("--engine: '" + this.engine + "': "
					+ Suggestion.of(this.engine, List.of("athena", "trino", "duckdb")));
		};
	}

	private LocalDate first() {
		return date((this.since != null) ? this.since : FIRST);
	}

	private static LocalDate date(String text) {
		return NightRun.date("--since", text, LocalDate.parse(FIRST));
	}

	private static String bucket(String place) {
		check(place);
		if (!place.startsWith("s3://")) {
			throw new BadInputException("--location: '" + place + "': Athena reads s3://BUCKET/PREFIX only");
		}
		return place;
	}

	private static String uri(String place) {
		try {
			if (new URI(place).getScheme() != null) {
				return place;
			}
		}
		catch (URISyntaxException ex) {
			// Refused below, as any other text.
		}
		throw new BadInputException("--location: '" + place + "': a URI such as s3://BUCKET/PREFIX was expected");
	}

	private Dialect duckDb(String place, List<Table> tables) {
		check(place);
		Output output = Output.at(place);
		Set<String> present = tables.stream()
			.map(Table::name)
			.filter((name) -> output.list(name + "/").stream().anyMatch((key) -> key.endsWith(".parquet")))
			.collect(Collectors.toSet());
		if (present.isEmpty()) {
			err().println("warning: no night lies in " + place + " yet: make the views again when one does");
		}
		return new DuckDbDialect(location(place.startsWith("file:") ? place.substring("file:".length()) : place),
				(this.since != null) ? date(this.since) : null, present);
	}

	private static void check(String place) {
		try {
			Output.check(place);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException("--location: " + ex.getMessage());
		}
	}

	private static Location location(String place) {
		try {
			return new Location(place);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException("--location: '" + place + "': " + ex.getMessage());
		}
	}

}
