package dev.rollcall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/** How the log looks: text for a person, a JSON object a line for everybody else. */
final class Logging {

	private Logging() {
	}

	/**
	 * Sets what Spring Boot's logging reads when it starts; what is set already stays.
	 */
	static void start(boolean interactive) {
		LoggingSystem.get(Logging.class.getClassLoader()).beforeInitialize();
		if (interactive) {
			setUnlessSet("logging.level.dev.rollcall.collect", "ERROR");
			setUnlessSet("logging.structured.format.console", PlainLog.class.getName());
		}
		else {
			setUnlessSet("logging.structured.format.console", "logstash");
		}
	}

	/**
	 * Has the log take lines where no application context does, as before one has started
	 * and after it has ended.
	 * @param settings what its lines have beside their own members
	 */
	static void open(Map<String, String> settings) {
		LoggingSystem system = LoggingSystem.get(Logging.class.getClassLoader());
		system.initialize(new LoggingInitializationContext(environment(settings)), null, null);
	}

	/** What a context would start with. */
	static ConfigurableEnvironment environment(Map<String, String> settings) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addLast(new MapPropertySource("night", Map.copyOf(settings)));
		environment.getPropertySources().addLast(shipped());
		return environment;
	}

	private static PropertySource<?> shipped() {
		try {
			return new ResourcePropertySource("classpath:application.properties");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("application.properties", ex);
		}
	}

	/** Says what goes wrong and nothing else, where no application context is started. */
	static void startQuietly() {
		LoggingSystem system = LoggingSystem.get(Logging.class.getClassLoader());
		system.beforeInitialize();
		system.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
		system.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
	}

	/** The same, and nothing of cells: the command says itself what became of them. */
	static void startWithoutCells() {
		startQuietly();
		LoggingSystem.get(Logging.class.getClassLoader()).setLogLevel("dev.rollcall.collect", LogLevel.ERROR);
	}

	private static void setUnlessSet(String property, String value) {
		if (System.getProperty(property) == null) {
			System.setProperty(property, value);
		}
	}

}
