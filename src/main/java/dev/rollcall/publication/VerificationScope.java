package dev.rollcall.publication;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is verified.
 *
 * @param from the first night; null for the first that there is
 * @param to the last night; null for the last that there is
 * @param expectedLatest the manifest hash that the last night must have; null where
 * nobody knows it
 */
public record VerificationScope(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String expectedLatest) {

	/** Whether a night is verified. */
	boolean contains(LocalDate night) {
		return (this.from == null || !night.isBefore(this.from)) && (this.to == null || !night.isAfter(this.to));
	}

}
