package dev.rollcall.collect.cloudtrail;

import java.util.List;

import dev.rollcall.collect.Keyed;

/**
 * A trail that shows in an account, wherever it is at home and whoever owns it.
 *
 * @param ownerAccountId the account that owns it
 * @param homeRegion the Region in which it is at home
 * @param shownIn the Region that was asked
 */
public record TrailShadow(String arn, String name, String ownerAccountId, String homeRegion, boolean multiRegion,
		boolean organizationTrail, String shownIn) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.arn);
	}

}
