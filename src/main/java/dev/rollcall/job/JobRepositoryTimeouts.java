package dev.rollcall.job;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Bounds what a night waits for the job repository's PostgreSQL, which by itself waits
 * for ever. Whatever somebody sets wins.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class JobRepositoryTimeouts implements EnvironmentPostProcessor {

	private static final String DRIVER = "spring.datasource.hikari.data-source-properties.";

	/** In seconds. */
	private static final String LONGEST_ANSWER = "60";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("job repository", Map.of(DRIVER + "socketTimeout", LONGEST_ANSWER,
						DRIVER + "tcpKeepAlive", "true", DRIVER + "ApplicationName", "rollcall")));
		}
	}

}
