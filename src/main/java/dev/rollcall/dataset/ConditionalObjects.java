package dev.rollcall.dataset;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Small objects of which one writer at a time can replace another's. */
interface ConditionalObjects {

	/** An object with its tag; empty where there is none. */
	Optional<Versioned> readVersioned(String key);

	/**
	 * Puts an object in place of the one with a tag.
	 * @param content unlike anything that others put there
	 * @param tag null where there must be none
	 * @return the object's new tag; empty where it is another's now, or gone
	 * @throws OutputException where it was not put, or nobody said whether it was
	 */
	Optional<String> replaceIf(String key, byte[] content, @Nullable String tag);

}
