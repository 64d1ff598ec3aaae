package dev.rollcall.simulator.service.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;

/**
 * What AWS Config does in a Region of an account.
 *
 * @param delivery NONE where there is no recorder
 * @param rules none where there is no recorder
 * @param packs the same
 */
public record Recording(Recorder recorder, Delivery delivery, List<Rule> rules, List<ConformancePackState> packs) {

	/** In order: everything is recorded and delivered, and two rules are kept. */
	public static final Facet<Recording> FACET = Facet.of(
			new Recording(Recorder.RECORDING, Delivery.WORKING,
					List.of(Rule.of("ENCRYPTED_VOLUMES", 0), Rule.of("IAM_PASSWORD_POLICY", 0)), List.of()),
			Recording::drawn);

	private static final List<String> IDENTIFIERS = List.of("S3_BUCKET_PUBLIC_READ_PROHIBITED", "ENCRYPTED_VOLUMES",
			"EC2_IMDSV2_CHECK", "RDS_STORAGE_ENCRYPTED", "IAM_PASSWORD_POLICY", "VPC_FLOW_LOGS_ENABLED");

	public Recording {
		delivery = (recorder == Recorder.NONE) ? Delivery.NONE : delivery;
		rules = (recorder == Recorder.NONE) ? List.of() : List.copyOf(rules);
		packs = (recorder == Recorder.NONE) ? List.of() : List.copyOf(packs);
	}

	private static Recording drawn(Draw draw) {
		Dice own = draw.here();
		int drawn = own.with("recorder").below(100);
		boolean stops = draw.drift().today(own.with("recorder stops"), 5);
		Recorder recorder = (drawn < 4) ? Recorder.NONE
				: (drawn < 6 || stops) ? Recorder.STOPPED : (drawn < 8) ? Recorder.PARTIAL : Recorder.RECORDING;
		return new Recording(recorder, own.with("delivery").percent(3) ? Delivery.FAILING : Delivery.WORKING,
				drawnRules(draw), drawnPacks(own));
	}

	private static List<ConformancePackState> drawnPacks(Dice own) {
		return own.with("pack").percent(30)
				? List.of(new ConformancePackState("operational-best-practices", IDENTIFIERS.subList(0, 4)))
				: List.of();
	}

	/** A few accounts have far more rules and resources than the rest. */
	private static List<Rule> drawnRules(Draw draw) {
		Dice own = draw.here();
		boolean large = draw.account().with("large").percent(1);
		int count = 4 + own.with("rules").below(10) + (large ? 40 : 0);
		boolean turns = draw.drift().today(own.with("a rule turns"), 10);
		List<Rule> rules = new ArrayList<>();
		for (int number = 1; number <= count; number++) {
			Dice rule = own.with("rule").with(number);
			boolean breaks = rule.percent(15) != (turns && number == 1);
			int broken = breaks ? 1 + rule.with("resources").below(large ? 400 : 40) : 0;
			rules.add(Rule.of(IDENTIFIERS.get(number % IDENTIFIERS.size()), broken).numbered(number));
		}
		return rules;
	}

	Recording with(Recorder other) {
		return new Recording(other, this.delivery, this.rules, this.packs);
	}

	Recording with(Delivery other) {
		return new Recording(this.recorder, other, this.rules, this.packs);
	}

	Recording with(List<Rule> others) {
		return new Recording(this.recorder, this.delivery, others, this.packs);
	}

	Recording with(ConformancePackState pack) {
		return new Recording(this.recorder, this.delivery, this.rules, List.of(pack));
	}

	/** The same with a rule in the place of the one of its name, or beside the others. */
	Recording with(Rule rule) {
		return with(
				Stream.concat(this.rules.stream().filter((other) -> !other.name().equals(rule.name())), Stream.of(rule))
					.toList());
	}

}
