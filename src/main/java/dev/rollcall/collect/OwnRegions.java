package dev.rollcall.collect;

import java.util.List;
import java.util.Optional;

import dev.rollcall.account.AccountId;

/**
 * What an account's own list says of Regions.
 *
 * @param regions the list; empty where it could not be read
 */
public record OwnRegions(AccountId account, List<AccountRegion> regions) {

	public OwnRegions {
		regions = List.copyOf(regions);
	}

	/** Of an account whose list nobody has read. */
	static OwnRegions unknown(AccountId account) {
		return new OwnRegions(account, List.of());
	}

	/** What became of the cell in which the list is read. */
	public static OwnRegions of(CellResult list) {
		return new OwnRegions(list.cell().account(), list.evidence(AccountRegion.class));
	}

	/** The cell in which an account's list is read. */
	public static Cell cell(AccountId account) {
		return new Cell(account, Cell.GLOBAL, AccountRegion.SOURCE);
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
