package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.input.JobConfig;

/** The shipped configuration with a few of the controls, which take their time. */
final class FewControls {

	/** Enough to judge accounts, Regions, projections and what comes from elsewhere. */
	private static final List<String> CONTROLS = List.of("root/root.mfa.sql", "config/config.recorder_running.sql",
			"cloudtrail/cloudtrail.enabled.sql", "accessanalyzer/accessanalyzer.enabled_every_region.sql");

	private FewControls() {
	}

	/**
	 * Loads them.
	 * @param directory is given a copy
	 */
	static ControlCatalog in(Path directory, SourceCatalog sources) throws IOException {
		return in(directory, sources, Map.of());
	}

	/**
	 * The same and more.
	 * @param more their texts, by the path of the file
	 */
	static ControlCatalog in(Path directory, SourceCatalog sources, Map<String, String> more) throws IOException {
		Path shipped = Path.of("job-config");
		Path few = directory.resolve("job-config");
		try (Stream<Path> files = Files.walk(shipped)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String path = shipped.relativize(file).toString();
				if (!path.startsWith("controls/") || CONTROLS.contains(path.substring("controls/".length()))) {
					Files.createDirectories(few.resolve(path).resolveSibling("."));
					Files.copy(file, few.resolve(path));
				}
			}
		}
		for (Map.Entry<String, String> file : more.entrySet()) {
			Path path = few.resolve("controls").resolve(file.getKey());
			Files.createDirectories(path.resolveSibling("."));
			Files.writeString(path, file.getValue());
		}
		return ControlCatalog.load(JobConfig.find(few.toString()), NightApplication.shape(sources));
	}

}
