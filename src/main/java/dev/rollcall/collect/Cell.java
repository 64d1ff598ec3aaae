package dev.rollcall.collect;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One source asked of one account in one Region.
 *
 * @param region the Region, or {@link #GLOBAL}
 * @param resourceId the thing found that the question is about, by its ARN; null where
 * the account is asked once
 */
public record Cell(AccountId account, String region, String source, @Nullable String resourceId) {

	/** The Region of a cell that has none. */
	public static final String GLOBAL = "global";

	/** A cell that is about no single thing. */
	public Cell(AccountId account, String region, String source) {
		this(account, region, source, null);
	}

	public boolean isGlobal() {
		return this.region.equals(GLOBAL);
	}

}
