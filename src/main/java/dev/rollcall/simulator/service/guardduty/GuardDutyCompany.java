package dev.rollcall.simulator.service.guardduty;

import java.util.function.UnaryOperator;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Script;

/**
 * GuardDuty in {@code company}: the audit account administers it and turns it on for
 * everybody. The accounts of the maker that was bought are no members yet; the old system
 * for planning had it suspended when it cost too much.
 */
final class GuardDutyCompany implements Script {

	private static final int TOKYO = 0;

	private static final int OSAKA = 1;

	private static final int VIRGINIA = 2;

	private static final int REGIONS = 3;

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		for (int region = 0; region < REGIONS; region++) {
			guard(cast, "mirai-deli-prod", region, (own) -> own.stranger(Guard.State.ENABLED));
			guard(cast, "mirai-deli-dev", region, (own) -> own.stranger(Guard.State.NONE));
			guard(cast, "sandbox-data-team", region, (own) -> own.without("RUNTIME_MONITORING"));
		}
		guard(cast, "基幹系 legacy-erp", TOKYO, Guard::suspended);
		guard(cast, "campaign-prod", TOKYO, (own) -> own.finding(8, 45));
		guard(cast, "配送-本番", TOKYO, (own) -> own.finding(8, 3).finding(5, 12));
		guard(cast, "ECサイト-本番", TOKYO, (own) -> own.finding(5, 20).finding(2, 6));
		guard(cast, "data-lake-dev", VIRGINIA, (own) -> own.archived(8, 80));
		guard(cast, "sandbox-sato", OSAKA, (own) -> own.without("EKS_AUDIT_LOGS"));
	}

	private static void guard(Cast cast, String name, int region, UnaryOperator<Guard> change) {
		cast.part(name).change(region, Guard.FACET, change);
	}

}
