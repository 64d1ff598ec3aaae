package dev.rollcall.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What an account's own list says of Regions.
 *
 * @param regions the list; empty where it could not be read
 * @param failure why it could not; null where it was read, and where nobody has tried
 */
public record OwnRegions(AccountId account, List<AccountRegion> regions, @Nullable CellFailure failure) {

	public OwnRegions {
		regions = List.copyOf(regions);
	}

	/** Of an account whose list nobody has read. */
	static OwnRegions unknown(AccountId account) {
		return new OwnRegions(account, List.of(), null);
	}

	/** What became of the cell in which the list is read. */
	public static OwnRegions of(CellResult list) {
		return new OwnRegions(list.cell().account(), list.evidence(AccountRegion.class), list.failure());
	}

	/** The cell in which an account's list is read. */
	public static Cell cell(AccountId account) {
		return new Cell(account, Cell.GLOBAL, AccountRegion.SOURCE);
	}

	/** The cell again, for one that needs it; it is among nobody's results. */
	CellResult list(Instant at) {
		Cell cell = cell(this.account);
		if (this.failure != null) {
			return CellResult.notCalled(cell, this.failure.status(), this.failure, at);
		}
		if (this.regions.isEmpty()) {
			throw new IllegalStateException(cell + " was not read: it has no list");
		}
		List<EvidenceRow> rows = this.regions.stream()
			.map((region) -> new EvidenceRow(this.account, cell.region(), cell.source(), at, region))
			.toList();
		return new CellResult(cell, CellStatus.READ, null, 0, 0, null, 0, at, rows, List.of());
	}

	/**
	 * Those that are not disabled, in order; one that is being disabled is still used.
	 */
	List<String> inUse() {
		return this.regions.stream()
			.filter((region) -> !region.isDisabled())
			.map(AccountRegion::name)
			.sorted()
			.toList();
	}

	/** What a cell is where the list says that its Region is disabled. */
	Optional<CellStatus> disabled(Cell cell) {
		return isDisabled(cell.region()) ? Optional.of(CellStatus.REGION_DISABLED) : Optional.empty();
	}

	boolean isDisabled(String region) {
		return this.regions.stream().anyMatch((listed) -> listed.name().equals(region) && listed.isDisabled());
	}

	/** The list's word for a Region that it calls enabled; empty for any other. */
	Optional<String> enabled(String region) {
		return this.regions.stream()
			.filter((listed) -> listed.name().equals(region) && listed.isEnabled())
			.map(AccountRegion::optStatus)
			.findFirst();
	}

}
