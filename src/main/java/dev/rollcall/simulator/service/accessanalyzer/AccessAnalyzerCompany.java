package dev.rollcall.simulator.service.accessanalyzer;

import java.util.List;

import dev.rollcall.simulator.service.accessanalyzer.Access.Kind;
import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.Script;

/**
 * The analyzers of {@code company}: the organization's in its two Regions of Japan, and
 * each account's own in the third, which a stack set makes. One archive rule names the
 * bucket that is meant to be open. A sandbox is younger than its last roll-out. An
 * analyzer of unused access watches all; its one archive rule names the role for
 * emergencies.
 */
final class AccessAnalyzerCompany implements Script {

	private static final int OSAKA = 1;

	private static final int VIRGINIA = 2;

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		Part audit = cast.part("監査");
		AnalyzerState organization = new AnalyzerState(audit.id(), audit.region(0), "organization", "ORGANIZATION",
				"ACTIVE");
		String web = Partition.of(audit.region(0)).arn("s3", "", "", "asahina-web");
		audit.change(0, RegionAccess.FACET, (before) -> before.plus(organization.accepting(web)));
		unused(cast, audit);
		analyzer(cast.part("監査"), OSAKA, "organization", "ORGANIZATION", "ACTIVE");
		for (Part part : cast.parts()) {
			analyzer(part, VIRGINIA, "baseline", "ACCOUNT", "ACTIVE");
		}
		cast.part("sandbox-mobile-team").has(VIRGINIA, RegionAccess.FACET, RegionAccess.NOTHING);
		cast.part("campaign-dev").has(VIRGINIA, RegionAccess.FACET, RegionAccess.NOTHING);
		analyzer(cast.part("campaign-dev"), VIRGINIA, "baseline", "ACCOUNT", "DISABLED");
		open(cast.part("campaign-prod"), 0, "asahina-campaign-assets", Kind.PUBLIC);
		cast.part("campaign-prod").since(2).change(0, RegionAccess.FACET, RegionAccess::closed);
		open(cast.part("配送-本番"), 0, "asahina-carrier-exchange", Kind.OUTSIDE);
		open(cast.part("配送-検証"), 0, "asahina-carrier-exchange-stg", Kind.OUTSIDE);
		open(cast.part("data-lake-dev"), VIRGINIA, "notebook-login", Kind.FEDERATED);
		open(cast.part("sandbox-sato").since(1), 0, "sato-test-upload", Kind.PUBLIC);
	}

	private static void unused(Cast cast, Part audit) {
		Part identity = cast.part("identity");
		Unused emergencies = unused(identity, "break-glass", Unused.Kind.UNUSED_IAM_ROLE).accepted();
		AnalyzerState analyzer = new AnalyzerState(audit.id(), audit.region(0), "unused", "ORGANIZATION_UNUSED_ACCESS",
				"ACTIVE");
		audit.change(0, RegionAccess.FACET, (before) -> before.plus(analyzer.accepting(emergencies.resource())));
		identity.has(Unused.FACET, List.of(emergencies));
		Part campaign = cast.part("campaign-dev");
		campaign.has(Unused.FACET, List.of(unused(campaign, "agency-2024", Unused.Kind.UNUSED_IAM_USER_ACCESS_KEY),
				unused(campaign, "agency-2024", Unused.Kind.UNUSED_IAM_USER_PASSWORD)));
		Part erp = cast.part("基幹系 legacy-erp");
		erp.has(Unused.FACET, List.of(unused(erp, "batch-2019", Unused.Kind.UNUSED_IAM_ROLE),
				unused(erp, "reports", Unused.Kind.UNUSED_PERMISSION)));
		Part lake = cast.part("data-lake-dev");
		lake.has(Unused.FACET, List.of(unused(lake, "notebook", Unused.Kind.UNUSED_PERMISSION)));
	}

	private static Unused unused(Part part, String name, Unused.Kind kind) {
		return Unused.of(part.position(), part.id(), Partition.of(part.region(0)), name, kind);
	}

	private static void analyzer(Part part, int region, String called, String type, String status) {
		AnalyzerState analyzer = new AnalyzerState(part.id(), part.region(region), called, type, status);
		part.change(region, RegionAccess.FACET, (before) -> before.plus(analyzer));
	}

	private static void open(Part part, int region, String resource, Kind kind) {
		Access access = Access.to(resource, part.position(), part.id(), part.region(region), kind);
		part.change(region, RegionAccess.FACET, (before) -> before.plus(access));
	}

}
