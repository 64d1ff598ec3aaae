package dev.rollcall.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Suggestion;
import dev.rollcall.input.YamlMapping;
import dev.rollcall.simulator.wire.ModelChange;

/** Reads the faults of a scenario. */
final class FaultReader {

	private static final Pattern REGION_OR_GLOBAL = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+|global");

	private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

	private static final Pattern OPERATION = Pattern.compile("[a-z0-9-]+(:[A-Z][A-Za-z0-9]+)?|[A-Z][A-Za-z0-9]+");

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,100}");

	private static final String HUGE = "huge";

	private static final String DEEP = "deep";

	/** More than any answer may have. */
	private static final int HUGE_BYTES = 100_000_000;

	private static final int DEEP_LEVELS = 100_000;

	private FaultReader() {
	}

	static Fault fault(YamlMapping yaml) {
		yaml.onlyKeys("account", "region", "operation", "fault", "error", "status", "message", "answer", "bytes",
				"levels", "times");
		return new Fault(ScenarioReader.matching(yaml, "account", ACCOUNT, "12 digits in quotes"),
				ScenarioReader.matching(yaml, "region", REGION_OR_GLOBAL, "a Region or global"),
				ScenarioReader.matching(yaml, "operation", OPERATION, "service:Operation, service or Operation"),
				effect(yaml), yaml.text("times").isPresent()
						? (int) ScenarioReader.number(yaml, "times", 1, 1, Integer.MAX_VALUE) : null);
	}

	private static Fault.Effect effect(YamlMapping yaml) {
		String code = ScenarioReader.matching(yaml, "error", CODE, "an error code such as ValidationException");
		if (code != null) {
			refuse(yaml, "fault", "stands beside 'error'; one of them was expected");
			refuse(yaml, "answer", "stands beside 'error'; one of them was expected");
			refuse(yaml, "bytes", "belongs to the fault 'huge'");
			refuse(yaml, "levels", "belongs to the fault 'deep'");
			return new Fault.Refused((int) ScenarioReader.number(yaml, "status", 400, 400, 599), code,
					yaml.text("message").orElse("The simulated organization refuses."));
		}
		refuse(yaml, "status", "belongs to 'error'");
		refuse(yaml, "message", "belongs to 'error'");
		if (yaml.keys().contains("answer")) {
			refuse(yaml, "fault", "stands beside 'answer'; one of them was expected");
			refuse(yaml, "bytes", "belongs to the fault 'huge'");
			refuse(yaml, "levels", "belongs to the fault 'deep'");
			return changed(yaml.mapping("answer"));
		}
		String word = yaml.requiredText("fault");
		if (!word.equals(HUGE)) {
			refuse(yaml, "bytes", "belongs to the fault 'huge'");
		}
		if (!word.equals(DEEP)) {
			refuse(yaml, "levels", "belongs to the fault 'deep'");
		}
		return switch (word) {
			case HUGE -> new Fault.Huge((int) ScenarioReader.number(yaml, "bytes", HUGE_BYTES, 1, 1_000_000_000));
			case DEEP -> new Fault.Deep((int) ScenarioReader.number(yaml, "levels", DEEP_LEVELS, 1, 10_000_000));
			default -> kind(yaml, word);
		};
	}

	private static Fault.Changed changed(YamlMapping yaml) {
		List<ModelChange> changes = new ArrayList<>();
		for (String path : yaml.keys()) {
			try {
				changes.add(new ModelChange(path, yaml.text(path).orElse(null)));
			}
			catch (IllegalArgumentException ex) {
				throw new BadInputException(yaml.place(path) + ": " + ex.getMessage());
			}
		}
		return new Fault.Changed(changes);
	}

	private static Fault.Kind kind(YamlMapping yaml, String word) {
		List<String> words = new ArrayList<>(Fault.Kind.words());
		words.addAll(List.of(HUGE, DEEP));
		return Fault.Kind.of(word)
			.orElseThrow(() -> new BadInputException(
					yaml.place("fault") + ": '" + word + "': " + Suggestion.of(word, words)));
	}

	private static void refuse(YamlMapping yaml, String key, String why) {
		if (yaml.keys().contains(key)) {
			throw new BadInputException(yaml.place(key) + ": " + why);
		}
	}

}
