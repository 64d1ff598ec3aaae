package dev.rollcall.simulator.service.s3control;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Script;

/** What S3 blocks for the accounts of {@code company}. */
final class S3ControlCompany implements Script {

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		cast.part("campaign-prod").has(AccountBlock.FACET, AccountBlock.THREE);
		cast.part("data-lake-dev").has(AccountBlock.FACET, AccountBlock.THREE);
		cast.part("sandbox-data-team").has(AccountBlock.FACET, AccountBlock.OFF);
		cast.part("基幹系 legacy-erp").has(AccountBlock.FACET, AccountBlock.ACLS);
		cast.part("mirai-deli-dev").has(AccountBlock.FACET, AccountBlock.NEVER_SET);
		cast.part("sandbox-sato").has(AccountBlock.FACET, AccountBlock.NEVER_SET);
	}

}
