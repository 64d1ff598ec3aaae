package dev.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Where this user's files are. Java calls the home of a user whom nobody has written down
 * {@code ?}, as in a container that runs under any id, and keeps what it knows of fonts
 * in a folder of that name, wherever it runs.
 */
final class HomeDirectory {

	private static final String UNKNOWN = "?";

	/** As the home of nobody is called; nothing is made there. */
	private static final String NONE = "/nonexistent";

	private HomeDirectory() {
	}

	/** Has Java look where the environment says, or nowhere. */
	static void install(Map<String, String> environment, Properties properties) {
		if (UNKNOWN.equals(properties.getProperty("user.home"))) {
			String home = environment.getOrDefault("HOME", "");
			boolean isOne = home.startsWith("/") && Files.isDirectory(Path.of(home));
			properties.setProperty("user.home", isOne ? home : NONE);
		}
	}

}
