package dev.rollcall.job;

import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Bounds what a night waits for the job repository's server. What the URL itself says
 * wins.
 */
@Component
class JobRepositoryConnections implements BeanPostProcessor {

	private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
			pool.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST_ANSWER.toSeconds()));
			pool.addDataSourceProperty("tcpKeepAlive", "true");
			pool.addDataSourceProperty("ApplicationName", "rollcall");
		}
		return bean;
	}

}
