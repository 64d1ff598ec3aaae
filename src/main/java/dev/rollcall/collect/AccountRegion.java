package dev.rollcall.collect;

import java.util.List;
import java.util.Objects;

import software.amazon.awssdk.services.account.model.RegionOptStatus;

/**
 * Whether a Region is enabled in an account: what decides REGION_DISABLED for the
 * account's cells there.
 *
 * @param name the Region
 * @param optStatus ENABLED, ENABLING, DISABLING, DISABLED or ENABLED_BY_DEFAULT
 */
public record AccountRegion(String name, String optStatus) implements Keyed {

	/** The source that reads it, first of all in an account. */
	public static final String SOURCE = "account-regions";

	/** A Region without a word on whether it is enabled is no answer. */
	public AccountRegion {
		Objects.requireNonNull(name, "account:ListRegions names the Region");
		Objects.requireNonNull(optStatus, "account:ListRegions says whether the Region is enabled");
	}

	boolean isDisabled() {
		return this.optStatus.equals(RegionOptStatus.DISABLED.toString());
	}

	/** Whether it can be used, beyond any doubt of a change that is under way. */
	boolean isEnabled() {
		return this.optStatus.equals(RegionOptStatus.ENABLED.toString())
				|| this.optStatus.equals(RegionOptStatus.ENABLED_BY_DEFAULT.toString());
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.name);
	}

}
