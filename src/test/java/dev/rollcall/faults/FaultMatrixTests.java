package dev.rollcall.faults;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.organization.UnreadableOrganizationException;
import dev.rollcall.simulator.SimulatedOrganization;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation that a source uses, and every way in which it can go wrong. What each
 * cell must come to is the design's, in {@link Expected}; every other cell equals that of
 * a clean night. The normal build runs a sample drawn with a seed, the soak all.
 */
@Tag("once")
class FaultMatrixTests {

	/**
	 * Of the walk, of what the organization's owners answer, of its discovery, and of
	 * things that others name.
	 */
	private static final int[] SAMPLES = { 160, 30, 20, 20 };

	private static final List<String> REGIONS = List.of("ap-northeast-1", "eu-south-1", "us-east-1");

	/** A night in which the trails at home in us-east-1 are read from elsewhere. */
	private static final List<String> ONE_REGION = List.of("ap-northeast-1");

	private static final String LIST_REGIONS = "account:ListRegions";

	/** Asked in one Region after the other, until one answers. */
	private static final String AGGREGATORS = "securityhub:ListFindingAggregators";

	private static final List<String> DISCOVERY = List.of("organizations:DescribeOrganization",
			"organizations:ListRoots", "organizations:ListOrganizationalUnitsForParent",
			"organizations:ListAccountsForParent", "organizations:ListAccounts", LIST_REGIONS);

	private final Random random = new Random(Soak.seed());

	private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

	private final Set<String> failed = Collections.synchronizedSet(new LinkedHashSet<>());

	private int injected;

	private static final String LISTS = "s3:ListBuckets";

	@Test
	@Timeout(1800)
	void everyProblemCostsItsOwnCellAndHasTheDesignsStatus() throws Exception {
		CleanNight clean = CleanNight.of(Soak.seed(), REGIONS);
		CleanNight narrow = CleanNight.of(Soak.seed(), ONE_REGION);
		walks(clean, narrow);
		alone(clean);
		Soak.report("D fault matrix", this.injected, this.failed.size(), this.faults);
	}

	/** Walks nights with as many problems each as fit, until all have been met. */
	private void walks(CleanNight clean, CleanNight narrow) {
		List<Combination> left = sample(accountCombinations(), SAMPLES[0]);
		this.injected += left.size();
		for (CleanNight night : List.of(clean, narrow)) {
			Plan reach = new Plan(night);
			List<Combination> mine = left.stream()
				.filter((one) -> reach.reaches(one.source(), one.operation(), one.problem()))
				.toList();
			left = left.stream().filter((one) -> !mine.contains(one)).toList();
			walk(night, new ArrayList<>(mine));
		}
		assertThat(left).as("combinations that no account meets").isEmpty();
	}

	private void walk(CleanNight clean, List<Combination> left) {
		while (!left.isEmpty()) {
			Plan plan = new Plan(clean);
			left.removeIf((one) -> plan.add(one.source(), one.operation(), one.problem()));
			judge(clean.results(), walked(clean, plan.injections()), plan.injections());
		}
	}

	private static Map<Cell, CellResult> walked(CleanNight clean, List<Injection> injections) {
		try (SimulatedOrganization organization = start(injections);
				SimulatedNight night = SimulatedNight.of(organization, CleanNight.home(clean.scenario()), injections)) {
			return night.walk(clean.discovery());
		}
	}

	/** What has a server of its own, many at once. */
	private void alone(CleanNight clean) throws Exception {
		List<Runnable> nights = new ArrayList<>();
		for (Combination one : sample(ownerCombinations(), SAMPLES[1])) {
			nights.add(() -> askOwners(clean, one));
		}
		for (Combination one : sample(discoveryCombinations(), SAMPLES[2])) {
			nights.add(() -> discover(clean, one));
		}
		Map<Cell, CellResult> things = things(clean, List.of());
		for (Combination one : sample(thingCombinations(), SAMPLES[3])) {
			Injection injection = atArchive(one);
			nights.add(() -> judge(things, things(clean, List.of(injection)), List.of(injection)));
		}
		this.injected += nights.size();
		ExecutorService threads = Executors.newFixedThreadPool(24);
		try {
			List<Future<?>> running = new ArrayList<>();
			nights.forEach((night) -> running.add(threads.submit(night)));
			for (Future<?> night : running) {
				night.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void askOwners(CleanNight clean, Combination one) {
		Injection injection = atOwner(clean, one);
		try (SimulatedOrganization organization = start(List.of(injection));
				SimulatedNight night = SimulatedNight.of(organization, CleanNight.home(clean.scenario()),
						List.of(injection))) {
			Map<Cell, CellResult> found = night.askOwners(clean.discovery());
			Map<Cell, CellResult> expected = clean.results()
				.entrySet()
				.stream()
				.filter((entry) -> found.containsKey(entry.getKey()))
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
			// Where delegation is not known, management is asked in the administrators'
			// place.
			found.keySet().retainAll(expected.keySet());
			judge(expected, found, List.of(injection));
		}
	}

	private static Injection atOwner(CleanNight clean, Combination one) {
		CleanNight.Call call = clean.calls()
			.stream()
			.filter((made) -> made.operation().equals(one.operation()))
			.filter((made) -> isRead(clean, made, one.source()))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No owner calls " + one.operation()));
		return new Injection(one.source(), one.operation(), one.problem(), call.account(),
				one.operation().equals(AGGREGATORS) ? null : call.region());
	}

	private static boolean isRead(CleanNight clean, CleanNight.Call call, SourceDefinition source) {
		CellResult result = clean.results()
			.get(new Cell(new AccountId(call.account()), source.isRegional() ? call.region() : Cell.GLOBAL,
					source.name()));
		return result != null && result.status() == CellStatus.READ;
	}

	private static Map<Cell, CellResult> things(CleanNight clean, List<Injection> injections) {
		try (SimulatedOrganization organization = start(injections);
				SimulatedNight night = SimulatedNight.of(organization, CleanNight.home(clean.scenario()), injections)) {
			return night.askThings(clean.discovery(), clean.results().values());
		}
	}

	/** What keeps everybody's logs has the bucket of most trails, and the key of some. */
	private static Injection atArchive(Combination one) {
		return new Injection(one.source(), one.operation(), one.problem(), World.id(World.LOGS),
				one.operation().startsWith("s3:") ? World.GLOBAL : "us-east-1");
	}

	private void discover(CleanNight clean, Combination one) {
		Injection injection = new Injection(one.source(), one.operation(), one.problem(), World.id(World.AUDIT), null);
		long began = System.nanoTime();
		String outcome = "the roster";
		try (SimulatedOrganization organization = start(List.of(injection));
				SimulatedNight night = SimulatedNight.of(organization, CleanNight.home(clean.scenario()),
						List.of(injection))) {
			boolean same = one.operation().equals(LIST_REGIONS) ? night.enabledRegions().equals(REGIONS)
					: night.discover(REGIONS).equals(clean.discovery());
			outcome = same ? outcome : "another roster";
		}
		catch (UnreadableOrganizationException ex) {
			outcome = ex.getMessage().contains(one.operation()) ? "unreadable" : ex.getMessage();
		}
		catch (RuntimeException ex) {
			outcome = one.operation().startsWith("sts:") ? "unreadable" : ex.toString();
		}
		String expected = Expected.any(one.problem()).clean() ? "the roster" : "unreadable";
		long seconds = (System.nanoTime() - began) / 1_000_000_000;
		if (!outcome.equals(expected) || seconds > 30) {
			this.failed.add(injection.toString());
			this.faults
				.add(injection + ": " + outcome + " after " + seconds + " s where " + expected + " was expected");
		}
	}

	private static SimulatedOrganization start(List<Injection> injections) {
		return SimulatedOrganization.start(CleanNight.scenario(Soak.seed(), Injection.faults(injections)), 0,
				Clock.systemUTC());
	}

	private void judge(Map<Cell, CellResult> clean, Map<Cell, CellResult> found, List<Injection> injections) {
		for (String fault : new Judgement(clean, found, injections).faults()) {
			this.failed.add(fault.substring(0, fault.indexOf(Judgement.SEPARATOR)));
			this.faults.add(fault);
		}
	}

	private static List<Combination> accountCombinations() {
		List<Combination> all = new ArrayList<>(combinations(Plan.DOOR));
		SimulatedNight.CATALOG.definitions()
			.stream()
			.filter(SourceDefinition::isAskedOfEveryAccount)
			.forEach((source) -> all.addAll(combinations(source)));
		return all;
	}

	private static List<Combination> ownerCombinations() {
		return SimulatedNight.CATALOG.definitions()
			.stream()
			.filter((source) -> source.isOrganizational())
			.flatMap((source) -> combinations(source).stream())
			.toList();
	}

	/**
	 * Whose these things are is known, so that no account is asked for its lists; what a
	 * search meets is {@code ThingWalkTests}'.
	 */
	private static List<Combination> thingCombinations() {
		return SimulatedNight.CATALOG.distinctSources()
			.stream()
			.flatMap((source) -> combinations(source.definition()).stream())
			.filter((one) -> !one.operation().equals(LISTS))
			.toList();
	}

	private static List<Combination> discoveryCombinations() {
		List<Combination> all = new ArrayList<>();
		for (String operation : DISCOVERY) {
			Problem.of(operation).forEach((problem) -> all.add(new Combination(Plan.DOOR, operation, problem)));
		}
		Problem.ANY.forEach((problem) -> all.add(new Combination(Plan.DOOR, "sts:GetCallerIdentity", problem)));
		return all;
	}

	private static List<Combination> combinations(SourceDefinition source) {
		return source.operations()
			.stream()
			.flatMap((operation) -> Problem.of(operation)
				.stream()
				.map((problem) -> new Combination(source, operation, problem)))
			.toList();
	}

	private List<Combination> sample(List<Combination> all, int size) {
		List<Combination> shuffled = new ArrayList<>(all);
		Collections.shuffle(shuffled, this.random);
		return Soak.isOn() ? shuffled : shuffled.subList(0, Math.min(size, shuffled.size()));
	}

	private record Combination(SourceDefinition source, String operation, Problem problem) {

	}

}
