package dev.rollcall.collect.organizations;

import java.util.Map;

/** An account's tags. They end up in the dataset {@code account}. */
public record AccountTags(Map<String, String> tags) {

	public AccountTags {
		tags = Map.copyOf(tags);
	}

}
