package dev.rollcall.collect.guardduty;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import tools.jackson.databind.JsonNode;

/**
 * The fixture of {@code guardduty-organization-findings}; that of the accounts' own
 * findings answers its operations.
 */
class GuarddutyOrganizationFindingsFixture implements SourceFixture {

	/** What becomes of the organization's cell, without which nothing is asked. */
	@Override
	public MotoAnswer moto(JsonNode truth) {
		return new GuarddutyOrganizationFixture().moto(truth);
	}

}
