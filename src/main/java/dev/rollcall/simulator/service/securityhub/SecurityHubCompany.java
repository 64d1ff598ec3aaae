package dev.rollcall.simulator.service.securityhub;

import java.util.List;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/**
 * What Security Hub does in {@code company}: policies configure it in all Regions, and
 * all findings come to Tokyo. What was bought last month is not reached yet.
 */
final class SecurityHubCompany implements Script {

	private static final int OSAKA = 1;

	private static final int VIRGINIA = 2;

	private static final int REGIONS = 3;

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		for (String name : List.of("mirai-deli-prod", "mirai-deli-dev")) {
			Part bought = cast.part(name).change(Assigned.FACET, Assigned::pending);
			for (int region = 0; region < REGIONS; region++) {
				bought.change(region, Hub.FACET, Hub::off);
			}
		}
		cast.part("sandbox-sato")
			.change(VIRGINIA, Hub.FACET, (own) -> own.with(List.of(Standard.FOUNDATIONAL.blind())));
		cast.part("route-planner-dev")
			.change(OSAKA, Hub.FACET, (own) -> own.with(List.of(Standard.FOUNDATIONAL.blind())));
		cast.part("sandbox-data-team")
			.has(Assigned.FACET, Assigned.SELF_MANAGED)
			.change(VIRGINIA, Hub.FACET, (own) -> own.off().withV2());
		cast.part("基幹系 legacy-erp")
			.change(0, Hub.FACET, (own) -> own.failing("CRITICAL", 4).failing("HIGH", 31).failing("MEDIUM", 120));
		cast.part("ECサイト-本番").change(0, Hub.FACET, (own) -> own.failing("HIGH", 6));
		cast.part("campaign-prod").change(0, Hub.FACET, (own) -> own.failing("CRITICAL", 1));
		cast.part("campaign-prod").since(2).change(0, Hub.FACET, (own) -> own.failing("CRITICAL", 0));
	}

}
