package dev.rollcall.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import dev.rollcall.control.NightShape.Cell;
import dev.rollcall.control.NightShape.Source;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Runs every control on nights whose cells became all that a cell can become and in which
 * nothing was found: a control that leaves out an account, or takes a gap for an answer,
 * is refused before the night rather than in it. The id of each account says what became
 * of its cells.
 */
final class ControlRehearsal {

	/**
	 * Fewer would take longer, and what all need at once grows with sources and controls
	 * beyond the database's memory.
	 */
	private static final int ASKED_AT_ONCE = 10;

	private final Database database;

	private final Projections projections;

	private final Mistakes mistakes;

	/**
	 * Creates a rehearsal.
	 * @param database has an empty table for each dataset
	 * @param mistakes gets what is refused
	 */
	ControlRehearsal(Database database, NightShape shape, Projections projections, Mistakes mistakes) {
		this.database = database;
		this.projections = projections;
		this.mistakes = mistakes;
		database.execute(
				"""
						CREATE TABLE rehearsal_cell (source VARCHAR, regional BOOLEAN, organizational BOOLEAN, thing BOOLEAN,
						status VARCHAR, operation VARCHAR, error_code VARCHAR, unread_verdict VARCHAR, unread_reason VARCHAR, gap BOOLEAN)""");
		database.execute("INSERT INTO rehearsal_cell VALUES " + shape.sources()
			.stream()
			.flatMap((source) -> rows(source).stream())
			.collect(Collectors.joining(", ")));
	}

	private static List<String> rows(Source source) {
		List<String> rows = new ArrayList<>();
		for (Cell cell : source.cells()) {
			rows.add("(%s, %b, %b, %b, %s, %s, %s, %s, %s, %b)".formatted(literal(source.name()), source.regional(),
					source.organizational(), source.distinct(), literal(cell.status()), literal(cell.operation()),
					literal(cell.errorCode()), literal(cell.unreadVerdict()), literal(cell.unreadReason()),
					cell.gap()));
		}
		return rows;
	}

	private static String literal(@Nullable String text) {
		return (text != null) ? Database.literal(text) : "NULL";
	}

	/**
	 * Runs projections and controls on a night of each kind. Who makes a mistake on one
	 * sits out the next.
	 */
	void run(Map<Control, SqlText> controls) {
		Map<Control, SqlText> running = new LinkedHashMap<>(controls);
		controls.keySet().forEach(this::publishParameters);
		for (Roster roster : Roster.values()) {
			fill(roster);
			if (!project(this.projections.ofEvidence())) {
				return;
			}
			judge(running);
			if (roster != Roster.ORGANIZATION) {
				refuseAnswers(running);
			}
			if (!project(this.projections.ofFindings())) {
				return;
			}
		}
	}

	private void publishParameters(Control control) {
		ParameterEntry.of(control)
			.forEach((entry) -> this.database.execute("INSERT INTO parameter VALUES (%s, %s, %s)"
				.formatted(literal(entry.controlId()), literal(entry.name()), literal(entry.value()))));
	}

	/** Whether all could be made. */
	private boolean project(List<Projection> projections) {
		for (Projection projection : projections) {
			if (!this.mistakes.pass(() -> keep(projection.name(), projection.text()))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * One account is asked for the organization. Of the others, some have every cell in
	 * one status, some a source's cells only and could be read else. Where there are
	 * questions about things found, an account owns two of them, and some own none.
	 */
	private void fill(Roster roster) {
		this.database.execute(
				"""
						CREATE OR REPLACE TABLE rehearsal_account AS
						SELECT 'the account that is asked for the organization' AS account_id, true AS asked, '%s' AS status,
						       CAST(NULL AS VARCHAR) AS source, true AS owns
						UNION ALL
						SELECT DISTINCT 'an account whose every cell is ' || status, false, status, NULL, true
						FROM rehearsal_cell
						UNION ALL
						SELECT DISTINCT 'an account whose every cell is ' || status || ' and that owns nothing found', false, status, NULL, false
						FROM rehearsal_cell
						WHERE thing
						UNION ALL
						SELECT 'an account whose cells are ' || status || ' of ' || source || ' and READ else', false, status, source, true
						FROM rehearsal_cell
						WHERE NOT organizational AND status <> 'READ'"""
					.formatted(roster.asked));
		this.database.execute("DELETE FROM account");
		this.database.execute("""
				INSERT INTO account (account_id, name, state, management, tags)
				SELECT account_id, account_id, 'ACTIVE', %s, MAP {} FROM rehearsal_account"""
			.formatted(roster.management));
		this.database.execute("DELETE FROM coverage");
		this.database.execute("""
				INSERT INTO coverage (account_id, region, source, status, operation, error_code, calls, retries,
				       duration_ms, collected_at, expected, unread_verdict, unread_reason, gap, resource_id)
				SELECT a.account_id, r.region, c.source, c.status, c.operation, c.error_code, 1, 0,
				       0, TIMESTAMPTZ '2026-01-01 00:00:00Z', false, c.unread_verdict, c.unread_reason, c.gap,
				       CASE WHEN c.thing THEN 'a thing in ' || r.region || ' of ' || a.account_id END
				FROM rehearsal_account a
				JOIN rehearsal_cell c
				  ON c.status = CASE WHEN coalesce(a.source, c.source) = c.source THEN a.status ELSE 'READ' END
				JOIN (VALUES ('ap-northeast-1', true), ('us-east-1', true), ('global', false)) AS r (region, regional)
				  ON CASE WHEN c.thing THEN r.region <> 'us-east-1' ELSE r.regional = c.regional END
				WHERE (a.asked OR NOT c.organizational) AND (a.owns OR NOT c.thing)""");
	}

	/** Keeps what a statement gives as a table. */
	private void keep(String table, SqlText text) {
		try {
			// In one line before the statement: DuckDB's lines are then the statement's.
			this.database.execute("CREATE OR REPLACE TABLE \"" + table + "\" AS " + text.sql());
		}
		catch (DatabaseException ex) {
			throw text.refused(String.valueOf(ex.getMessage()));
		}
	}

	private void judge(Map<Control, SqlText> running) {
		Evaluation evaluation = new Evaluation(this.database);
		keepIf(running, (control, text) -> add(control, text, evaluation));
		Map<Control, String> wrong = wrong(List.copyOf(running.keySet()), evaluation);
		keepIf(running, (control, text) -> {
			String what = wrong.get(control);
			if (what != null) {
				throw text.refuse("on a night without evidence, " + what);
			}
		});
	}

	private static Map<Control, String> wrong(List<Control> judged, Evaluation evaluation) {
		Map<Control, String> wrong = new HashMap<>();
		for (int from = 0; from < judged.size(); from += ASKED_AT_ONCE) {
			wrong.putAll(evaluation.wrong(judged.subList(from, Math.min(judged.size(), from + ASKED_AT_ONCE))));
		}
		return wrong;
	}

	private static void add(Control control, SqlText text, Evaluation evaluation) {
		try {
			evaluation.add(control);
		}
		catch (DatabaseException ex) {
			throw text.refused(String.valueOf(ex.getMessage()));
		}
	}

	/** Keeps running what passes. */
	private void keepIf(Map<Control, SqlText> running, BiConsumer<Control, SqlText> check) {
		running.entrySet()
			.removeIf((control) -> !this.mistakes.pass(() -> check.accept(control.getKey(), control.getValue())));
	}

	/** Where nothing was read, nothing is known. */
	private void refuseAnswers(Map<Control, SqlText> running) {
		Map<String, String> answers = new HashMap<>();
		this.database.query("""
				SELECT e.control_id, arg_min(e.verdict, a.account_id), min(a.account_id)
				FROM evaluated e JOIN rehearsal_account a USING (account_id)
				WHERE e.verdict <> 'INSUFFICIENT_DATA' AND a.source IS NULL
				AND a.status IN (SELECT status FROM rehearsal_cell WHERE unread_verdict = 'INSUFFICIENT_DATA')
				GROUP BY e.control_id""",
				(row) -> answers.put(row.requiredText(1), row.requiredText(2) + ": " + row.requiredText(3)));
		keepIf(running, (control, text) -> {
			String answer = answers.get(control.id());
			if (answer != null) {
				throw text.refuse("on a night in which nothing was read, %s judged %s; INSUFFICIENT_DATA was expected"
					.formatted(control.id(), answer));
			}
		});
	}

	/** Where the accounts come from. */
	private enum Roster {

		/** An organization. */
		ORGANIZATION("asked", "READ"),

		/** An organization of which nothing could be read but its accounts. */
		UNREAD_ORGANIZATION("asked", "DENIED"),

		/** A list, of whose organization nothing is asked. */
		LIST("NULL", "EXCLUDED");

		/** SQL for whether an account is the management account. */
		private final String management;

		/** What became of the cells of the account that is asked for the organization. */
		private final String asked;

		Roster(String management, String asked) {
			this.management = management;
			this.asked = asked;
		}

	}

}
