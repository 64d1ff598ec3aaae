package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of asking the accounts that may own a thing.
 *
 * @param answers one for each account of the roster that was asked or could not be, in
 * turn
 */
record AskedOwners(NamedThing thing, List<CellResult> answers) {

	AskedOwners {
		answers = List.copyOf(answers);
	}

	/**
	 * The thing's cell: whoever answered for it; else who could not be asked, and may be
	 * the one who would have. Empty where all disowned it, and where the only one that
	 * may own it is not active and accounts can be asked what they own: it may be
	 * another's.
	 */
	Optional<CellResult> settled() {
		boolean owned = this.thing.owners().size() == 1 && !this.thing.source().canList();
		return first((answer) -> answer.status().isEvidence())
			.or(() -> first((answer) -> answer.status().isGap() && !disowned(answer)))
			.or(() -> first((answer) -> answer.status() == CellStatus.EXCLUDED))
			.or(() -> first((answer) -> owned && answer.status() == CellStatus.ACCOUNT_NOT_ACTIVE))
			.map(this::withAllCalls);
	}

	private Optional<CellResult> first(Predicate<CellResult> wanted) {
		return this.answers.stream().filter(wanted).findFirst();
	}

	private static boolean disowned(CellResult answer) {
		return answer.failure() != null && answer.failure().isOwnerUnknown();
	}

	private CellResult withAllCalls(CellResult answer) {
		List<CellResult> others = new ArrayList<>(this.answers);
		others.remove(answer);
		return answer.with(Effort.of(others));
	}

	/** Who disowned it, in words. */
	String unknown() {
		if (!this.answers.isEmpty()) {
			return "None of the accounts that may own it does: " + this.thing.owners();
		}
		return this.thing.owners().isEmpty() ? "Nothing says which account owns it"
				: "No account that may own it is on the roster: " + this.thing.owners();
	}

}
