package dev.rollcall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.TextFile;
import dev.rollcall.simulator.Scenario;
import dev.rollcall.simulator.ScenarioReader;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Partition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What makes a simulated organization larger, or another one. */
final class ScenarioOptions {

	/** Those that are packaged. */
	private static final List<String> PACKAGED = List.of("company", "example");

	/** As large as a scenario's file may name. */
	private static final long MOST_SEED = 1_000_000_000_000L;

	@Option(names = "--scenario", paramLabel = "NAME|FILE",
			description = "A packaged scenario (company, example) or a file (default: 'company' for demo, else"
					+ " 'example')")
	private @Nullable String scenario;

	@Option(names = "--accounts", paramLabel = "N", description = "How many accounts (default: as the scenario says)")
	private @Nullable Integer accounts;

	@Option(names = "--regions", paramLabel = "N|R,R",
			description = "How many Regions, or which (default: as the scenario says)")
	private @Nullable String regions;

	@Option(names = "--seed", paramLabel = "N",
			description = "What accounts that nobody wrote are drawn from (default: as the scenario says)")
	private @Nullable Long seed;

	@Option(names = "--drift", paramLabel = "N",
			description = "How many days it has lived on: with a later date, a night that differs from the one before"
					+ " (default: as the scenario says)")
	private @Nullable Integer drift;

	/**
	 * Reads a scenario and changes what flags change.
	 * @param otherwise the packaged one that is read where no flag names any
	 */
	Scenario read(String otherwise) {
		Scenario scenario = scenario((this.scenario != null) ? this.scenario : otherwise);
		Outline outline = scenario.outline();
		if (this.accounts != null) {
			if (this.accounts < Scenario.FEWEST_ACCOUNTS || this.accounts > Scenario.MOST_ACCOUNTS) {
				throw new BadInputException("--accounts: '" + this.accounts + "': a number from "
						+ Scenario.FEWEST_ACCOUNTS + " to " + Scenario.MOST_ACCOUNTS + " was expected");
			}
			outline = outline.withAccounts(this.accounts);
		}
		if (this.regions != null) {
			List<String> words = Arrays.stream(this.regions.split(",")).map(String::strip).toList();
			boolean named = words.get(0).contains("-");
			outline = outline.withRegions(ScenarioReader.regions("--regions", words,
					Partition.of(named ? words.get(0) : outline.regions().get(0))));
		}
		if (this.seed != null) {
			if (this.seed < 0 || this.seed > MOST_SEED) {
				throw new BadInputException(
						"--seed: '" + this.seed + "': a number from 0 to " + MOST_SEED + " was expected");
			}
			outline = outline.withSeed(this.seed);
		}
		if (this.drift != null) {
			if (this.drift < 0 || this.drift > Scenario.MOST_DRIFT) {
				throw new BadInputException(
						"--drift: '" + this.drift + "': a number from 0 to " + Scenario.MOST_DRIFT + " was expected");
			}
			outline = outline.withDrift(this.drift);
		}
		return scenario.with(outline);
	}

	private static Scenario scenario(String named) {
		return PACKAGED.contains(named) ? ScenarioReader.read("scenarios/" + named + ".yaml", packaged(named))
				: ScenarioReader.read(named, TextFile.read("--scenario", Path.of(named)));
	}

	private static String packaged(String name) {
		String path = "/scenarios/" + name + ".yaml";
		try (InputStream content = ScenarioOptions.class.getResourceAsStream(path)) {
			if (content == null) {
				throw new IllegalStateException(path + " is not packaged");
			}
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(path + " cannot be read", ex);
		}
	}

}
