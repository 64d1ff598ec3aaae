package dev.rollcall.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Durations;
import dev.rollcall.input.Setting;
import dev.rollcall.input.YamlMapping;
import dev.rollcall.simulator.service.Rate;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** Reads scenario files. A mistake is one line with file, line, key and expectation. */
public final class ScenarioReader {

	private static final long MOST_SEED = 1_000_000_000_000L;

	private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");

	private ScenarioReader() {
	}

	/**
	 * Reads a scenario.
	 * @param file what to call it in messages
	 * @throws BadInputException where it is not as expected
	 */
	public static Scenario read(String file, String text) {
		YamlMapping yaml = YamlMapping.read(file, 1, text)
			.onlyKeys("organization", "seed", "accounts", "cast", "partition", "regions", "drift", "today",
					"external-id", "longest-session", "clock-skew", "latency", "quotas", "faults");
		return new Scenario(outline(yaml), today(yaml), yaml.text("external-id").orElse(null),
				duration(yaml, "longest-session").orElse(Duration.ofHours(12)), skew(yaml), latency(yaml), quotas(yaml),
				yaml.mappings("faults").stream().map(FaultReader::fault).toList());
	}

	private static Outline outline(YamlMapping yaml) {
		String organization = organization(yaml);
		int written = World.written(organization);
		return new Outline(organization, number(yaml, "seed", 1, 0, MOST_SEED),
				(int) number(yaml, "accounts", written, Scenario.FEWEST_ACCOUNTS, Scenario.MOST_ACCOUNTS),
				(int) number(yaml, "cast", written, Scenario.FEWEST_ACCOUNTS, written), regions(yaml),
				(int) number(yaml, "drift", 0, 0, Scenario.MOST_DRIFT));
	}

	private static String organization(YamlMapping yaml) {
		Optional<Setting> setting = setting(yaml, "organization");
		if (setting.isPresent() && !World.organizations().contains(setting.get().value())) {
			throw setting.get()
				.refuse(setting.get().value(), "one of " + String.join(", ", World.organizations()) + " was");
		}
		return setting.map(Setting::value).orElse(Outline.EXAMPLE);
	}

	private static @Nullable LocalDate today(YamlMapping yaml) {
		Optional<Setting> setting = setting(yaml, "today");
		try {
			return setting.map((said) -> LocalDate.parse(said.value())).orElse(null);
		}
		catch (DateTimeParseException ex) {
			throw setting.orElseThrow().refuse(setting.orElseThrow().value(), "a date such as 2026-11-20 was");
		}
	}

	/**
	 * Regions as flags and files name them: how many, or which. They lie in one
	 * partition.
	 * @param place where the words stand
	 * @param partition of which a number of Regions is meant
	 */
	public static List<String> regions(String place, List<String> words, Partition partition) {
		if (words.size() == 1 && words.get(0).matches("[0-9]{1,3}")) {
			int count = Integer.parseInt(words.get(0));
			int most = partition.regions().size();
			if (count < 1 || count > most) {
				throw new BadInputException(
						place + ": '" + count + "': a number from 1 to " + most + ", or names, was expected");
			}
			return partition.regions().subList(0, count);
		}
		if (words.isEmpty() || words.stream().distinct().count() < words.size()) {
			throw new BadInputException(place + ": different Regions, or a number of them, were expected");
		}
		for (String word : words) {
			if (!REGION.matcher(word).matches()) {
				throw new BadInputException(
						place + ": '" + word + "': a Region such as ap-northeast-1, or a number, was expected");
			}
			if (Partition.of(word) != partition) {
				throw new BadInputException(
						place + ": '" + word + "': a Region of the partition " + partition.id() + " was expected");
			}
		}
		return words;
	}

	private static List<String> regions(YamlMapping yaml) {
		Partition partition = partition(yaml);
		return yaml.keys().contains("regions") ? regions(yaml.place("regions"), yaml.texts("regions"), partition)
				: partition.regions().subList(0, Math.min(3, partition.regions().size()));
	}

	/** The one that is named, else the one that the first named Region lies in. */
	private static Partition partition(YamlMapping yaml) {
		Optional<Setting> named = setting(yaml, "partition");
		if (named.isEmpty()) {
			return yaml.texts("regions").stream().findFirst().map(Partition::of).orElse(Partition.COMMERCIAL);
		}
		return Partition.named(named.get().value())
			.orElseThrow(() -> named.get()
				.refuse(named.get().value(), "one of " + String.join(", ", Partition.ids()) + " was"));
	}

	private static Optional<Latency> latency(YamlMapping file) {
		if (!file.keys().contains("latency")) {
			return Optional.empty();
		}
		Latency assumed = Latency.DEFAULT;
		YamlMapping yaml = file.mapping("latency")
			.onlyKeys("median", "sigma", "region-offset", "stragglers", "straggler-least", "straggler-most",
					"black-holes");
		Latency latency = new Latency(duration(yaml, "median").orElse(assumed.median()),
				real(yaml, "sigma", assumed.sigma(), 0, 3),
				duration(yaml, "region-offset").orElse(assumed.regionOffset()),
				real(yaml, "stragglers", assumed.stragglers(), 0, 1),
				duration(yaml, "straggler-least").orElse(assumed.stragglerLeast()),
				duration(yaml, "straggler-most").orElse(assumed.stragglerMost()),
				real(yaml, "black-holes", assumed.blackHoles(), 0, 1));
		if (latency.stragglerMost().compareTo(latency.stragglerLeast()) < 0) {
			throw new BadInputException(yaml.place("straggler-most") + ": at least straggler-least was expected");
		}
		return Optional.of(latency);
	}

	private static Optional<Quotas> quotas(YamlMapping file) {
		if (!file.keys().contains("quotas")) {
			return Optional.empty();
		}
		YamlMapping yaml = file.mapping("quotas").onlyKeys("scale", "rates");
		Map<String, Rate> rates = new LinkedHashMap<>();
		YamlMapping named = yaml.mapping("rates");
		for (String operation : named.keys()) {
			if (!operation.matches("[a-z0-9-]+(:[A-Z][A-Za-z0-9]+)?")) {
				throw new BadInputException(named.place(operation) + ": service or service:Operation was expected");
			}
			YamlMapping rate = named.mapping(operation).onlyKeys("per-second", "burst");
			double perSecond = real(rate, "per-second", 0, 0, 1e9);
			if (perSecond == 0) {
				throw new BadInputException(rate.place("per-second") + ": a number above 0 was expected");
			}
			rates.put(operation, new Rate(perSecond, real(rate, "burst", perSecond, 0, 1e9)));
		}
		double scale = real(yaml, "scale", 1, 0, 1e6);
		if (scale == 0) {
			throw new BadInputException(yaml.place("scale") + ": a number above 0 was expected");
		}
		return Optional.of(new Quotas(scale, rates));
	}

	/** A clock that is behind has a minus. */
	private static @Nullable Duration skew(YamlMapping yaml) {
		Optional<Setting> setting = setting(yaml, "clock-skew");
		if (setting.isEmpty() || !setting.get().value().startsWith("-")) {
			return setting.map(Durations::parse).orElse(null);
		}
		return Durations.parse(new Setting(setting.get().place(), List.of(setting.get().value().substring(1))))
			.negated();
	}

	static @Nullable String matching(YamlMapping yaml, String key, Pattern pattern, String expected) {
		Optional<Setting> setting = setting(yaml, key);
		if (setting.isPresent() && !pattern.matcher(setting.get().value()).matches()) {
			throw setting.get().refuse(setting.get().value(), expected + " was");
		}
		return setting.map(Setting::value).orElse(null);
	}

	private static Optional<Duration> duration(YamlMapping yaml, String key) {
		return setting(yaml, key).map(Durations::parse);
	}

	static long number(YamlMapping yaml, String key, long otherwise, long least, long most) {
		return (long) real(yaml, key, otherwise, least, most, "a whole number", (value) -> value == Math.rint(value));
	}

	private static double real(YamlMapping yaml, String key, double otherwise, double least, double most) {
		return real(yaml, key, otherwise, least, most, "a number", (value) -> true);
	}

	private static double real(YamlMapping yaml, String key, double otherwise, double least, double most, String kind,
			DoublePredicate accepted) {
		Optional<Setting> setting = setting(yaml, key);
		if (setting.isEmpty()) {
			return otherwise;
		}
		try {
			double value = Double.parseDouble(setting.get().value());
			if (value >= least && value <= most && accepted.test(value)) {
				return value;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, as any other value.
		}
		throw setting.get()
			.refuse(setting.get().value(), "%s from %s to %s was".formatted(kind, text(least), text(most)));
	}

	private static String text(double number) {
		return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
	}

	private static Optional<Setting> setting(YamlMapping yaml, String key) {
		return yaml.text(key).map((value) -> new Setting(yaml.place(key), List.of(value)));
	}

}
