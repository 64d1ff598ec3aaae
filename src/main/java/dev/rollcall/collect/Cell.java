package dev.rollcall.collect;

import dev.rollcall.account.AccountId;

/**
 * One source asked of one account in one Region.
 *
 * @param region the Region, or {@link #GLOBAL}
 */
public record Cell(AccountId account, String region, String source) {

	/** The Region of a cell that has none. */
	public static final String GLOBAL = "global";

	public boolean isGlobal() {
		return this.region.equals(GLOBAL);
	}

}
