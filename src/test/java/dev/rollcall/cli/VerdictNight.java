package dev.rollcall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Connection;
import dev.rollcall.cli.NightRun.Wish;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;
import dev.rollcall.job.NightMode;
import dev.rollcall.job.NightOutcome;
import dev.rollcall.job.NightProgress;
import dev.rollcall.job.NightStop;
import dev.rollcall.packaged.NightReader;
import dev.rollcall.simulator.Fault;
import dev.rollcall.simulator.Scenario;
import dev.rollcall.simulator.SimulatedOrganization;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Whole nights, in this process, over an organization in stated states: the accounts of
 * {@code company}, of which those that are in good order are put at a test's disposal,
 * one a case. All cases of a test class share a night.
 */
public final class VerdictNight {

	/** The night, and the simulated organization's today. */
	public static final LocalDate DATE = LocalDate.parse("2026-11-20");

	/** The company's Regions; the first is home. */
	public static final List<String> REGIONS = List.of("ap-northeast-1", "ap-northeast-3", "us-east-1");

	/** Accounts of the company that are in good order, in the order of the roster. */
	private static final List<String> ORDERLY = List.of("network-hub", "共有サービス", "backup-vault", "deploy-tools", "監視",
			"会員基盤-本番", "会員基盤-検証", "会員基盤-開発", "在庫-本番", "在庫-開発", "店舗POS-本番", "店舗POS-検証", "loyalty-prod", "loyalty-stg",
			"配送-開発", "倉庫-本番", "倉庫-検証", "route-planner-prod", "route-planner-stg", "決済-検証", "決済-開発",
			"credit-scoring-prod", "credit-scoring-stg", "会計-検証", "会計-開発", "hr-portal-prod", "hr-portal-dev");

	private static final Outline COMPANY = outline(World.written(Outline.COMPANY));

	private static final int IN_FLIGHT = 16;

	private final NightOutcome outcome;

	private final NightReader reader;

	private final Map<String, String> ids;

	private VerdictNight(NightOutcome outcome, Path output, Map<String, String> ids) {
		this.outcome = outcome;
		this.reader = new NightReader(output);
		this.ids = Map.copyOf(ids);
	}

	/**
	 * Begins to state an organization.
	 * @param output where the night is published; a second night of a later date may
	 * follow there
	 */
	public static Stated in(Path output) {
		return new Stated(output);
	}

	/** A night over the organization {@code example} as it is written, without faults. */
	public static VerdictNight ofExample(Path output) {
		Stated stated = new Stated(output);
		stated.written = Optional.of(Outline.example(1, World.written(Outline.EXAMPLE),
				List.of("us-east-1", "ap-northeast-1", "eu-south-1")));
		return stated.regions(List.of("us-east-1", "ap-northeast-1", "eu-south-1")).run();
	}

	private static Outline outline(int accounts) {
		return outline(accounts, REGIONS);
	}

	private static Outline outline(int accounts, List<String> regions) {
		return new Outline(Outline.COMPANY, 1, accounts, accounts, regions, 0);
	}

	/** The id of a case's account. */
	public String id(String name) {
		return Optional.ofNullable(this.ids.get(name)).orElseThrow(() -> new AssertionError("'" + name + "': no case"));
	}

	/** What {@code run} would exit with. */
	public int exitCode() {
		return NightRun.code(this.outcome).number();
	}

	public NightOutcome outcome() {
		return this.outcome;
	}

	/**
	 * What a control says of a case's account, in the order of Regions and resources.
	 * @return {@code REGION VERDICT REASON}, a line a finding
	 */
	public List<String> findings(String control, String name) throws SQLException {
		return rows("""
				SELECT region || ' ' || verdict || ' ' || reason FROM {finding}
				WHERE control_id = '%s' AND account_id = '%s' AND snapshot_date = (SELECT max(snapshot_date) FROM {run})
				ORDER BY region, resource_id""".formatted(control, id(name)));
	}

	/** The distinct verdicts of a control about a case's account, in order. */
	public List<String> verdicts(String control, String name) throws SQLException {
		return findings(control, name).stream().map((line) -> line.split(" ", 3)[1]).distinct().sorted().toList();
	}

	/**
	 * The rows of a query over all nights of the output, columns joined by {@code |}; a
	 * dataset is written as {@code {coverage}}.
	 */
	public List<String> rows(String sql) throws SQLException {
		return this.reader.rows(sql);
	}

	/** The organization as it is stated so far. */
	public static final class Stated {

		private final Path output;

		private final World world = new World(COMPANY, DATE);

		private final List<Fault> faults = new ArrayList<>();

		private final List<Fault> everybody = new ArrayList<>();

		private final Map<String, String> ids = new LinkedHashMap<>();

		/** How many accounts are cases. */
		private int cases;

		/** As many as are needed: the accounts after the last case are left out. */
		private int accounts = World.IDENTITY + 1;

		private String configuration = "";

		private LocalDate date = DATE;

		private @Nullable LocalDate filedUnder;

		/** People's own files, by their path below {@code job-config}. */
		private final Map<String, String> own = new LinkedHashMap<>(Map.of("waivers.yaml", "waivers: []"));

		private List<String> regions = REGIONS;

		private NightMode mode = new NightMode(true, false);

		private @Nullable Set<AccountId> only;

		/** Another organization than the company; empty where it is that. */
		private Optional<Outline> written = Optional.empty();

		private Stated(Path output) {
			this.output = output;
			this.ids.put("management", World.id(World.MANAGEMENT));
			this.ids.put("audit", World.id(World.AUDIT));
		}

		/** A case: an orderly account but for these states. */
		public Stated account(String name, Fault... states) {
			String orderly = ORDERLY.get(this.cases++);
			Member member = this.world.members(0)
				.filter((one) -> one.name().equals(orderly))
				.findFirst()
				.orElseThrow(() -> new AssertionError(orderly));
			this.accounts = Math.max(this.accounts, member.position() + 1);
			this.ids.put(name, member.id());
			return with(name, states);
		}

		/**
		 * A case in the account of another: states of other services, which do not touch
		 * that case's.
		 */
		public Stated beside(String name, String other, Fault... states) {
			this.ids.put(other, Objects.requireNonNull(this.ids.get(name), name));
			return with(other, states);
		}

		/** States of {@code management}, {@code audit}, or of a case that was named. */
		public Stated with(String name, Fault... states) {
			for (Fault state : states) {
				this.faults.add(new Fault(this.ids.get(name), state.region(), state.operation(), state.effect(),
						state.times()));
			}
			return this;
		}

		/** The id of {@code management}, {@code audit}, or of a case that was named. */
		public String id(String name) {
			return Objects.requireNonNull(this.ids.get(name), name);
		}

		/** States of everybody, cases that say otherwise excepted. */
		public Stated everybody(Fault... states) {
			this.everybody.addAll(List.of(states));
			return this;
		}

		/**
		 * Other Regions than the company's, the first being home: those of a partition.
		 */
		public Stated regions(List<String> names) {
			this.regions = List.copyOf(names);
			return this;
		}

		/** The configuration file's text. */
		public Stated configured(String yaml) {
			this.configuration = yaml;
			return this;
		}

		/**
		 * The text of {@code waivers.yaml}; a case's name in angle brackets is its id.
		 */
		public Stated waived(String yaml) {
			this.own.put("waivers.yaml", yaml);
			return this;
		}

		/** The text of an own control. */
		public Stated judgedBy(String id, String text) {
			this.own.put("controls/" + id + ".sql", text);
			return this;
		}

		/** A date that the night is published under, whenever it runs. */
		public Stated filedUnder(LocalDate night) {
			this.filedUnder = night;
			return this;
		}

		/** Another night than {@link #DATE}; the organization is the same. */
		public Stated on(LocalDate night) {
			this.date = night;
			return this;
		}

		/** Asks again only what was a gap of the date's last night. */
		public Stated toppedUp() {
			this.mode = new NightMode(false, true);
			return this;
		}

		/** Leaves out all accounts but these cases. */
		public Stated only(String... names) {
			this.only = Stream.of(names)
				.map((name) -> new AccountId(Objects.requireNonNull(this.ids.get(name), name)))
				.collect(Collectors.toSet());
			return this;
		}

		/** Runs the night, and publishes it. */
		public VerdictNight run() {
			SourceCatalog catalog = SourceContext.catalog();
			Scenario scenario = new Scenario(this.written.orElseGet(() -> outline(this.accounts, this.regions)), DATE,
					null, Duration.ofHours(12), null, Optional.empty(), Optional.empty(),
					Stream.concat(this.faults.stream(), this.everybody.stream()).toList());
			LoggingSystem.get(VerdictNight.class.getClassLoader()).setLogLevel("dev.rollcall", LogLevel.ERROR);
			Clock clock = Clock.systemUTC();
			Clock evidence = Clock.offset(clock, Duration
				.ofDays(ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), this.date)));
			try (Workspace workspace = new Workspace();
					SimulatedOrganization organization = SimulatedOrganization.start(scenario, 0, clock)) {
				Connection connection = new Connection(
						StaticCredentialsProvider.create(AwsBasicCredentials.create(SimulatedOrganization.ACCESS_KEY,
								SimulatedOrganization.SECRET_KEY)),
						Region.of(this.regions.get(0)), Optional.of(organization.endpoint()), IN_FLIGHT,
						Optional.of("a stated organization"));
				Wish wish = new Wish(connection,
						ConfigurationReader.read("stated.yaml", this.configuration, Map.of(), Map.of(),
								catalog.names()),
						NightRun.output(this.output.toString()),
						(this.filedUnder != null) ? this.filedUnder : this.date, this.mode,
						Optional.ofNullable(this.only), Optional.empty());
				NightOutcome outcome = new NightRun(catalog, workspace, new Silent(), new NightStop(),
						new Clocks(clock, evidence))
					.run(wish, written(wish, catalog, workspace), List.of());
				return new VerdictNight(outcome, this.output, this.ids);
			}
		}

		private Written written(Wish wish, SourceCatalog catalog, Workspace workspace) {
			Path directory = workspace.directory("job-config");
			this.own.forEach((path, text) -> write(directory.resolve(path), text));
			Mistakes mistakes = new Mistakes();
			Optional<Written> written = new WrittenReader(catalog, JobConfig.find("job-config", directory),
					JobConfig.find("reports-templates"))
				.read(wish::configuration, mistakes);
			mistakes.refuse();
			return written.orElseThrow();
		}

		private void write(Path file, String written) {
			String text = written;
			for (Map.Entry<String, String> id : this.ids.entrySet()) {
				text = text.replace("<" + id.getKey() + ">", id.getValue());
			}
			try {
				Files.createDirectories(file.resolveSibling("."));
				Files.writeString(file, text);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/** A test's log has no use for progress. */
	private static final class Silent implements NightProgress {

		@Override
		public void begins(String step) {
		}

		@Override
		public void accounts(int total, int walked) {
		}

		@Override
		public void walked(int accounts) {
		}

	}

}
