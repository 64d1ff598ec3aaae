package dev.rollcall.cli;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

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

	/** Says what goes wrong and nothing else, where no application context is started. */
	static void startQuietly() {
		LoggingSystem system = LoggingSystem.get(Logging.class.getClassLoader());
		system.beforeInitialize();
		system.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
		system.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
	}

	private static void setUnlessSet(String property, String value) {
		if (System.getProperty(property) == null) {
			System.setProperty(property, value);
		}
	}

}
