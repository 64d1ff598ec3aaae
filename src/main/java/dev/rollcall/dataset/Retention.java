package dev.rollcall.dataset;

import java.time.Instant;

/**
 * For how long the version of an object that is put may not be deleted, by S3 Object
 * Lock.
 *
 * @param mode who may lift it
 * @param until when it ends
 */
public record Retention(Mode mode, Instant until) {

	/** Who may lift a retention before it ends. */
	public enum Mode {

		/** Whoever has the permission to. */
		GOVERNANCE,

		/** Nobody. */
		COMPLIANCE

	}

}
