package dev.rollcall.simulator.service.ec2;

import java.util.List;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/** What EC2 does by default in {@code company}: a policy closes what it can for most. */
final class Ec2Company implements Script {

	private static final int REGIONS = 3;

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		for (Part part : cast.parts()) {
			for (int region = 0; region < REGIONS; region++) {
				part.change(region, RegionDefaults.FACET, RegionDefaults::governedByPolicy);
			}
		}
		for (String name : List.of("sandbox-sato", "mirai-deli-dev")) {
			for (int region = 0; region < REGIONS; region++) {
				cast.part(name).has(region, RegionDefaults.FACET, RegionDefaults.UNTOUCHED);
			}
		}
		Part legacy = cast.part("基幹系 legacy-erp");
		legacy.has(0, RegionDefaults.FACET, RegionDefaults.CLOSED.withTokens("optional").unencrypted());
		legacy.has(1, RegionDefaults.FACET, RegionDefaults.CLOSED.sharing("block-new-sharing"));
		cast.part("data-lake-dev").change(0, RegionDefaults.FACET, RegionDefaults::unencrypted);
		cast.part("campaign-stg").change(2, RegionDefaults.FACET, RegionDefaults::unencrypted);
		cast.part("sandbox-mobile-team").has(0, RegionDefaults.FACET, RegionDefaults.CLOSED.withImages("unblocked"));
	}

}
