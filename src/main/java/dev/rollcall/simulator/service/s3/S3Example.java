package dev.rollcall.simulator.service.s3;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Script;

/** The buckets of trails in {@code example}. */
final class S3Example implements Script {

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		cast.part("legacy-erp").has(TrailBucketState.FACET, TrailBucketState.LOOSE);
		cast.part("<b>web</b>").has(TrailBucketState.FACET, TrailBucketState.PLAIN);
	}

}
