package dev.rollcall.simulator.service.config;

import java.util.List;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/**
 * What AWS Config does in {@code company}: it records everywhere and one aggregator takes
 * all in; some resources break its rules, more of them where people try things out.
 */
final class ConfigCompany implements Script {

	private static final int OSAKA = 1;

	private static final int VIRGINIA = 2;

	private static final int REGIONS = 3;

	private static final ConformancePackState FINANCE = new ConformancePackState("finance",
			List.of("CLOUD_TRAIL_ENABLED", "EC2_IMDSV2_CHECK", "ENCRYPTED_VOLUMES"));

	private static final List<Rule> BASELINE = List.of(Rule.of("CLOUD_TRAIL_ENABLED", 0),
			Rule.of("EC2_IMDSV2_CHECK", 0), Rule.of("ENCRYPTED_VOLUMES", 0), Rule.of("IAM_PASSWORD_POLICY", 0),
			Rule.of("RDS_STORAGE_ENCRYPTED", 0), Rule.of("S3_BUCKET_PUBLIC_READ_PROHIBITED", 0),
			Rule.of("VPC_FLOW_LOGS_ENABLED", 0));

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		for (Part part : cast.parts()) {
			part.change(0, Recording.FACET, (own) -> own.with(BASELINE));
		}
		broken(cast.part("ECサイト-本番"), 0, "EC2_IMDSV2_CHECK", 6);
		broken(cast.part("ECサイト-開発"), 0, "ENCRYPTED_VOLUMES", 14);
		broken(cast.part("campaign-prod"), 0, "S3_BUCKET_PUBLIC_READ_PROHIBITED", 1);
		broken(cast.part("在庫-検証"), 0, "RDS_STORAGE_ENCRYPTED", 2);
		broken(cast.part("基幹系 legacy-erp"), 0, "EC2_IMDSV2_CHECK", 121);
		broken(cast.part("基幹系 legacy-erp"), 0, "ENCRYPTED_VOLUMES", 37);
		broken(cast.part("sandbox-data-team"), 0, "VPC_FLOW_LOGS_ENABLED", 3);
		broken(cast.part("data-lake-stg").since(1), OSAKA, "ENCRYPTED_VOLUMES", 4);
		for (int region = 0; region < REGIONS; region++) {
			cast.part("sandbox-mobile-team").change(region, Recording.FACET, (own) -> own.with(List.of()));
			cast.part("sandbox-data-team").change(region, Recording.FACET, (own) -> own.with(Recorder.DAILY));
			cast.part("mirai-deli-dev").change(region, Recording.FACET, (own) -> own.with(Recorder.PARTIAL));
		}
		for (String name : List.of("会計-本番", "基幹系 legacy-erp")) {
			cast.part(name).change(0, Recording.FACET, (own) -> own.with(FINANCE));
		}
		cast.part("route-planner-dev").change(OSAKA, Recording.FACET, (own) -> own.with(Recorder.STOPPED));
		cast.part("sandbox-sato").change(VIRGINIA, Recording.FACET, (own) -> own.with(Recorder.NONE));
		cast.part("hr-portal-stg").change(0, Recording.FACET, (own) -> own.with(Delivery.FAILING));
	}

	private static void broken(Part part, int region, String identifier, int resources) {
		part.change(region, Recording.FACET, (own) -> own.with(Rule.of(identifier, resources)));
	}

}
