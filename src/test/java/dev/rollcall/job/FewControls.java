package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
		return ControlCatalog.load(JobConfig.find(few.toString()), NightApplication.shape(sources));
	}

}
