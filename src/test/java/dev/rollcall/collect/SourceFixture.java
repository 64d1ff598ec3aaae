package dev.rollcall.collect;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import tools.jackson.databind.JsonNode;

/**
 * What AWS and moto answer a source that ships: from it every contract test of the source
 * is fed, beside the source's definition and the SDK's model. It lies in the source's
 * package and is found by its name: {@code TrailSource} has a {@code TrailFixture}. An
 * operation that several sources call is answered by one of their fixtures.
 */
public interface SourceFixture {

	/** The operations whose answers have no pages, each with an answer of one thing. */
	default Map<String, Answer> answers() {
		return Map.of();
	}

	/** The operations whose answers have pages. */
	default List<PagedOperation> pages() {
		return List.of();
	}

	/**
	 * What becomes of a cell in an active account that moto serves.
	 * @param truth what the organization's script says of the cell's Region in its
	 * account; of the account where the source is not Regional
	 */
	MotoAnswer moto(JsonNode truth);

}
