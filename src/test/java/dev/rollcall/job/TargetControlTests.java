package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.rollcall.control.Control;
import dev.rollcall.input.BadInputException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which controls about things that others name are refused before anything is called. */
class TargetControlTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void takesTheOneThatIsDocumented() throws IOException {
		load(TargetControl.text());
		assertThat(new SqlParser().createStatement(TargetControl.statement())).isInstanceOf(Query.class);
	}

	@Test
	void refusesOneThatLeavesOutAnAccountThatOwnsNone() {
		refused((sql) -> sql.replaceFirst("(?s)  UNION ALL\n.*?\n\\)\n", ")\n"),
				"target.bucket left out an account: an account whose every cell is ");
	}

	@Test
	void refusesOneThatTakesTrailsThatNobodyReadForNone() {
		refused((sql) -> sql.replace("WHEN s.unread_verdict = 'INSUFFICIENT_DATA' THEN", "WHEN false THEN"),
				"target.bucket judged NOT_APPLICABLE: an account whose every cell is DENIED;");
	}

	@Test
	void refusesOneThatTakesTheThingsOfAnAccountForOne() {
		refused((sql) -> sql.replace("         c.resource_id,\n", "         c.account_id AS resource_id,\n")
			.replace("         c.region,\n", "         'global' AS region,\n"),
				"target.bucket judged one thing twice: ");
	}

	private void refused(UnaryOperator<String> change, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> load(change.apply(TargetControl.text())))
			.withMessageContaining(message);
	}

	private void load(String text) throws IOException {
		assertThat(FewControls.in(this.directory, SimulatedLaunch.SOURCES, Map.of(TargetControl.FILE, text)).controls())
			.extracting(Control::id)
			.contains("target.bucket");
	}

}
