package dev.rollcall.collect.cloudtrail;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import tools.jackson.databind.JsonNode;

/**
 * The fixture of {@code cloudtrail-elsewhere}, which asks what {@code cloudtrail} asks.
 */
class TrailElsewhereFixture implements SourceFixture {

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
