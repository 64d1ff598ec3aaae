package dev.rollcall.simulator.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import dev.rollcall.simulator.world.Access.Kind;
import dev.rollcall.simulator.world.TrailState.Events;

/**
 * The accounts that are written by hand, each with its own part to play. They are the
 * same for every seed. What is said of the first, second and third Region is about the
 * scenario's, in its order; any further Region is in good order. What calls meet on their
 * way (a refusal, a silence, nonsense) is not said here but in the scenario's faults.
 * Some lead another life from a day on, or for some days.
 */
final class Cast {

	/** The resource rows of the fat account: so many rules, each broken so often. */
	private static final int FAT_RULES = 20;

	private static final int FAT_RESOURCES = 10_000;

	private final List<String> regions;

	private final Drift drift;

	private final List<Part> parts = new ArrayList<>();

	Cast(List<String> regions, Drift drift) {
		this.regions = regions;
		this.drift = drift;
		part("本社 管理アカウント", Unit.ROOT, Root.NOT_VIRTUAL_MFA)
			.trail((own) -> own.ofOrganization("organization").recording("organization", Events.ALL, true));
		part("監査 Audit", Unit.SECURITY, Root.REMOVED).analyzer(0, "organization", "ORGANIZATION", "ACTIVE")
			.analyzer(0, "unused", "ORGANIZATION_UNUSED_ACCESS", "ACTIVE")
			.analyzer(1, "organization", "ORGANIZATION", "ACTIVE");
		part("log-archive", Unit.SECURITY, Root.REMOVED).trail(UnaryOperator.identity()).during(1, 1, Part::stopTrails);
		part("identity", Unit.SECURITY, Root.HALF_SAID).during(1, 1, Part::breakRule).during(3, 3, Part::breakRule);
		part("決済-本番", Unit.PAYMENT, Root.NOT_VIRTUAL_MFA).trail((own) -> own.recording("audit", Events.READ_ONLY, true))
			.analyzer(2, "account", "ACCOUNT", "ACTIVE")
			.during(1, 1, (own) -> own.denied("iam:GetAccountSummary"));
		part("payments-dev", Unit.DEV, Root.NO_MFA).analyzer(2, "account", "ACCOUNT", "ACTIVE")
			.access(0, Kind.OUTSIDE)
			.slowReport()
			.during(1, 2, (own) -> own.root(Root.VIRTUAL_MFA));
		part("legacy-erp", Unit.WORKLOADS, Root.ACCESS_KEY)
			.trail((own) -> own.recording("audit", Events.WRITE_ONLY, false))
			.trail((own) -> own.recording("reads", Events.READ_ONLY, false))
			.since(1, (own) -> own.root(Root.REMOVED).deleteTrail("reads"));
		part("会員基盤", Unit.PROD, Root.VIRTUAL_MFA).entry(Entry.ROLE_MISSING);
		part("acquired & co", Unit.WORKLOADS, Root.VIRTUAL_MFA).entry(Entry.OTHER_EXTERNAL_ID);
		part("closed-2025", Unit.SUSPENDED, Root.VIRTUAL_MFA).state("SUSPENDED");
		part("new-joiner", Unit.ROOT, Root.NO_MFA).state("PENDING_ACTIVATION");
		part("sandbox-1", Unit.SANDBOX, Root.REMOVED).since(1, Part::leave);
		part("no-opt-in", Unit.DEV, Root.REMOVED).disabled(2)
			.during(1, 2, (own) -> own.access(0, Kind.OUTSIDE).access(1, Kind.PUBLIC));
		part("=cmd|' /C calc'!A0", Unit.DEV, Root.REMOVED).analyzer(1, "account", "ACCOUNT", "ACTIVE")
			.access(1, Kind.PUBLIC)
			.denied("access-analyzer:ListFindings");
		part("throttled", Unit.PROD, Root.REMOVED);
		part("hanging", Unit.PROD, Root.REMOVED).since(1, (own) -> own.state("SUSPENDED"));
		part("malformed", Unit.PROD, Root.REMOVED);
		part("root-unread", Unit.PROD, Root.VIRTUAL_MFA).during(1, 1, (own) -> own.recorder(0, Recorder.STOPPED));
		part("<b>web</b>", Unit.PROD, Root.VIRTUAL_MFA).trailIn(1, TrailState::careless)
			.analyzer(2, "account", "ACCOUNT", "DISABLED")
			.during(1, 1, (own) -> own.root(Root.ACCESS_KEY))
			.since(2, (own) -> own.root(Root.REMOVED));
		part("_x0041_ctrl\u0007\ttab", Unit.SANDBOX, Root.REMOVED).trail(TrailState::stopped).disabled(2);
		part("trail-delivery", Unit.PROD, Root.REMOVED).trail((own) -> own.failing("NoSuchBucket"))
			.during(1, 1, (own) -> own.denied("config:DescribeConfigRules"));
		part("\"public\", 一般公開", Unit.DEV, Root.REMOVED).analyzer(2, "account", "ACCOUNT", "ACTIVE")
			.restrictedAccess(0, Kind.PUBLIC)
			.access(1, Kind.UNKNOWN)
			.access(2, Kind.PUBLIC)
			.access(2, Kind.OUTSIDE)
			.access(2, Kind.INSIDE)
			.access(2, Kind.FEDERATED)
			.access(2, Kind.SERVICE)
			.access(2, Kind.UNKNOWN)
			.during(1, 2, (own) -> own.close(0));
		part("config-shapes", Unit.DEV, Root.REMOVED).trail((own) -> own.recording("audit", Events.NONE, true))
			.recorder(0, Recorder.NONE)
			.recorder(1, Recorder.STOPPED)
			.recorder(2, Recorder.PARTIAL);
		part("../../fat-data", Unit.PROD, Root.VIRTUAL_MFA).fat(0)
			.failingDelivery(1)
			.rule(2, Rule.of("VPC_FLOW_LOGS_ENABLED", 0).saying("NOT_APPLICABLE"))
			.rule(2, Rule.of("RDS_STORAGE_ENCRYPTED", 0).saying("INSUFFICIENT_DATA"))
			.rule(2, Rule.of("EC2_IMDSV2_CHECK", 3));
	}

	/** Whether the account has left the organization. */
	boolean hasLeft(int position) {
		return this.parts.get(position).left;
	}

	Member member(int position) {
		return this.parts.get(position).member();
	}

	RegionState state(Member member, String region) {
		return this.parts.get(member.position()).state(member, region);
	}

	private Part part(String name, Unit unit, Root root) {
		Part part = new Part(this.parts.size(), name, unit, root);
		this.parts.add(part);
		return part;
	}

	/** A part while it is being written. */
	private final class Part {

		private final int position;

		private final String id;

		private final String name;

		private final Unit unit;

		private Root root;

		private boolean left;

		private String state = "ACTIVE";

		private Entry entry = Entry.OPEN;

		private Set<String> denied = Set.of();

		private Set<String> disabled = Set.of();

		private boolean slowReport;

		private final List<TrailState> trails = new ArrayList<>();

		private final Map<String, List<AnalyzerState>> analyzers = new LinkedHashMap<>();

		private final Map<String, Recorder> recorders = new LinkedHashMap<>();

		private final Map<String, Delivery> deliveries = new LinkedHashMap<>();

		private final Map<String, List<Rule>> rules = new LinkedHashMap<>();

		private final Map<String, List<Access.Kind>> accesses = new LinkedHashMap<>();

		private final Set<String> restricted = new HashSet<>();

		Part(int position, String name, Unit unit, Root root) {
			this.position = position;
			this.id = AccountNumbers.id(position);
			this.name = name;
			this.unit = unit;
			this.root = root;
		}

		/**
		 * The scenario's first, second or third Region; a name of no Region where it has
		 * fewer.
		 */
		private String region(int index) {
			return (index < Cast.this.regions.size()) ? Cast.this.regions.get(index) : "none-" + index;
		}

		/** Changes the part from a day on. */
		Part since(int day, Consumer<Part> change) {
			return during(day, Integer.MAX_VALUE, change);
		}

		/** Changes the part on some days. */
		Part during(int first, int last, Consumer<Part> change) {
			if (Cast.this.drift.isBetween(first, last)) {
				change.accept(this);
			}
			return this;
		}

		Part root(Root kind) {
			this.root = kind;
			return this;
		}

		void leave() {
			this.left = true;
		}

		Part state(String word) {
			this.state = word;
			return this;
		}

		Part entry(Entry kind) {
			this.entry = kind;
			return this;
		}

		Part denied(String action) {
			this.denied = Set.of(action);
			return this;
		}

		Part disabled(int index) {
			this.disabled = Set.of(region(index));
			return this;
		}

		Part slowReport() {
			this.slowReport = true;
			return this;
		}

		Part trail(UnaryOperator<TrailState> change) {
			return trailIn(0, change);
		}

		Part trailIn(int index, UnaryOperator<TrailState> change) {
			this.trails
				.add(change.apply(TrailState.healthy(this.id, region(Math.min(index, Cast.this.regions.size() - 1)))));
			return this;
		}

		void stopTrails() {
			this.trails.replaceAll(TrailState::stopped);
		}

		void deleteTrail(String called) {
			this.trails.removeIf((trail) -> trail.name().equals(called));
		}

		Part analyzer(int index, String called, String type, String status) {
			this.analyzers.computeIfAbsent(region(index), (key) -> new ArrayList<>())
				.add(new AnalyzerState(this.id, region(index), called, type, status));
			return this;
		}

		Part access(int index, Kind kind) {
			this.accesses.computeIfAbsent(region(index), (key) -> new ArrayList<>()).add(kind);
			return this;
		}

		/**
		 * Access in a Region where a resource control policy exists and was not weighed.
		 */
		Part restrictedAccess(int index, Kind kind) {
			this.restricted.add(region(index));
			return access(index, kind);
		}

		/** Takes all access to a Region's resources away. */
		void close(int index) {
			this.accesses.remove(region(index));
		}

		Part recorder(int index, Recorder kind) {
			this.recorders.put(region(index), kind);
			return this;
		}

		Part failingDelivery(int index) {
			this.deliveries.put(region(index), Delivery.FAILING);
			return this;
		}

		Part rule(int index, Rule rule) {
			this.rules.computeIfAbsent(region(index), (key) -> new ArrayList<>()).add(rule);
			return this;
		}

		/** Has two volumes in the first Region unencrypted. */
		void breakRule() {
			rule(0, Rule.of("ENCRYPTED_VOLUMES", 2)).rule(0, Rule.of("IAM_PASSWORD_POLICY", 0));
		}

		Part fat(int index) {
			for (int number = 1; number <= FAT_RULES; number++) {
				rule(index, Rule.of("S3_BUCKET_PUBLIC_READ_PROHIBITED", FAT_RESOURCES).numbered(number));
			}
			return this;
		}

		Member member() {
			return new Member(this.position, this.id, this.name, this.state, this.unit, tags(), this.entry, this.root,
					this.denied, this.disabled, this.trails, this.slowReport);
		}

		/** Every fourth account has no tags at all. */
		private Map<String, String> tags() {
			if (this.position % 4 == 3) {
				return Map.of();
			}
			Map<String, String> tags = new LinkedHashMap<>();
			tags.put("environment", (this.unit == Unit.DEV || this.unit == Unit.SANDBOX) ? "dev" : "prod");
			tags.put("workload", List.of("決済", "erp", "web").get(this.position % 3));
			tags.put("business-unit", List.of("retail", "bank").get(this.position % 2));
			tags.put("cost-center", "cc-" + (100 + this.position % 5));
			return tags;
		}

		RegionState state(Member member, String region) {
			Recorder recorder = this.recorders.getOrDefault(region, Recorder.RECORDING);
			Delivery delivery = (recorder == Recorder.NONE) ? Delivery.NONE
					: this.deliveries.getOrDefault(region, Delivery.WORKING);
			List<Rule> both = List.of(Rule.of("ENCRYPTED_VOLUMES", 0), Rule.of("IAM_PASSWORD_POLICY", 0));
			List<Access> found = this.accesses.getOrDefault(region, List.of())
				.stream()
				.map((kind) -> access(member, region, kind))
				.toList();
			return new RegionState(this.analyzers.getOrDefault(region, List.of()), recorder, delivery,
					(recorder == Recorder.NONE) ? List.of() : this.rules.getOrDefault(region, both), found);
		}

		private Access access(Member member, String region, Kind kind) {
			Access plain = Accesses.to(member, region, kind);
			return this.restricted.contains(region) ? new Access(plain.id(), plain.owner(), plain.resource(),
					plain.resourceType(), plain.kind(), plain.principal(), "APPLICABLE", plain.error(), false) : plain;
		}

	}

}
