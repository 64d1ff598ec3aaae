package dev.rollcall.simulator.world;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Access from outside to a resource, which an analyzer finds.
 *
 * @param id of the finding
 * @param owner the account of the resource
 * @param principal by type; empty where the analyzer could not tell
 * @param rcpRestriction APPLICABLE or FAILED_TO_EVALUATE_RCP; null where no policy exists
 * @param error why the analyzer could not judge; null where it could
 * @param archived whether somebody accepted it
 */
public record Access(String id, String owner, String resource, String resourceType, Kind kind,
		Map<String, String> principal, @Nullable String rcpRestriction, @Nullable String error, boolean archived) {

	/** Who comes from outside. */
	public enum Kind {

		PUBLIC, OUTSIDE, INSIDE, FEDERATED, SERVICE, UNKNOWN

	}

}
