package dev.rollcall.job;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Why a context did not start is said once, by the command that wanted it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartReporter implements SpringBootExceptionReporter {

	@Override
	public boolean reportException(Throwable failure) {
		return true;
	}

}
