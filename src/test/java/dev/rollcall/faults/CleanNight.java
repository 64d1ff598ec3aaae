package dev.rollcall.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellResult;
import dev.rollcall.organization.Discovery;
import dev.rollcall.simulator.Fault;
import dev.rollcall.simulator.Scenario;
import dev.rollcall.simulator.SimulatedOrganization;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A night in which nothing goes wrong: what the others are compared with.
 *
 * @param calls which operation was called by which account where
 */
record CleanNight(Scenario scenario, Discovery discovery, Map<Cell, CellResult> results, List<Call> calls) {

	/** The organization's, whatever the clocks say. */
	static final LocalDate TODAY = LocalDate.parse("2026-11-20");

	/**
	 * The accounts written by hand but the fat one, and some that are drawn; a day on,
	 * when one of them has a broken rule.
	 */
	static Scenario scenario(long seed, List<Fault> faults) {
		return scenario(seed, faults, null, Duration.ofHours(1), null);
	}

	static Scenario scenario(long seed, List<Fault> faults, @Nullable String externalId, Duration longestSession,
			@Nullable Duration clockSkew) {
		return new Scenario(
				Outline.example(seed, 32, List.of("us-east-1", "ap-northeast-1", "eu-south-1"))
					.withWritten(23)
					.withDrift(1),
				TODAY, externalId, longestSession, clockSkew, Optional.empty(), Optional.empty(), faults);
	}

	static CleanNight of(long seed, List<String> regionsAsked) {
		Scenario scenario = scenario(seed, List.of());
		try (SimulatedOrganization organization = SimulatedOrganization.start(scenario, 0, Clock.systemUTC());
				SimulatedNight night = SimulatedNight.of(organization, home(scenario), List.of())) {
			Discovery discovery = night.discover(regionsAsked);
			Map<Cell, CellResult> results = night.walk(discovery);
			return new CleanNight(scenario, discovery, results, calls(organization.endpoint()));
		}
	}

	/** The accounts that answer for the organization. */
	Set<String> owners() {
		return owners(this.results);
	}

	/** The accounts that answer for the organization in a night. */
	static Set<String> owners(Map<Cell, CellResult> results) {
		return Stream.concat(Stream.of(World.id(World.AUDIT)),
				results.keySet()
					.stream()
					.filter((cell) -> Judgement.definition(cell).isOrganizational())
					.map((cell) -> cell.account().value()))
			.collect(Collectors.toSet());
	}

	static String home(Scenario scenario) {
		return scenario.outline().regions().get(0);
	}

	private static List<Call> calls(URI endpoint) {
		try {
			String body = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(endpoint.resolve("/_rollcall/calls")).build(), BodyHandlers.ofString())
				.body();
			List<Call> calls = new ArrayList<>();
			JsonMapper.shared()
				.readTree(body)
				.forEach((row) -> calls.add(new Call(row.path("account_id").asString(), row.path("region").asString(),
						row.path("operation").asString())));
			return calls;
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/** An operation that an account called in a Region. */
	record Call(String account, String region, String operation) {

	}

}
