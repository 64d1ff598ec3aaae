package dev.rollcall.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.rollcall.account.Redaction;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/** The log for a person: time, level, message, and no credentials. */
final class PlainLog implements StructuredLogFormatter<ILoggingEvent> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

	@Override
	public String format(ILoggingEvent event) {
		StringBuilder line = new StringBuilder(TIME.format(event.getInstant())).append(' ')
			.append(event.getLevel())
			.append(' ')
			.append(event.getFormattedMessage());
		IThrowableProxy thrown = event.getThrowableProxy();
		if (thrown != null) {
			line.append(System.lineSeparator()).append(ThrowableProxyUtil.asString(thrown).stripTrailing());
		}
		return Redaction.of(line.toString()) + System.lineSeparator();
	}

}
