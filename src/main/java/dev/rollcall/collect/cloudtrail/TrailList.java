package dev.rollcall.collect.cloudtrail;

import java.util.List;

import dev.rollcall.collect.Keyed;

/**
 * The list of the trails that show in an account, whoever owns them: that there is none,
 * and where that was answered, is evidence.
 *
 * @param shownIn the Region that was asked: it shows the trails of all Regions, and those
 * at home in it
 * @param trails how many it shows
 */
public record TrailList(String shownIn, long trails) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.shownIn);
	}

}
