package dev.rollcall.simulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accounts of {@code example}: every situation that a night has to cope with. */
final class ExampleAccounts implements WrittenOrganization {

	private static final Unit ROOT = Unit.root();

	private static final Unit SECURITY = ROOT.below("1", "Security");

	private static final Unit WORKLOADS = ROOT.below("2", "Workloads");

	private static final Unit PROD = WORKLOADS.below("3", "Prod");

	/** A unit with a Japanese name, at the fourth level. */
	private static final Unit PAYMENT = PROD.below("4", "決済");

	private static final Unit DEV = WORKLOADS.below("5", "Dev");

	private static final Unit SANDBOX = ROOT.below("6", "Sandbox");

	/** A unit with nothing in it. */
	private static final Unit EMPTY = ROOT.below("7", "Policy Staging");

	private static final Unit SUSPENDED = ROOT.below("8", "Suspended");

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public List<Unit> units() {
		return List.of(ROOT, SECURITY, WORKLOADS, PROD, PAYMENT, DEV, SANDBOX, EMPTY, SUSPENDED);
	}

	@Override
	public List<Unit> ordinary() {
		return List.of(PROD, DEV, PAYMENT, SANDBOX, SECURITY, WORKLOADS);
	}

	@Override
	public Unit closed() {
		return SUSPENDED;
	}

	@Override
	public void call(Cast cast) {
		join(cast, "本社 管理アカウント", ROOT);
		join(cast, "監査 Audit", SECURITY);
		join(cast, "log-archive", SECURITY);
		join(cast, "identity", SECURITY);
		join(cast, "決済-本番", PAYMENT);
		join(cast, "payments-dev", DEV);
		join(cast, "legacy-erp", WORKLOADS);
		join(cast, "会員基盤", PROD).entry(Entry.ROLE_MISSING);
		join(cast, "acquired & co", WORKLOADS).entry(Entry.OTHER_EXTERNAL_ID);
		join(cast, "closed-2025", SUSPENDED).state("SUSPENDED");
		join(cast, "new-joiner", ROOT).state("PENDING_ACTIVATION");
		join(cast, "sandbox-1", SANDBOX).since(1).leaves();
		join(cast, "no-opt-in", DEV).disabled(2);
		join(cast, "=cmd|' /C calc'!A0", DEV);
		join(cast, "throttled", PROD);
		join(cast, "hanging", PROD).since(1).state("SUSPENDED");
		join(cast, "malformed", PROD);
		join(cast, "root-unread", PROD);
		join(cast, "<b>web</b>", PROD);
		join(cast, "_x0041_ctrl\u0007\ttab", SANDBOX).disabled(2);
		join(cast, "trail-delivery", PROD);
		join(cast, "\"public\", 一般公開", DEV);
		join(cast, "config-shapes", DEV);
		join(cast, "../../fat-data", PROD);
	}

	private static Part join(Cast cast, String name, Unit unit) {
		return cast.join(name, unit, tags(cast.size(), unit));
	}

	/** Every fourth account has no tags at all. */
	private static Map<String, String> tags(int position, Unit unit) {
		if (position % 4 == 3) {
			return Map.of();
		}
		Map<String, String> tags = new LinkedHashMap<>();
		tags.put("environment", (unit == DEV || unit == SANDBOX) ? "dev" : "prod");
		tags.put("workload", List.of("決済", "erp", "web").get(position % 3));
		tags.put("business-unit", List.of("retail", "bank").get(position % 2));
		tags.put("cost-center", "cc-" + (100 + position % 5));
		return tags;
	}

}
