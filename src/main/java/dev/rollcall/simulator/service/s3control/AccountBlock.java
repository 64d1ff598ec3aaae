package dev.rollcall.simulator.service.s3control;

import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;

/** What S3 blocks for all buckets of an account. */
enum AccountBlock {

	/** All that it can. */
	WHOLE(true, true, true, true),

	/** All but access to buckets whose policy is public already. */
	THREE(true, true, true, false),

	/** What ACLs do alone. */
	ACLS(true, true, false, false),

	/** Somebody has set it, to nothing. */
	OFF(false, false, false, false),

	/** Nobody has ever set it. */
	NEVER_SET(false, false, false, false);

	/** In order: all. */
	static final Facet<AccountBlock> FACET = Facet.of(WHOLE, AccountBlock::drawn);

	private final boolean blockAcls;

	private final boolean ignoreAcls;

	private final boolean blockPolicy;

	private final boolean restrictBuckets;

	AccountBlock(boolean blockAcls, boolean ignoreAcls, boolean blockPolicy, boolean restrictBuckets) {
		this.blockAcls = blockAcls;
		this.ignoreAcls = ignoreAcls;
		this.blockPolicy = blockPolicy;
		this.restrictBuckets = restrictBuckets;
	}

	private static AccountBlock drawn(Draw draw) {
		int drawn = draw.account().with("s3 account block").below(100);
		return (drawn < 85) ? WHOLE : values()[drawn % values().length];
	}

	boolean blockAcls() {
		return this.blockAcls;
	}

	boolean ignoreAcls() {
		return this.ignoreAcls;
	}

	boolean blockPolicy() {
		return this.blockPolicy;
	}

	boolean restrictBuckets() {
		return this.restrictBuckets;
	}

}
