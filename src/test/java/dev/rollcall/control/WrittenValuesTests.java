package dev.rollcall.control;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.SqlText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link WrittenValues} where verdict and reason are decided as one. */
class WrittenValuesTests {

	private static final String SQL = """
			WITH judged AS (
			  SELECT c.account_id,
			         CASE
			           WHEN c.unread_verdict IS NOT NULL THEN ARRAY[c.unread_verdict, c.unread_reason]
			           WHEN c.calls > 1 THEN ARRAY['NON_COMPLIANT', 'Called ' || c.operation || '.']
			           ELSE ARRAY['COMPLIANT', 'Called once.']
			         END AS outcome
			  FROM coverage c
			)
			SELECT account_id, outcome[1] AS verdict, outcome[2] AS reason
			FROM judged
			""";

	private final Workspace workspace = new Workspace();

	private final Database database = new Database(this.workspace.directory("parse"));

	@AfterEach
	void close() {
		this.database.close();
		this.workspace.close();
	}

	@Test
	void takesWhatAControlMaySay() {
		assertThatCode(() -> check(SQL)).doesNotThrowAnyException();
	}

	@Test
	void refusesVerdictThatIsNoneInItsLine() {
		refuses(SQL.replace("'NON_COMPLIANT'", "'FAILED'"),
				"5: verdict: 'FAILED': COMPLIANT, NON_COMPLIANT, NOT_APPLICABLE or INSUFFICIENT_DATA was expected");
	}

	@Test
	void refusesSentenceInThePlaceOfTheVerdict() {
		refuses(SQL.replace("ARRAY['COMPLIANT', 'Called once.']", "ARRAY['Called once.', 'COMPLIANT']"),
				"6: verdict: 'Called once.': ");
	}

	@Test
	void refusesReasonThatSaysNothing() {
		refuses(SQL.replace("'Called once.'", "''"), "6: reason: '': a sentence was expected");
		refuses(SQL.replace("'Called once.'", "NULL"), "6: reason: null: a sentence was expected");
	}

	@Test
	void refusesOutcomeThatMayBeNull() {
		refuses(SQL.replace("ELSE ARRAY['COMPLIANT', 'Called once.']", ""),
				"3: verdict: a CASE without ELSE, which is null where nothing matches: ");
	}

	@Test
	void looksIntoEachArmOfAUnion() {
		refuses(SQL.replace("FROM coverage c\n",
				"FROM coverage c\nUNION ALL\nSELECT account_id, ARRAY['PASS', 'Fine.']\nFROM account\n"),
				"10: verdict: 'PASS': ");
	}

	/** A part that has a dataset's name reads the dataset. */
	@Test
	void takesPartThatHasTheNameOfWhatItReads() {
		assertThatCode(() -> check("""
				WITH trail_sight AS (SELECT account_id, unread_verdict, unread_reason FROM trail_sight)
				SELECT account_id, unread_verdict AS verdict, unread_reason AS reason FROM trail_sight
				""")).doesNotThrowAnyException();
	}

	private void refuses(String sql, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> check(sql))
			.withMessageStartingWith("x.sql:" + message);
	}

	private void check(String sql) {
		SqlText text = new SqlText("x.sql", 1, sql);
		new WrittenValues(text, SelectTree.parse(this.database, text)).check();
	}

}
