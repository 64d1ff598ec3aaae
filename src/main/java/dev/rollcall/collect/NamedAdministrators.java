package dev.rollcall.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Whom evidence names to be asked in a Region, and what the cell is for which nobody can
 * be asked: it stands at the account that should have named somebody.
 *
 * @param unnamed the cell of nobody
 * @param speaker the cell that named them, or why it did not
 * @param named the accounts named
 */
record NamedAdministrators(Cell unnamed, CellResult speaker, boolean blocked, SortedSet<AccountId> named) {

	static NamedAdministrators of(SourceDefinition source, SourceCatalog catalog, String region,
			List<CellResult> found) {
		List<CellResult> naming = found.stream().filter((cell) -> names(catalog, cell.cell().source())).toList();
		Dependencies dependencies = new Dependencies(naming);
		Optional<CellResult> blocker = dependencies.blocker();
		CellResult speaker = blocker.orElseGet(() -> naming.get(0));
		SortedSet<AccountId> named = new TreeSet<>();
		if (blocker.isEmpty()) {
			source.dependsOn()
				.stream()
				.flatMap((name) -> catalog.named(name).definition().evidence().stream())
				.filter(NamesAdministrator.class::isAssignableFrom)
				.flatMap((type) -> dependencies.evidence(type).stream())
				.forEach((evidence) -> named.add(((NamesAdministrator) evidence).administrator()));
		}
		return new NamedAdministrators(new Cell(speaker.cell().account(), region, source.name()), speaker,
				blocker.isPresent(), named);
	}

	private static boolean names(SourceCatalog catalog, String source) {
		return catalog.named(source)
			.definition()
			.evidence()
			.stream()
			.anyMatch(NamesAdministrator.class::isAssignableFrom);
	}

	/**
	 * Those that are asked. Where a stranger was named too, the account that named it is
	 * not: its cell says that.
	 */
	List<AccountId> onRoster(NightScope night) {
		boolean strangers = stranger(night) != null;
		return this.named.stream()
			.filter(night::isOnRoster)
			.filter((account) -> !strangers || !account.equals(this.unnamed.account()))
			.toList();
	}

	/**
	 * What became of the cell for which nobody is asked: what the speaker's became, a gap
	 * where a stranger to the roster would have to be asked, or, where it names nobody,
	 * off. Empty where all that were named are asked.
	 */
	Optional<CellResult> unasked(NightScope night, Instant now) {
		if (this.blocked) {
			return Optional.of(CellResult.notCalled(this.unnamed, this.speaker.status(), this.speaker.failure(), now));
		}
		AccountId stranger = stranger(night);
		if (stranger != null) {
			return Optional.of(CellResult.notCalled(this.unnamed, CellStatus.FAILED,
					CellFailure.ownerUnknown(
							"The account " + stranger + ", which would have to be asked, is not on" + " the roster"),
					now));
		}
		return this.named.isEmpty() ? Optional.of(new CellResult(this.unnamed, CellStatus.NOT_ENABLED, null, 0, 0,
				this.speaker.requestId(), 0, this.speaker.collectedAt(), List.of(), List.of())) : Optional.empty();
	}

	private @Nullable AccountId stranger(NightScope night) {
		return this.named.stream().filter((account) -> !night.isOnRoster(account)).findFirst().orElse(null);
	}

}
