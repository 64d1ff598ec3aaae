package dev.rollcall.plan;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.input.PublishedQuotas;

/**
 * What a night comes to: its cells are counted as a night makes them, its calls from the
 * operations of each source, its time from what bounds it.
 *
 * @param sources those that the configuration asks
 * @param size how large the night is
 * @param machine what it is run on
 */
public record NightPlan(List<SourceDefinition> sources, Size size, Machine machine) {

	/** Assumed: the mean over Regions near and far. */
	static final double SECONDS_A_CALL = 0.15;

	/**
	 * Assumed, as AWS publishes none: calls a second of one operation of Organizations.
	 */
	static final double ORGANIZATIONS_A_SECOND = 8;

	/**
	 * Measured (docs/benchmark.md): processor of a whole night, judging and workbook too.
	 */
	static final double PROCESSOR_SECONDS_A_CALL = 0.0015;

	/** Measured there too: a night over the longest of its bounds. */
	static final double NIGHT_OVER_BOUND = 1.35;

	/** Measured there too: starting, judging and rendering, whatever the size. */
	static final double SECONDS_ANYWAY = 20;

	/** The largest page of ListAccounts and its like. */
	private static final int PAGE = 20;

	public NightPlan {
		sources = List.copyOf(sources);
	}

	/**
	 * The cells of accounts, those that are not called among them, as a night fixes them.
	 */
	public long accountCells() {
		return this.size.accounts() * cells(SourceDefinition::isAskedOfEveryAccount);
	}

	/** The cells of the organization, where one account answers each question. */
	public long organizationCells() {
		return cells(SourceDefinition::isOrganizational);
	}

	/** The cells of things, where each account names one of each. */
	public long thingCells() {
		return this.size.callable() * cells(SourceDefinition::isDistinct);
	}

	private long cells(Predicate<SourceDefinition> which) {
		return those(which).mapToLong(this::regions).sum();
	}

	/** The calls of a night that finds nothing anywhere: one a cell that is asked. */
	public long fewestCalls() {
		return this.size.callable() * cells(this::isAskedOfAccounts) + organizationCells() + entries() + rosterCalls();
	}

	/**
	 * The calls of a night that finds one thing of every kind everywhere: every operation
	 * of every cell that is asked once. Longer lists take more.
	 */
	public long calls() {
		long accounts = this.size.callable() * (calls(this::isAskedOfAccounts) + calls(SourceDefinition::isDistinct));
		return accounts + calls(SourceDefinition::isOrganizational) + entries() + rosterCalls();
	}

	/**
	 * The calls that come on top where those who answer for the organization prove
	 * nothing, and every account is asked itself.
	 */
	public long unprovenCalls() {
		return this.size.callable() * calls((source) -> source.isAskedOfEveryAccount() && isAnsweredByAnother(source));
	}

	private boolean isAskedOfAccounts(SourceDefinition source) {
		return source.isAskedOfEveryAccount() && !isAnsweredByAnother(source);
	}

	private boolean isAnsweredByAnother(SourceDefinition source) {
		return this.sources.stream().anyMatch((owner) -> owner.name().equals(source.answeredBy()));
	}

	private long calls(Predicate<SourceDefinition> which) {
		return those(which).mapToLong((source) -> regions(source) * source.operations().size()).sum();
	}

	private Stream<SourceDefinition> those(Predicate<SourceDefinition> which) {
		return this.sources.stream().filter(which);
	}

	private long regions(SourceDefinition source) {
		return source.isRegional() ? this.size.regions() : 1;
	}

	private long entries() {
		return Math.max(0, this.size.callable() - 1) * this.size.sessionsAnAccount();
	}

	/** Accounts are listed, and walked through the units beside it. */
	private long rosterCalls() {
		return 2 * pages();
	}

	private long pages() {
		return (this.size.accounts() + PAGE - 1) / PAGE;
	}

	/** What a night is no faster than, the longest first. */
	public List<Bound> bounds() {
		return Stream
			.of(latency(), processor(), entrance(), reader(),
					new Bound("%,d pages of ListAccounts, one after the other, of %.0f ms".formatted(pages(),
							SECONDS_A_CALL * 1000), pages() * SECONDS_A_CALL))
			.sorted(Comparator.comparingDouble(Bound::seconds).reversed())
			.toList();
	}

	private Bound latency() {
		return new Bound(
				"%,d calls of %.0f ms, %d at once".formatted(calls(), SECONDS_A_CALL * 1000, this.machine.inFlight()),
				calls() * SECONDS_A_CALL / this.machine.inFlight());
	}

	private Bound processor() {
		return new Bound("%,d calls of %.1f ms of processor, on %d".formatted(calls(), PROCESSOR_SECONDS_A_CALL * 1000,
				this.machine.processors()), calls() * PROCESSOR_SECONDS_A_CALL / this.machine.processors());
	}

	/** All accounts are entered through the bucket of whoever runs the night. */
	private Bound entrance() {
		double perSecond = PublishedQuotas.perSecond(EntryRefusedException.OPERATION).orElseThrow();
		return new Bound("%,d sessions, %.0f a second (sts:AssumeRole)".formatted(entries(), perSecond),
				entries() / perSecond);
	}

	/** What the organization's reader is asked about every account shares its bucket. */
	private Bound reader() {
		long each = those((source) -> source.isAskedOfEveryAccount() && source.askedIn() == AskedIn.READER)
			.mapToLong((source) -> source.operations().size())
			.max()
			.orElse(0);
		long calls = each * this.size.callable();
		return new Bound("%,d calls for the accounts' tags, %.0f a second (organizations)".formatted(calls,
				ORGANIZATIONS_A_SECOND), calls / ORGANIZATIONS_A_SECOND);
	}

	/** How long the night takes, in seconds. */
	public double seconds() {
		return SECONDS_ANYWAY + bounds().get(0).seconds() * NIGHT_OVER_BOUND;
	}

	/**
	 * How large a night is.
	 *
	 * @param accounts on the roster
	 * @param callable those of them that are called
	 * @param regions in which each is asked
	 * @param sessionsAnAccount how often its role is assumed
	 */
	public record Size(long accounts, long callable, int regions, int sessionsAnAccount) {

	}

	/**
	 * What a night is run on.
	 *
	 * @param inFlight how many calls it has in flight at once
	 */
	public record Machine(int inFlight, int processors) {

	}

}
