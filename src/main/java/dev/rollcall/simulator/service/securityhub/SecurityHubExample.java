package dev.rollcall.simulator.service.securityhub;

import java.util.List;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/**
 * What Security Hub does in {@code example}: policies configure it in the first two
 * Regions, and its home Region takes in these two alone.
 */
final class SecurityHubExample implements Script {

	private static final int REGIONS = 3;

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		cast.part("監査 Audit").has(HubOrganization.FACET, new HubOrganization(2));
		cast.part("identity").has(Assigned.FACET, Assigned.SELF_MANAGED);
		cast.part("payments-dev")
			.has(Assigned.FACET, Assigned.SELF_MANAGED)
			.change(1, Hub.FACET, (own) -> own.off().withV2())
			.change(2, Hub.FACET, Hub::off);
		cast.part("legacy-erp")
			.change(0, Hub.FACET, (own) -> own.with(List.of(Standard.FOUNDATIONAL.but("FAILED", "INTERNAL_ERROR"))))
			.change(1, Hub.FACET, (own) -> own
				.with(List.of(Standard.FOUNDATIONAL.but("INCOMPLETE", "MAXIMUM_NUMBER_OF_CONFIG_RULES_EXCEEDED"))));
		cast.part("throttled").change(Assigned.FACET, Assigned::pending);
		cast.part("root-unread")
			.change(Assigned.FACET, (own) -> own.failed("The account has reached a limit"))
			.change(1, Hub.FACET, Hub::off);
		cast.part("<b>web</b>")
			.has(Assigned.FACET, Assigned.SELF_MANAGED)
			.change(0, Hub.FACET, (own) -> own.member("Removed"))
			.change(1, Hub.FACET, (own) -> own.member("Resigned"));
		cast.part("trail-delivery").change(0, Hub.FACET, (own) -> own.member("Removed"));
		fails(cast.part("\"public\", 一般公開"));
		blind(cast.part("config-shapes"));
		off(cast.part("../../fat-data"));
	}

	private static void fails(Part part) {
		part.change(0, Hub.FACET, (own) -> own.failing("CRITICAL", 3).failing("HIGH", 2));
		part.change(1, Hub.FACET, (own) -> own.failing("CRITICAL", 1));
		part.change(2, Hub.FACET, (own) -> own.failing("CRITICAL", 2));
	}

	/** AWS Config is off in the first Region, and stopped in the second. */
	private static void blind(Part part) {
		part.change(0, Hub.FACET, (own) -> own.with(List.of(Standard.FOUNDATIONAL.blind())));
		part.change(1, Hub.FACET, (own) -> own.with(List.of(Standard.CIS)));
		part.change(2, Hub.FACET, (own) -> own.with(List.of(Standard.FOUNDATIONAL.but("PENDING", null))));
	}

	private static void off(Part part) {
		part.has(Assigned.FACET, Assigned.OFF);
		for (int region = 0; region < REGIONS; region++) {
			part.change(region, Hub.FACET, Hub::off);
		}
	}

}
