package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HomeDirectoryTests {

	@Test
	void isWhereTheEnvironmentSaysForAUserWhomNobodyHasWrittenDown(@TempDir Path home) {
		assertThat(home("?", Map.of("HOME", home.toString()))).isEqualTo(home.toString());
	}

	@Test
	void isNoFolderOfTheWorkingDirectory() {
		assertThat(home("?", Map.of())).isEqualTo("/nonexistent");
		assertThat(home("?", Map.of("HOME", "?"))).isEqualTo("/nonexistent");
		assertThat(home("?", Map.of("HOME", "/no/such/home"))).isEqualTo("/nonexistent");
	}

	@Test
	void staysWhatItIsForAnybodyElse(@TempDir Path home) {
		assertThat(home("/home/me", Map.of("HOME", home.toString()))).isEqualTo("/home/me");
	}

	private static String home(String known, Map<String, String> environment) {
		Properties properties = new Properties();
		properties.setProperty("user.home", known);
		HomeDirectory.install(environment, properties);
		return properties.getProperty("user.home");
	}

}
