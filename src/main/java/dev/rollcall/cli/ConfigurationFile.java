package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import dev.rollcall.configuration.Configuration;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.TextFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config}, and the configuration that it leads to. */
final class ConfigurationFile {

	@Option(names = "--config", paramLabel = "FILE",
			description = "The configuration (default: job-config/rollcall.yaml here, else the packaged one)")
	private @Nullable Path config;

	/**
	 * Reads the configuration.
	 * @param flags the flags that were given, by the keys that they stand for
	 * @param sources the names of all sources
	 */
	Configuration read(Map<String, String> flags, Set<String> sources) {
		Path file = this.config;
		String name = (file != null) ? file.toString() : "job-config/rollcall.yaml";
		String text = (file != null) ? TextFile.read("--config", file)
				: JobConfig.find("job-config").text("rollcall.yaml");
		return ConfigurationReader.read(name, text, flags, System.getenv(), sources);
	}

}
