package dev.rollcall.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.account.AlternateContact;
import dev.rollcall.faults.CleanNight.Call;
import dev.rollcall.simulator.Fault.Kind;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Where in a night problems are put: as many as fit without meeting each other, so that
 * what becomes of each cell can be told from one of them alone.
 */
final class Plan {

	static final String ENTRY = "sts:AssumeRole";

	/** What is asked before an account is. */
	static final SourceDefinition DOOR = SourceDefinition.global("(entry)", StsClient.class)
		.operations("0.1.0", ENTRY)
		.build();

	private static final String TRAILS = "cloudtrail:DescribeTrails";

	private static final int MOST_IN_ACCOUNT = 5;

	private final CleanNight clean;

	private final List<Injection> injections = new ArrayList<>();

	private final Set<String> taken = new HashSet<>();

	private final Map<String, Integer> inAccount = new HashMap<>();

	private final Set<String> closed = new HashSet<>();

	Plan(CleanNight clean) {
		this.clean = clean;
	}

	List<Injection> injections() {
		return this.injections;
	}

	/** Whether any account of the night can meet a problem of an operation. */
	boolean reaches(SourceDefinition source, String operation, Problem problem) {
		return candidates(source, operation, problem).findAny().isPresent();
	}

	/** Puts a problem into the night, if there is room for it. */
	boolean add(SourceDefinition source, String operation, Problem problem) {
		Optional<Injection> place = candidates(source, operation, problem)
			.map((call) -> new Injection(source, operation, problem, call.account(), region(source, call)))
			.filter(this::hasRoom)
			.findFirst();
		place.ifPresent(this::take);
		return place.isPresent();
	}

	private Stream<Call> candidates(SourceDefinition source, String operation, Problem problem) {
		return candidates(source, operation).filter((call) -> !problem.is(Kind.WRONG_TYPE) || hasRows(source, call))
			.filter((call) -> !problem.is(Kind.WRONG_TYPE) && !problem.is(Kind.MALFORMED)
					|| !hasNoContact(source, call));
	}

	/** Of what type a list of nothing is cannot be told from XML. */
	private boolean hasRows(SourceDefinition source, Call call) {
		CellResult result = this.clean.results().get(cell(call, source));
		return result == null || !result.rows().isEmpty();
	}

	/** The name of an error says that there is none, whatever its text. */
	private boolean hasNoContact(SourceDefinition source, Call call) {
		CellResult result = this.clean.results().get(cell(call, source));
		return result != null
				&& result.evidence(AlternateContact.class).stream().anyMatch((contact) -> !contact.present());
	}

	private static Cell cell(Call call, SourceDefinition source) {
		return new Cell(new AccountId(call.account()), source.isRegional() ? call.region() : Cell.GLOBAL,
				source.name());
	}

	private static String region(SourceDefinition source, Call call) {
		return (source.equals(DOOR) || isAskedAnywhere(source, call.operation())) ? null : call.region();
	}

	/** The trails elsewhere are asked for in one Region after the other. */
	private static boolean isAskedAnywhere(SourceDefinition source, String operation) {
		return operation.equals(TRAILS) && !source.isRegional();
	}

	private Stream<Call> candidates(SourceDefinition source, String operation) {
		if (source.equals(DOOR)) {
			return members().map((account) -> new Call(account, "global", ENTRY));
		}
		if (operation.equals("organizations:ListTagsForResource")) {
			return members().map((account) -> new Call(account, "global", operation));
		}
		return this.clean.calls()
			.stream()
			.filter((call) -> call.operation().equals(operation))
			.filter((call) -> !operation.equals(TRAILS) || !source.isRegional()
					|| !call.region().equals(this.clean.discovery().regions().get(0)))
			.filter((call) -> source.isRegional() || !isOfTheRegionsOwnCell(call))
			.filter((call) -> isRead(call, source));
	}

	/** In a Region that is asked, the cell there asks about its trails. */
	private boolean isOfTheRegionsOwnCell(Call call) {
		return call.operation().startsWith("cloudtrail:") && !call.operation().equals(TRAILS)
				&& this.clean.discovery().regions().contains(call.region());
	}

	private static boolean needsAllRegions(SourceDefinition source) {
		return source.name().equals("account-regions") || source.name().equals("cloudtrail-elsewhere");
	}

	/** Whether the cell that makes the call is read in a clean night. */
	private boolean isRead(Call call, SourceDefinition source) {
		CellResult result = this.clean.results().get(cell(call, source));
		return result != null && (result.status() == CellStatus.READ || result.status() == CellStatus.NOT_ENABLED)
				&& result.calls() > 0 && (!needsAllRegions(source) || hasAllRegions(call.account()));
	}

	/**
	 * Accounts that are entered, own nothing of the organization's, and have every
	 * Region.
	 */
	private Stream<String> members() {
		Set<String> owners = this.clean.owners();
		return this.clean.results()
			.values()
			.stream()
			.filter((result) -> result.cell().source().equals("account-regions"))
			.filter((result) -> result.status() == CellStatus.READ)
			.map((result) -> result.cell().account().value())
			.filter((account) -> !owners.contains(account) && hasAllRegions(account))
			.sorted();
	}

	private boolean hasAllRegions(String account) {
		return this.clean.results()
			.values()
			.stream()
			.filter((result) -> result.cell().account().value().equals(account))
			.noneMatch((result) -> result.status() == CellStatus.REGION_DISABLED);
	}

	private boolean hasRoom(Injection injection) {
		String account = injection.account();
		if (this.closed.contains(account)) {
			return false;
		}
		int there = this.inAccount.getOrDefault(account, 0);
		return injection.source().equals(DOOR) ? there == 0
				: there < MOST_IN_ACCOUNT && places(injection).noneMatch(this.taken::contains);
	}

	private void take(Injection injection) {
		this.injections.add(injection);
		this.inAccount.merge(injection.account(), 1, Integer::sum);
		if (injection.source().equals(DOOR)) {
			this.closed.add(injection.account());
		}
		places(injection).forEach(this.taken::add);
	}

	/** The places that an injection and whatever depends on it needs for itself. */
	private Stream<String> places(Injection injection) {
		String chain = injection.account() + " " + chain(injection.source());
		if (isAskedAnywhere(injection.source(), injection.operation())) {
			return Stream.concat(this.clean.discovery().regions().stream().map((region) -> chain + " " + region),
					Stream.of(chain + " elsewhere"));
		}
		return Stream
			.of(chain + " " + (injection.source().name().endsWith("-elsewhere") ? "elsewhere" : injection.region()));
	}

	private static String chain(SourceDefinition source) {
		String name = source.dependsOn().stream().findFirst().orElse(source.name());
		return name.equals("cloudtrail-elsewhere") ? "cloudtrail" : name;
	}

}
