package dev.rollcall.collect.cloudtrail;

import java.util.List;

import dev.rollcall.collect.Keyed;

/**
 * A trail that shows in an account, wherever it is at home and whoever owns it.
 *
 * @param arn the trail's ARN
 * @param name the trail's name
 * @param ownerAccountId the account that owns it
 * @param homeRegion the Region in which it is at home
 * @param multiRegion whether it records every Region
 * @param organizationTrail whether it records every account of the organization
 * @param shownIn the Region that was asked
 */
public record TrailShadow(String arn, String name, String ownerAccountId, String homeRegion, boolean multiRegion,
		boolean organizationTrail, String shownIn) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.arn);
	}

}
