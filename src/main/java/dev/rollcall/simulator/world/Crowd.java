package dev.rollcall.simulator.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The accounts that make an organization large: drawn from the seed, mostly in good
 * order, a few of them with far more rules and resources than the rest.
 */
final class Crowd {

	private static final Unit[] UNITS = { Unit.PROD, Unit.DEV, Unit.PAYMENT, Unit.SANDBOX, Unit.SECURITY,
			Unit.WORKLOADS };

	private static final List<String> IDENTIFIERS = List.of("S3_BUCKET_PUBLIC_READ_PROHIBITED", "ENCRYPTED_VOLUMES",
			"EC2_IMDSV2_CHECK", "RDS_STORAGE_ENCRYPTED", "IAM_PASSWORD_POLICY", "VPC_FLOW_LOGS_ENABLED");

	private final Dice dice;

	private final List<String> regions;

	private final Drift drift;

	Crowd(Dice dice, List<String> regions, Drift drift) {
		this.dice = dice;
		this.regions = regions;
		this.drift = drift;
	}

	/** Whether the account has left the organization. */
	boolean hasLeft(int position) {
		return this.drift.happened(this.dice.with(position).with("leaves"), 1);
	}

	Member member(int position) {
		Dice own = this.dice.with(position);
		String id = AccountNumbers.id(position);
		boolean suspended = own.with("state").percent(1) || this.drift.happened(own.with("closes"), 1);
		return new Member(position, id, "account-%04d".formatted(position), suspended ? "SUSPENDED" : "ACTIVE",
				suspended ? Unit.SUSPENDED : UNITS[own.with("unit").below(UNITS.length)], tags(own), Entry.OPEN,
				root(own), denied(own), Set.of(), trails(id, own), false);
	}

	private List<TrailState> trails(String id, Dice own) {
		if (!own.with("trail").percent(20)) {
			return List.of();
		}
		TrailState trail = TrailState.healthy(id, this.regions.get(own.with("home").below(this.regions.size())));
		return List.of(this.drift.today(own.with("trail stops"), 10) ? trail.stopped() : trail);
	}

	private Set<String> denied(Dice own) {
		return this.drift.today(own.with("denied"), 2) ? Set.of("iam:GetAccountSummary") : Set.of();
	}

	private static Map<String, String> tags(Dice own) {
		Map<String, String> tags = new LinkedHashMap<>();
		tags.put("environment", List.of("prod", "staging", "dev").get(own.with("environment").below(3)));
		tags.put("workload", "w" + own.with("workload").below(40));
		tags.put("business-unit", List.of("retail", "bank", "corporate").get(own.with("unit").below(3)));
		tags.put("cost-center", "cc-" + (100 + own.with("cost").below(60)));
		tags.keySet().removeIf((key) -> own.with("untagged").with(key).percent(10));
		return tags;
	}

	private Root root(Dice own) {
		int drawn = own.with("root").below(100);
		Root root = (drawn < 60) ? Root.REMOVED : (drawn < 75) ? Root.NOT_VIRTUAL_MFA
				: (drawn < 90) ? Root.VIRTUAL_MFA : (drawn < 98) ? Root.NO_MFA : Root.ACCESS_KEY;
		if (root == Root.REMOVED || this.drift.happened(own.with("root goes"), 10)) {
			return Root.REMOVED;
		}
		if (this.drift.happened(own.with("root gets a key"), 2)) {
			return Root.ACCESS_KEY;
		}
		return (root == Root.NO_MFA && this.drift.happened(own.with("root gets MFA"), 30)) ? Root.VIRTUAL_MFA : root;
	}

	RegionState state(Member member, String region) {
		Dice own = this.dice.with(member.position()).with(region);
		int drawn = own.with("recorder").below(100);
		Recorder recorder = (drawn < 4) ? Recorder.NONE : (drawn < 6 || this.drift.today(own.with("recorder stops"), 5))
				? Recorder.STOPPED : (drawn < 8) ? Recorder.PARTIAL : Recorder.RECORDING;
		Delivery delivery = (recorder == Recorder.NONE) ? Delivery.NONE
				: own.with("delivery").percent(3) ? Delivery.FAILING : Delivery.WORKING;
		List<AnalyzerState> analyzers = own.with("analyzer").percent(30)
				? List.of(new AnalyzerState(member.id(), region, "account", "ACCOUNT", "ACTIVE")) : List.of();
		return new RegionState(analyzers, recorder, delivery,
				(recorder == Recorder.NONE) ? List.of() : rules(member, own), accesses(member, region, own));
	}

	private List<Rule> rules(Member member, Dice own) {
		boolean large = this.dice.with(member.position()).with("large").percent(1);
		int count = 4 + own.with("rules").below(10) + (large ? 40 : 0);
		boolean turns = this.drift.today(own.with("a rule turns"), 10);
		List<Rule> rules = new ArrayList<>();
		for (int number = 1; number <= count; number++) {
			Dice rule = own.with("rule").with(number);
			boolean breaks = rule.percent(15) != (turns && number == 1);
			int broken = breaks ? 1 + rule.with("resources").below(large ? 400 : 40) : 0;
			rules.add(Rule.of(IDENTIFIERS.get(number % IDENTIFIERS.size()), broken).numbered(number));
		}
		return rules;
	}

	private List<Access> accesses(Member member, String region, Dice own) {
		int drawn = own.with("access").below(100);
		boolean open = (drawn < 30) != this.drift.happened(own.with("access turns"), (drawn < 30) ? 20 : 5);
		if (!open) {
			return List.of();
		}
		Access.Kind kind = (drawn % 30 < 2) ? Access.Kind.PUBLIC : Access.Kind.OUTSIDE;
		return List.of(Accesses.to(member, region, kind));
	}

}
