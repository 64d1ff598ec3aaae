package dev.rollcall.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
			this.database.execute("""
					INSERT INTO evaluated SELECT %s, account_id, region, resource_id, verdict, %s, reason, %s, %s
					FROM (%s
					) AS judged""".formatted(text(control.id()), text(control.severity().name()),
					text(control.csf(CsfVersion.V2_0).primary().id()),
					text(control.csf(CsfVersion.V1_1).primary().id()), control.sql()));
		}
		catch (DatabaseException ex) {
			throw new ControlException(control.id() + ": " + ex.getMessage(), ex);
		}
		check(control);
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

	private void check(Control control) {
		String own = " FROM evaluated WHERE control_id = " + text(control.id());
		Map<String, String> wrong = new LinkedHashMap<>();
		wrong.put("gave a null",
				"SELECT account_id || '/' || region" + own
						+ " AND (account_id IS NULL OR region IS NULL OR resource_id IS NULL OR verdict IS NULL"
						+ " OR reason IS NULL)");
		wrong.put("gave a verdict that is none", "SELECT verdict" + own
				+ " AND verdict NOT IN ('COMPLIANT', 'NON_COMPLIANT', 'NOT_APPLICABLE', 'INSUFFICIENT_DATA')");
		wrong.put("judged one thing twice", "SELECT account_id || '/' || region || '/' || resource_id" + own
				+ " GROUP BY account_id, region, resource_id HAVING count(*) > 1");
		wrong.put("judged an account that is not on the roster",
				"SELECT account_id" + own + " AND account_id NOT IN (SELECT account_id FROM account)");
		wrong.put("left out an account",
				"SELECT account_id FROM account WHERE account_id NOT IN" + " (SELECT account_id" + own + ")");
		refuse(control, wrong);
	}

	/** Asks all at once: most of a question's time is the asking. */
	private void refuse(Control control, Map<String, String> wrong) {
		String sql = wrong.entrySet()
			.stream()
			.map((one) -> "(SELECT %s AS what, example FROM (%s) AS wrong (example) LIMIT 3)"
				.formatted(text(one.getKey()), one.getValue()))
			.collect(Collectors.joining(" UNION ALL "));
		Map<String, List<String>> examples = new HashMap<>();
		this.database.query(sql, (row) -> examples.computeIfAbsent(row.requiredText(1), (what) -> new ArrayList<>())
			.add(String.valueOf(row.text(2))));
		wrong.keySet().stream().filter(examples::containsKey).findFirst().ifPresent((what) -> {
			throw new ControlException(
					control.id() + " " + what + ": " + String.join(", ", examples.getOrDefault(what, List.of())), null);
		});
	}

	private static String text(String value) {
		return Database.literal(value);
	}

}
