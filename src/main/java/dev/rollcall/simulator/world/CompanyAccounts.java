package dev.rollcall.simulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts of {@code company}: Asahina, a retailer with its own logistics and
 * payments, which has just bought a maker of ready meals. It is mostly in good order.
 */
final class CompanyAccounts implements WrittenOrganization {

	private static final Unit ROOT = Unit.root();

	private static final Unit SECURITY = ROOT.below("1", "セキュリティ");

	private static final Unit PLATFORM = ROOT.below("2", "共通基盤");

	private static final Unit BUSINESS = ROOT.below("3", "事業");

	private static final Unit PROD = BUSINESS.below("4", "本番");

	private static final Unit STAGING = BUSINESS.below("5", "検証");

	private static final Unit DEV = BUSINESS.below("6", "開発");

	private static final Unit SANDBOX = ROOT.below("7", "Sandbox");

	private static final Unit ACQUIRED = ROOT.below("8", "Acquired");

	private static final Unit CLOSED = ROOT.below("9", "閉鎖予定");

	private static final List<Workload> WORKLOADS = List.of(new Workload("ECサイト", "小売", "CC-1101"),
			new Workload("会員基盤", "小売", "CC-1102"), new Workload("在庫", "小売", "CC-1103"),
			new Workload("店舗POS", "小売", "CC-1104"), new Workload("campaign", "小売", "CC-1105"),
			new Workload("loyalty", "小売", "CC-1106"), new Workload("配送", "物流", "CC-2101"),
			new Workload("倉庫", "物流", "CC-2102"), new Workload("route-planner", "物流", "CC-2103"),
			new Workload("決済", "金融", "CC-3101"), new Workload("credit-scoring", "金融", "CC-3102"),
			new Workload("会計", "コーポレート", "CC-4101"), new Workload("hr-portal", "コーポレート", "CC-4102"),
			new Workload("data-lake", "データ", "CC-5101"));

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public List<Unit> units() {
		return List.of(ROOT, SECURITY, PLATFORM, BUSINESS, PROD, STAGING, DEV, SANDBOX, ACQUIRED, CLOSED);
	}

	@Override
	public List<Unit> ordinary() {
		return List.of(PROD, STAGING, DEV, SANDBOX);
	}

	@Override
	public Unit closed() {
		return CLOSED;
	}

	@Override
	public void call(Cast cast) {
		shared(cast, "朝比奈 管理アカウント", ROOT, "organization");
		shared(cast, "監査", SECURITY, "audit");
		shared(cast, "ログ保管", SECURITY, "log-archive");
		shared(cast, "identity", SECURITY, "identity");
		shared(cast, "network-hub", PLATFORM, "network");
		shared(cast, "共有サービス", PLATFORM, "shared-services");
		shared(cast, "backup-vault", PLATFORM, "backup");
		shared(cast, "deploy-tools", PLATFORM, "deploy");
		shared(cast, "監視", PLATFORM, "monitoring");
		WORKLOADS.forEach((workload) -> workload.call(cast));
		// Somebody made these by hand: without a unit, and with a tag left empty.
		join(cast, "sandbox-sato", ROOT, tags("sandbox", "sandbox", "共通", ""));
		join(cast, "sandbox-suzuki", ROOT, tags("sandbox", "sandbox", "共通", ""));
		for (String who : List.of("mobile-team", "data-team")) {
			join(cast, "sandbox-" + who, SANDBOX, tags("sandbox", "sandbox", "共通", "CC-9101"));
		}
		join(cast, "基幹系 legacy-erp", PROD, tags("prod", "erp", "コーポレート", "CC-4103"));
		join(cast, "mirai-deli-prod", ACQUIRED, tags("prod", "mirai-deli", "みらいデリ", "CC-6101"))
			.entry(Entry.ROLE_MISSING);
		join(cast, "mirai-deli-dev", ACQUIRED,
				Map.of("Environment", "dev", "Workload", "mirai-deli", "owner", "みらいデリ"));
		join(cast, "旧ECサイト", CLOSED, tags("prod", "ECサイト", "小売", "CC-1101")).state("SUSPENDED");
		join(cast, "ネットスーパー", BUSINESS, Map.of()).state("PENDING_ACTIVATION");
	}

	private static void shared(Cast cast, String name, Unit unit, String workload) {
		join(cast, name, unit, tags("shared", workload, "共通", "CC-9001"));
	}

	private static Part join(Cast cast, String name, Unit unit, Map<String, String> tags) {
		return cast.join(name, unit, tags);
	}

	private static Map<String, String> tags(String environment, String workload, String business, String cost) {
		Map<String, String> tags = new LinkedHashMap<>();
		tags.put("environment", environment);
		tags.put("workload", workload);
		tags.put("business-unit", business);
		tags.put("cost-center", cost);
		return tags;
	}

	/** What runs in an account each for production, tests and development. */
	private record Workload(String name, String business, String cost) {

		void call(Cast cast) {
			boolean english = this.name.chars().allMatch((c) -> c < 128);
			join(cast, this.name + (english ? "-prod" : "-本番"), PROD,
					tags("prod", this.name, this.business, this.cost));
			join(cast, this.name + (english ? "-stg" : "-検証"), STAGING,
					tags("staging", this.name, this.business, this.cost));
			join(cast, this.name + (english ? "-dev" : "-開発"), DEV, tags("dev", this.name, this.business, this.cost));
		}

	}

}
