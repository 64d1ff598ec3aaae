package dev.rollcall.simulator.service.config;

import java.util.Locale;

/**
 * An AWS Config rule.
 *
 * @param identifier of the managed rule behind it
 * @param compliance COMPLIANT, NON_COMPLIANT, NOT_APPLICABLE or INSUFFICIENT_DATA
 * @param broken how many resources break it
 */
public record Rule(String name, String identifier, String compliance, int broken) {

	static Rule of(String identifier, int broken) {
		return new Rule(identifier.toLowerCase(Locale.ROOT).replace('_', '-'), identifier,
				(broken > 0) ? "NON_COMPLIANT" : "COMPLIANT", broken);
	}

	/** What the managed rule behind it is evaluated by. */
	Trigger trigger() {
		return Trigger.of(this.identifier);
	}

	/** Whether it was evaluated at all. */
	boolean isEvaluated() {
		return !this.compliance.equals("INSUFFICIENT_DATA");
	}

	Rule numbered(int number) {
		return new Rule(this.name + "-" + number, this.identifier, this.compliance, this.broken);
	}

	Rule saying(String word) {
		return new Rule(this.name, this.identifier, word, this.broken);
	}

}
