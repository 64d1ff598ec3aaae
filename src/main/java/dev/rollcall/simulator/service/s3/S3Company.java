package dev.rollcall.simulator.service.s3;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Script;

/** The buckets of trails in {@code company}. */
final class S3Company implements Script {

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		cast.part("mirai-deli-dev").has(TrailBucketState.FACET, TrailBucketState.LOOSE);
	}

}
