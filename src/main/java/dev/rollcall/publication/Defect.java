package dev.rollcall.publication;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A way in which nights are not what was published.
 *
 * @param key the object, relative to the output
 */
public record Defect(Kind kind, String key, String message) {

	public Defect {
		message = message.replaceAll("\\s+", " ");
	}

	/** What became of an object, or of what holds the nights together. */
	public enum Kind {

		/** It is there and is not what was published. */
		ALTERED,

		/** It was published and is not there. */
		MISSING,

		/** It is where readers take it for a part of a night, and is none. */
		EXTRA,

		/** It lies where it does not belong. */
		MOVED,

		/** What a night says of those before it is not so. */
		BROKEN_CHAIN,

		/** A signature is missing where it is asked for, or is not that of the night. */
		SIGNATURE;

		/** As it is written. */
		@JsonValue
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

	/** In words. */
	@Override
	public String toString() {
		return this.kind + ": " + ObjectKey.printable(this.key) + ": " + this.message;
	}

}
