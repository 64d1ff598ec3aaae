package dev.rollcall.simulator.service.ec2;

import java.util.List;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/** What EC2 does by default in {@code example}. */
final class Ec2Example implements Script {

	private static final int REGIONS = 3;

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		Part prod = cast.part("決済-本番");
		prod.change(0, RegionDefaults.FACET, RegionDefaults::governedByPolicy);
		prod.change(2, RegionDefaults.FACET, (own) -> own.withTokens("optional"));
		Part legacy = cast.part("legacy-erp");
		legacy.change(0, RegionDefaults.FACET, (own) -> own.withImages("unblocked"));
		legacy.change(1, RegionDefaults.FACET, (own) -> own.sharing("block-new-sharing"));
		legacy.change(2, RegionDefaults.FACET, RegionDefaults::unencrypted);
		Part formula = cast.part("=cmd|' /C calc'!A0");
		formula.change(0, RegionDefaults.FACET, (own) -> own.withTokens(null));
		formula.change(1, RegionDefaults.FACET, (own) -> own.sharing("unblocked"));
		Part delivery = cast.part("trail-delivery");
		delivery.change(0, RegionDefaults.FACET, (own) -> own.unencrypted().governedByPolicy());
		delivery.change(1, RegionDefaults.FACET, (own) -> own.sharing("block-new-sharing").governedByPolicy());
		delivery.change(2, RegionDefaults.FACET, (own) -> own.withTokens("optional").governedByPolicy());
		cast.part("config-shapes")
			.change(0, RegionDefaults.FACET, (own) -> own.withConsole("block-ingress", "audit-mode"));
		cast.part("config-shapes")
			.change(1, RegionDefaults.FACET, (own) -> own.withConsole("block-bidirectional", "enabled"));
		cast.part("<b>web</b>").denied("ec2:GetInstanceMetadataDefaults");
		cast.part("<b>web</b>").change(1, RegionDefaults.FACET, (own) -> own.withImages("unblocked"));
		cast.part("no-opt-in").denied("ec2:GetEbsEncryptionByDefault");
		for (String name : List.of("payments-dev", "\"public\", 一般公開")) {
			for (int region = 0; region < REGIONS; region++) {
				cast.part(name).has(region, RegionDefaults.FACET, RegionDefaults.UNTOUCHED);
			}
		}
	}

}
