package dev.rollcall.cli;

import java.util.Map;
import java.util.Optional;

import dev.rollcall.dataset.NightId;
import dev.rollcall.job.NightApplication;
import dev.rollcall.job.NightOutcome;
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
	 * @param night empty where none was claimed
	 * @param outcome empty where it was not published
	 * @param lastLine what is said to a person
	 */
	static void say(ExitCode code, Optional<NightId> night, Optional<NightOutcome> outcome, String lastLine) {
		Logging.open(night.map(NightApplication::logged).orElseGet(Map::of));
		LoggingEventBuilder line = (outcome.isPresent() ? logger.atInfo() : logger.atError())
			.addKeyValue("exit_code", code.number())
			.addKeyValue("published", outcome.isPresent());
		if (outcome.isPresent()) {
			line = with(line, outcome.get());
		}
		line.addKeyValue("last_line", lastLine).log("outcome");
	}

	private static LoggingEventBuilder with(LoggingEventBuilder line, NightOutcome outcome) {
		return line.addKeyValue("partial", outcome.partial())
			.addKeyValue("accounts", outcome.accounts())
			.addKeyValue("accounts_not_entered", outcome.figures().accountsNotEntered())
			.addKeyValue("cells", outcome.cells())
			.addKeyValue("cells_by_status", outcome.figures().cells())
			.addKeyValue("gaps", outcome.gaps())
			.addKeyValue("expected_gaps", outcome.expectedGaps())
			.addKeyValue("findings", outcome.findings())
			.addKeyValue("non_compliant", outcome.nonCompliant())
			.addKeyValue("calls", outcome.figures().calls())
			.addKeyValue("retries", outcome.figures().retries())
			.addKeyValue("throttles", outcome.figures().throttles())
			.addKeyValue("workbook", outcome.location());
	}

}
