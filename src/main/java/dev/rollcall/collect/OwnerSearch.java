package dev.rollcall.collect;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountSession;
import dev.rollcall.account.IamAction;
import dev.rollcall.organization.Account;

/**
 * Asks the accounts of the night what they own, many at once, until all things that are
 * sought are found: at most one question an account.
 */
final class OwnerSearch {

	private final DistinctSource source;

	private final NightScope night;

	private final Askers askers;

	private final CellReader cells;

	private final SideBySide many;

	private final Clock clock;

	private final Set<String> sought = new TreeSet<>();

	private final Map<String, AccountSession> found = new HashMap<>();

	private Effort spent = Effort.NONE;

	private boolean asked;

	/** How many accounts did not say, by why. */
	private final Map<String, Integer> silent = new TreeMap<>();

	OwnerSearch(DistinctSource source, NightScope night, Askers askers, CellReader cells, SideBySide many,
			Clock clock) {
		this.source = source;
		this.night = night;
		this.askers = askers;
		this.cells = cells;
		this.many = many;
		this.clock = clock;
	}

	/** Looks for things. */
	void run(Collection<String> arns) {
		this.asked = true;
		this.sought.addAll(arns);
		this.many.each(this.night.callable(), this::ask, (answer) -> answer.ifPresent(this::ended));
	}

	private Optional<CellResult> ask(Account account) {
		Set<String> missing = missing();
		Cell cell = new Cell(account.id(), Cell.GLOBAL, this.source.definition().name());
		if (missing.isEmpty()) {
			return Optional.empty();
		}
		Optional<CellStatus> decided = this.night.decidedDistinct(cell);
		if (decided.isPresent()) {
			return Optional.of(this.night.notCalled(cell, decided.get(), this.clock.instant()));
		}
		AccountSession session = this.askers.into(account.id());
		return Optional
			.of(this.cells.ask(cell, new Listing(missing, session), Asked.of(account, session), Dependencies.NONE));
	}

	private synchronized Set<String> missing() {
		return Set.copyOf(this.sought);
	}

	private synchronized void finds(Set<String> owned, AccountSession session) {
		for (String arn : owned) {
			if (this.sought.remove(arn)) {
				this.found.put(arn, session);
			}
		}
	}

	private void ended(CellResult answer) {
		this.spent = this.spent.and(answer);
		if (answer.status().isGap() || answer.status() == CellStatus.EXCLUDED) {
			this.silent.merge(reason(answer), 1, Integer::sum);
		}
	}

	/** Of a refusal the permission that is missing. */
	private static String reason(CellResult answer) {
		CellFailure failure = answer.failure();
		if (failure == null) {
			return answer.status().name();
		}
		return ((failure.operation() != null) ? IamAction.of(failure.operation()) + " " : "") + failure.errorCode()
				+ ((failure.deniedBy() != null) ? " by " + failure.deniedBy() : "");
	}

	/** The session in which a thing was found; empty where it was not. */
	synchronized Optional<AccountSession> found(String arn) {
		return Optional.ofNullable(this.found.get(arn));
	}

	Effort spent() {
		return this.spent;
	}

	/** What the search came to for a thing that it did not find. */
	String words() {
		if (!this.asked) {
			return "";
		}
		int accounts = this.silent.values().stream().mapToInt(Integer::intValue).sum();
		return (accounts == 0) ? "; no account lists it"
				: "; no account lists it, and " + accounts + " did not say what they own: "
						+ this.silent.entrySet()
							.stream()
							.map((reason) -> reason.getKey() + " " + reason.getValue())
							.collect(Collectors.joining(", "));
	}

	/** The question of one account. */
	final class Listing implements Source {

		private final Set<String> missing;

		private final AccountSession session;

		Listing(Set<String> missing, AccountSession session) {
			this.missing = missing;
			this.session = session;
		}

		@Override
		public SourceDefinition definition() {
			return OwnerSearch.this.source.definition();
		}

		@Override
		public Answer collect(CellScope account) {
			finds(OwnerSearch.this.source.owned(this.missing, account), this.session);
			return Answer.READ;
		}

	}

}
