package dev.rollcall.simulator.service.config;

import java.util.List;

/**
 * A conformance pack.
 *
 * @param identifiers of the managed rules that it holds, as far as they are there
 */
record ConformancePackState(String name, List<String> identifiers) {

	ConformancePackState {
		identifiers = List.copyOf(identifiers);
	}

	/** Those of the rules that are its own. */
	List<Rule> of(List<Rule> rules) {
		return rules.stream().filter((rule) -> this.identifiers.contains(rule.identifier())).toList();
	}

}
