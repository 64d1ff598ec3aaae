package dev.rollcall.collect;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The line that the log has for each cell, whether it was called or not. */
public final class CellLog {

	private static final Logger logger = LoggerFactory.getLogger(CellLog.class);

	private CellLog() {
	}

	/** Says what became of a cell. */
	public static void say(CellResult cell) {
		LoggingEventBuilder line = cell.status().isGap() ? logger.atWarn() : logger.atInfo();
		line = with(line, "account_id", cell.cell().account().value());
		line = with(line, "region", cell.cell().region());
		line = with(line, "source", cell.cell().source());
		line = with(line, "resource_id", cell.cell().resourceId());
		line = with(line, "status", cell.status().name());
		line = with(line, "ms", Math.max(0, cell.durationMillis() - cell.waitedMillis()));
		line = with(line, "waited_ms", cell.waitedMillis());
		line = with(line, "calls", cell.calls());
		line = with(line, "retries", cell.retries());
		line = with(line, "request_id", cell.requestId());
		line = with(line, "answered_by_account",
				(cell.answeredBy() != null) ? cell.answeredBy().account().value() : null);
		CellFailure failure = cell.failure();
		if (failure != null) {
			line = with(line, "operation", failure.operation());
			line = with(line, "error_code", failure.errorCode());
			line = with(line, "error_message", failure.message());
			line = with(line, "denied_by", (failure.deniedBy() != null) ? failure.deniedBy().name() : null);
		}
		line.log("cell");
	}

	private static LoggingEventBuilder with(LoggingEventBuilder line, String name, @Nullable Object value) {
		return (value != null) ? line.addKeyValue(name, value) : line;
	}

}
