package dev.rollcall.simulator.service.accessanalyzer;

import java.util.List;
import java.util.stream.Stream;

import dev.rollcall.simulator.service.accessanalyzer.Access.Kind;
import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.Script;

/** The analyzers of {@code example}, and who comes in from outside. */
final class AccessAnalyzerExample implements Script {

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		Part audit = cast.part("監査 Audit");
		analyzer(audit, 0, "organization", "ORGANIZATION", "ACTIVE");
		AnalyzerState unused = new AnalyzerState(audit.id(), audit.region(0), "unused", "ORGANIZATION_UNUSED_ACCESS",
				"ACTIVE");
		audit.change(0, RegionAccess.FACET, (before) -> before.plus(unused.leavingOut(cast.part("sandbox-1").id())));
		analyzer(audit, 1, "organization", "ORGANIZATION", "ACTIVE");
		analyzer(cast.part("決済-本番"), 2, "account", "ACCOUNT", "ACTIVE");
		analyzer(cast.part("payments-dev"), 2, "account", "ACCOUNT", "ACTIVE");
		open(cast.part("payments-dev"), 0, Kind.OUTSIDE);
		Part noOptIn = cast.part("no-opt-in").during(1, 2);
		open(noOptIn, 0, Kind.OUTSIDE);
		open(noOptIn, 1, Kind.PUBLIC);
		Part calculating = cast.part("=cmd|' /C calc'!A0").denied("access-analyzer:ListFindings");
		analyzer(calculating, 1, "account", "ACCOUNT", "ACTIVE");
		open(calculating, 1, Kind.PUBLIC);
		analyzer(cast.part("<b>web</b>"), 2, "account", "ACCOUNT", "DISABLED");
		nobodyUses(cast.part("payments-dev"), "deploy-2023", Unused.Kind.UNUSED_IAM_ROLE);
		nobodyUses(cast.part("payments-dev"), "contractor", Unused.Kind.UNUSED_IAM_USER_ACCESS_KEY);
		nobodyUses(cast.part("payments-dev"), "contractor", Unused.Kind.UNUSED_IAM_USER_PASSWORD);
		nobodyUses(cast.part("<b>web</b>"), "publisher", Unused.Kind.UNUSED_PERMISSION);
		Part emergencies = cast.part("identity");
		emergencies.change(Unused.FACET,
				(before) -> List.of(
						Unused
							.of(emergencies.position(), emergencies.id(), Partition.of(emergencies.region(0)),
									"break-glass", Unused.Kind.UNUSED_IAM_ROLE)
							.accepted()));
		openToEverybody(cast.part("\"public\", 一般公開"));
	}

	private static void openToEverybody(Part open) {
		analyzer(open, 2, "account", "ACCOUNT", "ACTIVE");
		open.change(0, RegionAccess.FACET,
				(before) -> before.plus(access(open, 0, Kind.PUBLIC).besideResourceControlPolicy()));
		open(open, 1, Kind.UNKNOWN);
		for (Kind kind : Kind.values()) {
			open(open, 2, kind);
		}
		open.during(1, 2).change(0, RegionAccess.FACET, RegionAccess::closed);
	}

	private static void nobodyUses(Part part, String name, Unused.Kind kind) {
		Unused unused = Unused.of(part.position(), part.id(), Partition.of(part.region(0)), name, kind);
		part.change(Unused.FACET, (before) -> Stream.concat(before.stream(), Stream.of(unused)).toList());
	}

	private static void analyzer(Part part, int region, String called, String type, String status) {
		AnalyzerState analyzer = new AnalyzerState(part.id(), part.region(region), called, type, status);
		part.change(region, RegionAccess.FACET, (before) -> before.plus(analyzer));
	}

	private static void open(Part part, int region, Kind kind) {
		part.change(region, RegionAccess.FACET, (before) -> before.plus(access(part, region, kind)));
	}

	private static Access access(Part part, int region, Kind kind) {
		return Access.of(part.position(), part.id(), part.region(region), kind);
	}

}
