package dev.rollcall.cli;

import java.util.List;
import java.util.Optional;

import dev.rollcall.job.TimedOut;
import dev.rollcall.simulator.Scenario;

/** Tells what a scenario leaves unanswered from what the machine was too slow for. */
final class SlowMachine {

	private final Scenario scenario;

	SlowMachine(Scenario scenario) {
		this.scenario = scenario;
	}

	/**
	 * What to say of a night whose cells timed out; empty where the scenario has it so.
	 */
	Optional<String> sentence(List<TimedOut> cells) {
		long late = cells.stream()
			.filter((cell) -> !this.scenario.leavesUnanswered(cell.account(), cell.region(), cell.operation()))
			.count();
		return (late > 0) ? Optional.of(("rollcall: this machine was too slow: %d cells that the simulated organization"
				+ " answers timed out. Run the demo again with less beside it, or with fewer --accounts.")
			.formatted(late)) : Optional.empty();
	}

}
