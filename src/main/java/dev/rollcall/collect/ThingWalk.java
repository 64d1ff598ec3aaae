package dev.rollcall.collect;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.organization.Account;

/**
 * Asks about things, many at once: each in the accounts that may own it, one after the
 * other, until one answers for it; and where none does, in the account that lists it.
 */
final class ThingWalk {

	private final NightScope night;

	private final Askers askers;

	private final CellReader cells;

	private final SideBySide many;

	private final Clock clock;

	ThingWalk(NightScope night, Askers askers, CellReader cells, Executor executor, int atOnce, Clock clock) {
		this.night = night;
		this.askers = askers;
		this.cells = cells;
		this.many = new SideBySide(executor, atOnce);
		this.clock = clock;
	}

	/** Asks about each of them; returns when all have their cell. */
	void each(Collection<NamedThing> things, Consumer<CellResult> use) {
		OwnerSessions sessions = new OwnerSessions(this.askers, things);
		List<AskedOwners> unplaced = new ArrayList<>();
		this.many.each(byOwner(things), (thing) -> ask(thing, sessions),
				(asked) -> asked.settled().ifPresentOrElse(use, () -> unplaced.add(asked)));
		unplaced.sort(Comparator.comparing((asked) -> asked.thing().arn()));
		unplaced.stream()
			.collect(Collectors.groupingBy((asked) -> asked.thing().source(), LinkedHashMap::new, Collectors.toList()))
			.forEach((source, ofSource) -> place(source, ofSource, use));
	}

	/** An account's one after the other: it is entered once, and left. */
	private static List<NamedThing> byOwner(Collection<NamedThing> things) {
		return things.stream()
			.sorted(Comparator.comparing((thing) -> thing.owners().stream().findFirst().orElse(thing.namedBy())))
			.toList();
	}

	private AskedOwners ask(NamedThing thing, OwnerSessions sessions) {
		List<CellResult> answers = new ArrayList<>();
		for (AccountId owner : thing.owners()) {
			if (this.night.isOnRoster(owner)) {
				CellResult answer = ask(thing, owner, (account) -> Asked.of(account, sessions.of(owner)));
				answers.add(answer);
				if (answer.status().isEvidence()) {
					break;
				}
			}
		}
		if (answers.isEmpty()) {
			leftOut(thing).ifPresent(answers::add);
		}
		sessions.ends(thing);
		return new AskedOwners(thing, answers);
	}

	/** Where nobody is there to be asked, and nobody would have been. */
	private Optional<CellResult> leftOut(NamedThing thing) {
		Cell cell = thing.at(thing.standsAt(this.night));
		return this.night.decidedDistinct(cell)
			.filter((status) -> status == CellStatus.EXCLUDED)
			.map((status) -> CellResult.notCalled(cell, status, null, this.clock.instant()));
	}

	private CellResult ask(NamedThing thing, AccountId account, Function<Account, Asked> asked) {
		Cell cell = thing.at(account);
		Optional<CellStatus> decided = this.night.decidedDistinct(cell);
		return decided.map((status) -> this.night.notCalled(cell, status, this.clock.instant()))
			.orElseGet(() -> this.cells.ask(cell, thing.source(), asked.apply(this.night.account(account)),
					Dependencies.NONE));
	}

	/** Asks where a search finds them; the first has the calls of the search. */
	private void place(DistinctSource source, List<AskedOwners> unplaced, Consumer<CellResult> use) {
		OwnerSearch search = new OwnerSearch(source, this.night, this.askers, this.cells, this.many, this.clock);
		if (source.canList()) {
			search.run(unplaced.stream().map((asked) -> asked.thing().arn()).toList());
		}
		this.many.each(unplaced, (asked) -> {
			CellResult cell = search.found(asked.thing().arn())
				.map((session) -> ask(asked.thing(), session.account(),
						(account) -> Asked.of(account, session).asOwner()))
				.orElseGet(() -> unknown(asked, search));
			Effort searched = (asked == unplaced.get(0)) ? search.spent() : Effort.NONE;
			return cell.with(Effort.of(asked.answers())).with(searched);
		}, use);
	}

	private CellResult unknown(AskedOwners asked, OwnerSearch search) {
		return CellResult.notCalled(asked.thing().at(asked.thing().standsAt(this.night)), CellStatus.FAILED,
				CellFailure.ownerUnknown(asked.thing().arn() + ": " + asked.unknown() + search.words()),
				this.clock.instant());
	}

}
