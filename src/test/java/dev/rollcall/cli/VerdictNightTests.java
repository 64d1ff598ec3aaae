package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Stated nights are as they are stated, and cases do not touch each other. */
class VerdictNightTests {

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		night = VerdictNight.in(out)
			.account("untouched")
			.account("stopped trail", States.answer("cloudtrail:GetTrailStatus", "IsLogging", "false"))
			.account("denied in one Region",
					States.in("us-east-1", States.denial("config:DescribeConfigurationRecorders")))
			.run();
	}

	@Test
	void changesAnAnswer() throws SQLException {
		assertThat(night.verdicts("cloudtrail.trail_logging", "stopped trail")).containsExactly("NON_COMPLIANT");
	}

	@Test
	void deniesInOneRegionAlone() throws SQLException {
		assertThat(night.findings("config.recorder_running", "denied in one Region"))
			.extracting((line) -> line.split(" ", 3)[1])
			.containsExactly("COMPLIANT", "COMPLIANT", "INSUFFICIENT_DATA");
	}

	@Test
	void leavesOthersInGoodOrder() throws SQLException {
		assertThat(night.rows("SELECT control_id, reason FROM {finding} WHERE account_id = '%s' AND verdict IN"
			.formatted(night.id("untouched")) + " ('NON_COMPLIANT', 'INSUFFICIENT_DATA')")).isEmpty();
	}

}
