package dev.rollcall.simulator.service.s3control;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Script;

/** What S3 blocks for the accounts of {@code example}. */
final class S3ControlExample implements Script {

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		cast.part("決済-本番").has(AccountBlock.FACET, AccountBlock.THREE);
		cast.part("trail-delivery").has(AccountBlock.FACET, AccountBlock.THREE);
		cast.part("legacy-erp").has(AccountBlock.FACET, AccountBlock.ACLS);
		cast.part("payments-dev").has(AccountBlock.FACET, AccountBlock.OFF);
		cast.part("=cmd|' /C calc'!A0").has(AccountBlock.FACET, AccountBlock.NEVER_SET);
		cast.part("\"public\", 一般公開").has(AccountBlock.FACET, AccountBlock.NEVER_SET);
		cast.part("<b>web</b>").denied("s3:GetAccountPublicAccessBlock");
	}

}
