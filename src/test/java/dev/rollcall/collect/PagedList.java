package dev.rollcall.collect;

import java.util.List;
import java.util.function.Function;

import dev.rollcall.account.FakeAws;
import org.jspecify.annotations.Nullable;

/**
 * A list that a night reads page by page.
 *
 * @param operation that answers it
 * @param read asks for it, as a night does
 */
record PagedList(PagedOperation operation, Function<FakeAws, Outcome> read) {

	@Override
	public String toString() {
		return this.operation.name();
	}

	/**
	 * What became of a list.
	 *
	 * @param code why it was not read; null where it was
	 * @param found what it came to
	 */
	record Outcome(@Nullable String code, List<Object> found) {

	}

}
