package dev.rollcall.simulator.service.s3;

import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;

/** How the buckets are kept that an account has for the files of trails. */
enum TrailBucketState {

	/** Closed to the public, over TLS alone, logged, versioned, and locked for a year. */
	GUARDED,

	/** Closed, and that is all: TLS is demanded of whoever reads, and nobody else. */
	PLAIN,

	/**
	 * As in the early days of S3: everybody may list it, and nothing else was ever set.
	 */
	LOOSE;

	/** In order: guarded. */
	static final Facet<TrailBucketState> FACET = Facet.of(GUARDED, TrailBucketState::drawn);

	private static TrailBucketState drawn(Draw draw) {
		Dice own = draw.account().with("trail bucket");
		return own.percent(80) ? GUARDED : values()[own.with("state").below(values().length)];
	}

}
