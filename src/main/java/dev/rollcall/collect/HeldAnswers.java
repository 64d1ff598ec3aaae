package dev.rollcall.collect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the organization that are held in memory, of a night that stages nothing.
 */
record HeldAnswers(List<CellResult> results) implements OwnerAnswers {

	HeldAnswers {
		results = List.copyOf(results);
	}

	@Override
	public List<CellResult> of(String source, String region, @Nullable AccountId about) {
		List<CellResult> cells = this.results.stream()
			.filter((result) -> result.cell().source().equals(source) && result.cell().region().equals(region))
			.toList();
		if (about == null) {
			return cells;
		}
		Set<AccountId> told = cells.stream().map((result) -> result.cell().account()).collect(Collectors.toSet());
		told.add(about);
		return cells.stream().map((result) -> about(result, told)).toList();
	}

	private static CellResult about(CellResult result, Set<AccountId> accounts) {
		return result.withRows(result.rows().stream().filter((row) -> accounts.contains(row.account())).toList());
	}

}
