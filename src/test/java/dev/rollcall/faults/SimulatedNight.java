package dev.rollcall.faults;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.account.AccountSessions.WayIn;
import dev.rollcall.account.CallEnvironment;
import dev.rollcall.account.ClientPool;
import dev.rollcall.account.ClientSource;
import dev.rollcall.account.Deadlines;
import dev.rollcall.account.Lateness;
import dev.rollcall.account.SessionPolicies;
import dev.rollcall.account.Slots;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.Collecting;
import dev.rollcall.collect.Exclusions;
import dev.rollcall.collect.Known;
import dev.rollcall.collect.KnownOwners;
import dev.rollcall.collect.NamedThings;
import dev.rollcall.collect.OwnerAnswers;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.RollCall;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.WalkedAccount;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.OrganizationReader;
import dev.rollcall.organization.OrganizationReader.Organization;
import dev.rollcall.organization.RegionReader;
import dev.rollcall.organization.Roster;
import dev.rollcall.simulator.SimulatedOrganization;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * The collecting engine of a night, with the SDK's own clients, against a server. Its
 * waits are twenty times as short as a real night's, and so are its deadlines; the
 * server's answers are not.
 */
final class SimulatedNight implements AutoCloseable {

	static final SourceCatalog CATALOG = Cells.shipped();

	/** How much faster the engine's own time goes. */
	private static final int FASTER = 20;

	/** An attempt takes two seconds at most, a call five, a cell eight. */
	static final Deadlines SHORT = new Deadlines(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(8),
			Duration.ofMinutes(5));

	/** Where nothing is to be waited for without end. */
	static final Deadlines LONG = new Deadlines(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60),
			Duration.ofMinutes(10));

	private static final int IN_FLIGHT = 32;

	private static final long STACK_BYTES = 256 * 1024L;

	private final Clock clock;

	private final ClientPool pool;

	/** As a night has them: virtual threads where they give way inside locks. */
	private final Executor executor;

	private final List<ExecutorService> threads = new ArrayList<>();

	private final AccountSessions sessions;

	SimulatedNight(URI endpoint, String home, Function<ClientSource, ClientSource> clients, AwsCredentialsProvider own,
			@Nullable String externalId, Deadlines real, Clock clock) {
		this.clock = clock;
		this.pool = new ClientPool(real, IN_FLIGHT, Optional.of(endpoint));
		this.executor = (Runtime.version().feature() >= 24) ? new VirtualThreadTaskExecutor("cell-") : smallStacks();
		Deadlines engine = new Deadlines(times(real.attempt()), times(real.call()), times(real.cell()),
				times(real.night()));
		Lateness lateness = new Lateness(() -> System.nanoTime() * FASTER);
		CallEnvironment environment = new CallEnvironment(clients.apply(this.pool), new Slots(IN_FLIGHT, lateness),
				engine, SimulatedNight::park, () -> System.nanoTime() * FASTER, lateness,
				System.nanoTime() * FASTER + engine.night().toNanos(), new LongAdder());
		this.sessions = AccountSessions.open(own, Region.of(home), new WayIn("RollcallAudit", externalId,
				"rollcall-faults", new SessionPolicies(Map.of("account", operations()))), environment,
				Clock.systemUTC());
	}

	static SimulatedNight of(SimulatedOrganization organization, String home, List<Injection> injections) {
		return new SimulatedNight(organization.endpoint(), home, (clients) -> new UnknownHosts(clients, injections),
				callers(), null, injections.isEmpty() ? LONG : SHORT, Clock.systemUTC());
	}

	private Executor smallStacks() {
		ExecutorService pool = Executors.newCachedThreadPool((cell) -> {
			Thread thread = new Thread(null, cell, "cell", STACK_BYTES);
			thread.setDaemon(true);
			return thread;
		});
		this.threads.add(pool);
		return pool;
	}

	/** The audit account's own key, which does not expire. */
	static AwsCredentialsProvider callers() {
		return StaticCredentialsProvider
			.create(AwsBasicCredentials.create(SimulatedOrganization.ACCESS_KEY, SimulatedOrganization.SECRET_KEY));
	}

	private static Duration times(Duration duration) {
		return duration.multipliedBy(FASTER);
	}

	private static void park(Duration duration) throws InterruptedException {
		long end = System.nanoTime() + duration.toNanos() / FASTER;
		for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
			if (Thread.interrupted()) {
				throw new InterruptedException("Interrupted while waiting for a turn");
			}
		}
	}

	private static Map<String, List<String>> operations() {
		return CATALOG.definitions()
			.stream()
			.collect(Collectors.toMap(SourceDefinition::name, SourceDefinition::actions));
	}

	/** Reads the roster. */
	Discovery discover(List<String> regions) {
		AccountSession own = this.sessions.own();
		Organization organization = new OrganizationReader(own, this.sessions.home(), this.executor).read();
		return new Discovery(Roster.ORGANIZATION, own.account(), own.account(), organization.id(),
				organization.management(), organization.accounts(), regions, true);
	}

	/** The Regions that are enabled where the night runs. */
	List<String> enabledRegions() {
		return RegionReader.enabledRegions(this.sessions.own(), this.sessions.home());
	}

	/** Walks every account, and asks the organization's owners. */
	Map<Cell, CellResult> walk(Discovery discovery) {
		List<CellResult> delegation = collecting(discovery, KnownOwners.NONE).askWhoOwns();
		Collecting collecting = collecting(discovery, administrators(delegation));
		List<CellResult> foundations = collecting.askFoundations(OwnerAnswers.held(delegation)).join();
		CompletableFuture<OwnerAnswers> answers = answers(delegation, foundations);
		CompletableFuture<List<CellResult>> owners = collecting.askOwners(answers);
		RollCall rollCall = collecting.call(discovery.accounts(), answers);
		Map<Cell, CellResult> results = new HashMap<>();
		add(results, delegation);
		add(results, foundations);
		try {
			for (WalkedAccount account = rollCall.next(); account != null; account = rollCall.next()) {
				rollCall.release(account);
				add(results, account.results());
			}
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
		add(results, owners.join());
		return results;
	}

	/** Asks the organization's reader and owners alone. */
	Map<Cell, CellResult> askOwners(Discovery discovery) {
		List<CellResult> delegation = collecting(discovery, KnownOwners.NONE).askWhoOwns();
		Collecting collecting = collecting(discovery, administrators(delegation));
		List<CellResult> foundations = collecting.askFoundations(OwnerAnswers.held(delegation)).join();
		Map<Cell, CellResult> results = new HashMap<>();
		add(results, delegation);
		add(results, foundations);
		add(results, collecting.askOwners(answers(delegation, foundations)).join());
		return results;
	}

	/** Asks about the things that the rows of a walk name. */
	Map<Cell, CellResult> askThings(Discovery discovery, Collection<CellResult> walked) {
		NightScope night = new NightScope(discovery, Exclusions.NONE);
		List<CellResult> ordered = walked.stream()
			.sorted(Comparator.comparing((result) -> result.cell().account() + " " + result.cell().region()))
			.toList();
		List<NamedThings> named = CATALOG.distinctSources().stream().map((source) -> {
			NamedThings things = new NamedThings(source, night);
			ordered.stream()
				.filter((result) -> source.definition().dependsOn().contains(result.cell().source()))
				.flatMap((result) -> result.rows().stream())
				.forEach(things::add);
			return things;
		}).toList();
		Map<Cell, CellResult> results = new ConcurrentHashMap<>();
		collecting(discovery, KnownOwners.NONE).askAbout(named, (result) -> results.put(result.cell(), result));
		return results;
	}

	private static CompletableFuture<OwnerAnswers> answers(List<CellResult> delegation, List<CellResult> foundations) {
		return CompletableFuture
			.completedFuture(OwnerAnswers.held(Stream.concat(delegation.stream(), foundations.stream()).toList()));
	}

	private Collecting collecting(Discovery discovery, KnownOwners owners) {
		return new Collecting(CATALOG, new NightScope(discovery, Exclusions.NONE), Known.NOTHING, this.sessions,
				this.sessions.own(), owners, (cell) -> {
					throw new AssertionError(cell + " spilled");
				}, this.executor, 4 * IN_FLIGHT, Clocks.of(this.clock));
	}

	private static KnownOwners administrators(List<CellResult> delegation) {
		return new KnownOwners(delegation.stream()
			.flatMap((result) -> result.evidence(DelegatedAdministrator.class).stream())
			.toList(), List.of());
	}

	private static void add(Map<Cell, CellResult> results, List<CellResult> more) {
		for (CellResult result : more) {
			if (results.put(result.cell(), result) != null) {
				throw new AssertionError(result.cell() + " has two results");
			}
		}
	}

	@Override
	public void close() {
		this.threads.forEach(ExecutorService::shutdownNow);
		this.pool.close();
	}

}
