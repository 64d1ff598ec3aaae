package dev.rollcall.collect;

import java.util.List;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Gaps that the configuration expects, such as Regions that a policy closes. They stay
 * gaps, and do not make a night incomplete.
 */
public record ExpectedGaps(List<Pattern> patterns) {

	/** No gap is expected. */
	public static final ExpectedGaps NONE = new ExpectedGaps(List.of());

	public ExpectedGaps {
		patterns = List.copyOf(patterns);
	}

	/** Those of them that say that a Region, which they name, refuses to answer. */
	public Stream<Pattern> closedRegions() {
		return this.patterns.stream()
			.filter((pattern) -> pattern.region() != null && !pattern.region().equals(Cell.GLOBAL))
			.filter((pattern) -> pattern.status() == null || pattern.status() == CellStatus.DENIED);
	}

	boolean match(Cell cell, CellStatus status) {
		return this.patterns.stream().anyMatch((pattern) -> pattern.matches(cell, status));
	}

	/**
	 * Which cells; what is null matches all.
	 */
	public record Pattern(@Nullable AccountId account, @Nullable String region, @Nullable String source,
			@Nullable CellStatus status) {

		boolean matches(Cell cell, CellStatus found) {
			return (this.account == null || this.account.equals(cell.account()))
					&& (this.region == null || this.region.equals(cell.region()))
					&& (this.source == null || this.source.equals(cell.source()))
					&& (this.status == null || this.status == found);
		}

	}

}
