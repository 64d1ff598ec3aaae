package dev.rollcall.simulator.world;

import java.util.List;

/**
 * What there is in a Region of an account.
 *
 * @param rules none where there is no recorder
 * @param accesses what an analyzer of external access finds on the account's resources
 */
public record RegionState(List<AnalyzerState> analyzers, Recorder recorder, Delivery delivery, List<Rule> rules,
		List<Access> accesses) {

}
