package dev.rollcall.control;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;

/**
 * Runs controls over the evidence of a night and holds their verdicts to what every
 * control must say.
 */
public final class Evaluation {

	/** The table that holds the findings while they are evaluated. */
	public static final String FINDINGS = "evaluated";

	/** Controls with what is wrong with them and the first examples, the worst first. */
	private static final String WRONG = """
			WITH judged AS NOT MATERIALIZED (SELECT * FROM evaluated WHERE control_id IN (%s)),
			wrong AS (
			  SELECT 1 AS nth, 'gave a null' AS what, control_id,
			         coalesce(account_id, 'null') || '/' || coalesce(region, 'null') AS example
			  FROM judged
			  WHERE account_id IS NULL OR region IS NULL OR resource_id IS NULL OR verdict IS NULL OR reason IS NULL
			  UNION ALL
			  SELECT 2, 'gave a verdict that is none', control_id, verdict
			  FROM judged
			  WHERE verdict NOT IN (%s)
			  UNION ALL
			  SELECT 3, 'judged one thing twice', control_id, account_id || '/' || region || '/' || resource_id
			  FROM judged
			  WHERE account_id IS NOT NULL AND region IS NOT NULL AND resource_id IS NOT NULL
			  GROUP BY control_id, account_id, region, resource_id
			  HAVING count(*) > 1
			  UNION ALL
			  SELECT 4, 'judged an account that is not on the roster', control_id, account_id
			  FROM judged
			  WHERE account_id NOT IN (SELECT account_id FROM account)
			  UNION ALL
			  SELECT 5, 'left out an account', asked.control_id, account_id
			  FROM account CROSS JOIN (SELECT unnest([%s]) AS control_id) AS asked
			  WHERE NOT EXISTS (
			    SELECT 1 FROM judged WHERE judged.control_id = asked.control_id AND judged.account_id = account.account_id
			  )
			)
			SELECT control_id, what, array_to_string(min(example, 3), ', ')
			FROM wrong
			GROUP BY nth, what, control_id
			ORDER BY nth""";

	private final Database database;

	/**
	 * Creates an evaluation.
	 * @param database has a view of each dataset that the controls read
	 */
	public Evaluation(Database database) {
		this.database = database;
		database.execute("""
				CREATE OR REPLACE TABLE evaluated (control_id VARCHAR, account_id VARCHAR, region VARCHAR,
				resource_id VARCHAR, verdict VARCHAR, severity VARCHAR, reason VARCHAR, csf20_primary VARCHAR,
				csf11_primary VARCHAR)""");
	}

	/**
	 * Runs a control.
	 * @throws ControlException when its SQL fails, or says what no control may say
	 */
	public void run(Control control) {
		try {
			add(control);
		}
		catch (DatabaseException ex) {
			throw new ControlException(control.id() + ": " + ex.getMessage(), ex);
		}
		String wrong = wrong(List.of(control)).get(control);
		if (wrong != null) {
			throw new ControlException(wrong, null);
		}
	}

	/**
	 * Takes what a control says, whatever it is. No line is before those of its
	 * statement: what DuckDB calls a line is a line of it.
	 * @throws DatabaseException when its SQL fails
	 */
	void add(Control control) {
		this.database.execute(("INSERT INTO evaluated SELECT %s, account_id, region, resource_id, verdict, %s, reason,"
				+ " %s, %s FROM (%s\n) AS judged")
			.formatted(text(control.id()), text(control.severity().name()),
					text(control.csf(CsfVersion.V2_0).primary().id()),
					text(control.csf(CsfVersion.V1_1).primary().id()), control.sql()));
	}

	/**
	 * What no control may say and some of these did, asked of all at once: most of a
	 * question's time is the asking.
	 * @return a sentence with a few examples, by control
	 */
	Map<Control, String> wrong(Collection<Control> controls) {
		Map<String, Control> asked = new LinkedHashMap<>();
		controls.forEach((control) -> asked.put(control.id(), control));
		if (asked.isEmpty()) {
			return Map.of();
		}
		String ids = asked.keySet().stream().map(Evaluation::text).collect(Collectors.joining(", "));
		Map<Control, String> wrong = new LinkedHashMap<>();
		this.database.query(WRONG.formatted(ids, Verdict.LITERALS, ids), (row) -> {
			Control control = Objects.requireNonNull(asked.get(row.requiredText(1)));
			wrong.putIfAbsent(control, "%s %s: %s".formatted(control.id(), row.requiredText(2), row.requiredText(3)));
		});
		return wrong;
	}

	/**
	 * Has findings about a managed rule of AWS Config count for the rule's own
	 * Subcategories, where {@code config_rule_csf} has them.
	 */
	public void countRules() {
		this.database.execute("""
				UPDATE evaluated SET csf20_primary = own.csf20_primary, csf11_primary = own.csf11_primary
				FROM (
				  SELECT DISTINCT r.rule_arn, m.csf20_primary, m.csf11_primary
				  FROM config_rule_compliance r JOIN config_rule_csf m ON m.rule_identifier = r.rule_identifier
				) AS own
				WHERE evaluated.resource_id = own.rule_arn""");
	}

	private static String text(String value) {
		return Database.literal(value);
	}

}
