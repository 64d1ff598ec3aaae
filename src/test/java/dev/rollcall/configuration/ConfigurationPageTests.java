package dev.rollcall.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reference of the configuration is made from the file that ships, whose comments say
 * what each key does: {@code -Drollcall.renew-goldens=true}.
 */
class ConfigurationPageTests {

	private static final Path PAGE = Path.of("docs/configuration.md");

	/** Their values have more than one level, or are files' own. */
	private static final Set<String> IN_FILES_ONLY = Set.of("controls", "expected-gaps");

	private final Map<String, ConfigurationComment> comments = ConfigurationComment
		.read(Path.of("job-config/rollcall.yaml"));

	@Test
	void everyKeyThatIsKnownStandsInTheFileThatShipsWithWhatItDoes() {
		assertThat(this.comments.keySet()).containsExactlyInAnyOrderElementsOf(ConfigurationReader.keys());
		this.comments.forEach((key, comment) -> assertThat(comment.meaning()).as(key).isNotEmpty());
	}

	@Test
	void whatStandsThereIsTheDefault() {
		assertThat(configuration(read(Path.of("job-config/rollcall.yaml")))).isEqualTo(configuration(""));
	}

	@Test
	void thePageListsThem() throws IOException {
		String page = this.comments.entrySet()
			.stream()
			.map((entry) -> row(entry.getKey(), entry.getValue()))
			.collect(Collectors.joining("\n",
					"""
							# Configuration

							`--config FILE`, else `./job-config/rollcall.yaml`, else the packaged copy. Keys stand below `rollcall:`. A flag wins
							over a variable of the environment, that over the file, that over the default. A key or a value that is not known is a
							line with file, line and what was expected, and exit 2, before anything is called; `rollcall check` says the same without
							a night. (Made from `job-config/rollcall.yaml`; do not edit.)

							| key | variable | default | what it is |
							|---|---|---|---|
							""",
					"\n"));
		if (Boolean.getBoolean("rollcall.renew-goldens")) {
			Files.writeString(PAGE, page);
		}
		assertThat(page).isEqualTo(read(PAGE));
	}

	private static Configuration configuration(String text) {
		return ConfigurationReader.read("rollcall.yaml", text, Map.of(), Map.of(), Set.of());
	}

	private static String row(String key, ConfigurationComment comment) {
		String variable = IN_FILES_ONLY.contains(key) ? "–"
				: "`ROLLCALL_" + key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_') + "`";
		String value = comment.isDefault() ? "`" + comment.value() + "`" : "–, such as `" + comment.value() + "`";
		return String.join(" | ", List.of("| `" + key + "`", variable, value, comment.meaning() + " |"));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new AssertionError(file + " cannot be read", ex);
		}
	}

}
