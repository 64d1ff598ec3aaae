package dev.rollcall.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import dev.rollcall.dataset.Retention;

/**
 * How published nights are guarded beyond their hashes.
 *
 * @param signer signs the manifest; empty where nights are not signed
 * @param lock for how long no object of a night may be deleted; empty where that is not
 * asked for
 * @param clock when a night is sealed
 */
public record Sealing(Optional<Signer> signer, Optional<Lock> lock, Clock clock) {

	/** Hashes alone, for which no clock is asked. */
	public static final Sealing NONE = new Sealing(Optional.empty(), Optional.empty(),
			Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

	/** A retention from now on; empty where none is asked for. */
	Optional<Retention> retention() {
		return this.lock.map((lock) -> new Retention(lock.mode(), this.clock.instant().plus(lock.duration())));
	}

	/** A retention of every night. */
	public record Lock(Retention.Mode mode, Duration duration) {

	}

}
