package dev.rollcall.cli;

import java.util.List;
import java.util.Map;

import dev.rollcall.job.NightApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The log's line about how a night ended, for whoever reads logs by machine. */
final class OutcomeLog {

	private static final Logger logger = LoggerFactory.getLogger(OutcomeLog.class);

	private OutcomeLog() {
	}

	/**
	 * Says how a night ended.
	 * @param untold who could not be told of it, and why
	 */
	static void say(NightSummary summary, List<String> untold) {
		Logging.open(summary.night().map(NightApplication::logged).orElseGet(Map::of));
		untold.forEach((warning) -> logger.atWarn().addKeyValue("error_message", warning).log("notice"));
		LoggingEventBuilder line = summary.outcome().isPresent() ? logger.atInfo() : logger.atError();
		for (Map.Entry<String, Object> member : summary.members().entrySet()) {
			line = line.addKeyValue(member.getKey(), member.getValue());
		}
		line.log("outcome");
	}

}
