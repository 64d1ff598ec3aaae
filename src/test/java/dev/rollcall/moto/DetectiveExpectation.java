package dev.rollcall.moto;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What a night must say of all detective services together: nobody can say that all see
 * an account, for moto has no analyzers; that one does not, any of the others can.
 */
final class DetectiveExpectation {

	private final MotoOrganization organization;

	private final SecurityHubExpectation securityHub;

	DetectiveExpectation(MotoOrganization organization) {
		this.organization = organization;
		this.securityHub = new SecurityHubExpectation(organization);
	}

	List<String> verdicts() {
		List<String> rows = new ArrayList<>();
		this.organization.accounts()
			.forEach((id, truth) -> MotoOrganization.REGIONS.forEach((region) -> rows
				.add(Expectation.verdict("detective.coverage", id, region, verdict(id, truth, region)))));
		return rows;
	}

	private String verdict(String id, JsonNode truth, String region) {
		if (!this.organization.isActive(id)) {
			return "NOT_APPLICABLE";
		}
		JsonNode place = truth.get("regions").get(region);
		boolean blind = !place.get("config_recorder").asString().equals("recording") || isUnlogged(truth, region)
				|| !GuardDutyExpectation.isOn(place)
				|| GuardDutyExpectation.FOUNDATION.stream()
					.anyMatch((feature) -> GuardDutyExpectation.isOff(place, feature))
				|| (!this.securityHub.isOn(id, region) && !this.securityHub.isContradicted(id, region));
		return blind ? "NON_COMPLIANT" : "INSUFFICIENT_DATA";
	}

	private static boolean isUnlogged(JsonNode truth, String region) {
		JsonNode trail = truth.get("cloudtrail");
		return trail.get("covered_regions").valueStream().noneMatch((covered) -> covered.asString().equals(region))
				|| !trail.get("management_events").asString().equals("ALL");
	}

}
