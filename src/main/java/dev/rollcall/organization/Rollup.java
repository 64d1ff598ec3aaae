package dev.rollcall.organization;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A way in which accounts are split: by a tag, or by a level of units. */
public sealed interface Rollup {

	/** Where an account belongs; null where its tags or its place do not say. */
	@Nullable String of(List<String> ouNames, @Nullable Map<String, String> tags);

	/**
	 * By the value of a tag. Its key is taken in whatever case it is written; an account
	 * that has several such keys is taken by the one that is written alike, else by the
	 * first of them.
	 */
	record Tag(String key) implements Rollup {

		@Override
		public @Nullable String of(List<String> ouNames, @Nullable Map<String, String> tags) {
			if (tags == null) {
				return null;
			}
			String exact = tags.get(this.key);
			return (exact != null) ? exact : ignoringCase(tags);
		}

		private @Nullable String ignoringCase(Map<String, String> tags) {
			return tags.keySet()
				.stream()
				.filter((other) -> other.equalsIgnoreCase(this.key))
				.sorted()
				.findFirst()
				.map(tags::get)
				.orElse(null);
		}

	}

	/** By the unit at a level; 1 is right below the root. */
	record OuLevel(int level) implements Rollup {

		@Override
		public @Nullable String of(List<String> ouNames, @Nullable Map<String, String> tags) {
			return (this.level < ouNames.size()) ? ouNames.get(this.level) : null;
		}

	}

}
