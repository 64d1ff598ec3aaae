package dev.rollcall.simulator.service.accessanalyzer;

import java.util.Map;
import java.util.Optional;

import dev.rollcall.simulator.wire.ErrorAnswer;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;

/** Of the filters of findings, the one on the status is served. */
final class StatusFilter {

	private StatusFilter() {
	}

	/**
	 * Whether a finding of a status is asked for.
	 * @throws ErrorAnswer where a filter is on anything else
	 */
	static boolean isWanted(Map<String, Criterion> filter, String status) {
		filter.keySet().stream().filter((key) -> !key.equals("status")).findFirst().ifPresent((key) -> {
			throw new ErrorAnswer(400, "ValidationException", "The filter " + key + " is not simulated.");
		});
		return Optional.ofNullable(filter.get("status"))
			.map((criterion) -> (criterion.eq().isEmpty() || criterion.eq().contains(status))
					&& !criterion.neq().contains(status))
			.orElse(true);
	}

}
