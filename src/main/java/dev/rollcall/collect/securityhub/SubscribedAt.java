package dev.rollcall.collect.securityhub;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/** The date since when a hub is on, which Security Hub gives as text. */
final class SubscribedAt {

	private SubscribedAt() {
	}

	/** The date; null where the text is none, for it decides nothing. */
	static @Nullable Instant parse(@Nullable String text) {
		try {
			return (text != null) ? OffsetDateTime.parse(text).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
