package dev.rollcall.simulator.service.guardduty;

import java.util.function.UnaryOperator;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;
import dev.rollcall.simulator.world.World;

/**
 * GuardDuty in {@code example}. In the first Region the audit account administers it, as
 * Organizations says; in the second the account of the logs does, which Organizations
 * does not know; in the third nobody does.
 */
final class GuardDutyExample implements Script {

	private static final int VIRGINIA = 0;

	private static final int TOKYO = 1;

	private static final int MILAN = 2;

	private static final int PROBED_DAYS = 60;

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		Part management = cast.part("本社 管理アカウント");
		management.change(TOKYO, Administration.FACET,
				(own) -> own.with(World.LOGS).turningOnFor("NEW").without("RUNTIME_MONITORING"));
		management.change(MILAN, Administration.FACET, (own) -> own.with(null));
		virginia(cast);
		tokyo(cast);
		milan(cast);
	}

	private static void virginia(Cast cast) {
		guard(cast, "決済-本番", VIRGINIA, (own) -> own.stranger(Guard.State.ENABLED));
		guard(cast, "payments-dev", VIRGINIA, Guard::suspended);
		guard(cast, "legacy-erp", VIRGINIA, (own) -> own.stranger(Guard.State.NONE));
		guard(cast, "acquired & co", VIRGINIA, (own) -> own.stranger(Guard.State.ENABLED));
		guard(cast, "no-opt-in", VIRGINIA, Guard::notProcessed);
		guard(cast, "=cmd|' /C calc'!A0", VIRGINIA, (own) -> own.called("Created", Guard.State.NONE));
		guard(cast, "<b>web</b>", VIRGINIA, (own) -> own.without("EKS_AUDIT_LOGS"));
		guard(cast, "trail-delivery", VIRGINIA, (own) -> own.finding(8, 2));
		guard(cast, "\"public\", 一般公開", VIRGINIA, (own) -> own.finding(8, 40).archived(8, 50).finding(5, 3));
		guard(cast, "config-shapes", VIRGINIA, (own) -> own.called("Resigned", Guard.State.ENABLED));
		guard(cast, "../../fat-data", VIRGINIA, GuardDutyExample::probed);
	}

	private static void tokyo(Cast cast) {
		guard(cast, "identity", TOKYO, (own) -> own.called(Guard.MEMBER, Guard.State.SUSPENDED).notProcessed());
		guard(cast, "payments-dev", TOKYO, Guard::suspended);
		guard(cast, "legacy-erp", TOKYO, (own) -> own.stranger(Guard.State.NONE));
		guard(cast, "root-unread", TOKYO, (own) -> own.without("S3_DATA_EVENTS").finding(9, 1));
		guard(cast, "trail-delivery", TOKYO, (own) -> own.archived(8, 70));
	}

	private static void milan(Cast cast) {
		guard(cast, "identity", MILAN, (own) -> own.stranger(Guard.State.NONE));
		guard(cast, "決済-本番", MILAN, (own) -> own.stranger(Guard.State.NONE));
		guard(cast, "payments-dev", MILAN, (own) -> own.stranger(Guard.State.SUSPENDED));
		guard(cast, "<b>web</b>", MILAN, (own) -> own.without("LAMBDA_NETWORK_LOGS"));
		guard(cast, "\"public\", 一般公開", MILAN, (own) -> own.finding(9, 60));
	}

	private static Guard probed(Guard own) {
		Guard probed = own;
		for (int day = 1; day <= PROBED_DAYS; day++) {
			probed = probed.finding(2, day);
		}
		return probed;
	}

	private static void guard(Cast cast, String name, int region, UnaryOperator<Guard> change) {
		cast.part(name).change(region, Guard.FACET, change);
	}

}
