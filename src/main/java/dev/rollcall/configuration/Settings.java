package dev.rollcall.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Setting;
import dev.rollcall.input.Suggestion;
import dev.rollcall.input.YamlMapping;

/**
 * Finds a setting where it counts: flag, environment, file, in that order. The
 * environment's {@code ROLLCALL_ORGANIZATION_ROLE_ARN} is the file's
 * {@code organization.role-arn}.
 */
final class Settings {

	private static final String PREFIX = "ROLLCALL_";

	private final Map<String, String> flags;

	private final Map<String, String> environment;

	private final YamlMapping file;

	/** What keys that were asked for are called in the environment. */
	private final Set<String> variables = new TreeSet<>();

	/**
	 * Creates settings.
	 * @param flags by key, such as {@code locale} for {@code --locale}
	 * @param file the mapping below {@code rollcall}
	 */
	Settings(Map<String, String> flags, Map<String, String> environment, YamlMapping file) {
		this.flags = flags;
		this.environment = environment;
		this.file = file;
	}

	/** A setting by its key, with dots between levels. */
	Optional<Setting> find(String key) {
		return flag(key).or(() -> findUnflagged(key));
	}

	/** A setting by its key, where a flag of that name means something else. */
	Optional<Setting> findUnflagged(String key) {
		return variable(key).or(() -> line(key));
	}

	/**
	 * Refuses variables that are probably meant for a key that was asked for. Others may
	 * be anybody's: a cluster sets such as ROLLCALL_SERVICE_HOST.
	 * @throws BadInputException with a line for each
	 */
	void refuseMisspeltVariables() {
		Mistakes.forEach(new TreeSet<>(this.environment.keySet()), (name) -> {
			if (name.startsWith(PREFIX) && !this.variables.contains(name)) {
				String suffix = name.substring(PREFIX.length());
				Suggestion
					.nearest(suffix, this.variables.stream().map((known) -> known.substring(PREFIX.length())).toList())
					.ifPresent((meant) -> {
						throw new BadInputException(
								name + ": is not a known variable; did you mean '" + PREFIX + meant + "'?");
					});
			}
		});
	}

	private Optional<Setting> line(String key) {
		String[] levels = key.split("\\.");
		YamlMapping mapping = this.file;
		for (String level : Arrays.copyOf(levels, levels.length - 1)) {
			mapping = mapping.mapping(level);
		}
		String last = levels[levels.length - 1];
		List<String> values = mapping.texts(last);
		return values.isEmpty() ? Optional.empty() : Optional.of(new Setting(mapping.place(last), values));
	}

	private Optional<Setting> flag(String key) {
		return Optional.ofNullable(this.flags.get(key)).map((value) -> new Setting("--" + key, split(value)));
	}

	private Optional<Setting> variable(String key) {
		String name = PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
		this.variables.add(name);
		return Optional.ofNullable(this.environment.get(name))
			.filter((value) -> !value.isBlank())
			.map((value) -> new Setting(name, split(value)));
	}

	private static List<String> split(String value) {
		return Arrays.stream(value.split(",")).map(String::strip).toList();
	}

}
