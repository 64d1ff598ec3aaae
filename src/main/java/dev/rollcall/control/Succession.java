package dev.rollcall.control;

import java.util.List;

import dev.rollcall.dataset.Database;

/**
 * Has the previous night's findings stand under tonight's keys, where a control says that
 * its rows had others: what was found, since when and under which id is known of the rows
 * that they were. Of several that became one, the one counts that says what is said
 * tonight, else the worst.
 */
final class Succession {

	/**
	 * Who follows whom tonight. A control follows another only on the first night on
	 * which it judges; the heir of a control that is gone takes over its rows' ids.
	 */
	private static final String SUCCESSIONS = """
			WITH declared AS (
			  SELECT c.control_id, c.control_id AS predecessor, true AS regional FROM control c WHERE c.was_regional
			  UNION ALL
			  SELECT c.control_id, w.predecessor, c.was_regional
			  FROM control c CROSS JOIN UNNEST(c.was_controls) AS w (predecessor)
			)
			SELECT d.control_id, d.predecessor, d.regional,
			  d.control_id = d.predecessor OR d.predecessor NOT IN (SELECT control_id FROM control) AS ended,
			  d.control_id = min(d.control_id) OVER (PARTITION BY d.predecessor) AS heir,
			  d.control_id = d.predecessor OR (d.control_id NOT IN (SELECT control_id FROM earlier_control)
			    AND d.predecessor IN (SELECT control_id FROM earlier_control)) AS tonight
			FROM declared d""";

	/** The previous night's rows that stand under another key tonight. */
	private static final String MOVED = """
			SELECT s.control_id AS heir_id, s.predecessor, s.regional, s.ended, s.ended AND s.heir AS inherits,
			  CASE WHEN s.regional THEN 'global' ELSE p.region END AS region_now, p.*
			FROM succession s JOIN previous_findings p ON p.control_id = s.predecessor
			WHERE s.tonight AND NOT (s.control_id = s.predecessor AND p.region = 'global')""";

	/** Each of tonight's rows beside the one of the moved rows that it was. */
	private static final String FOLLOWED = """
			WITH pair AS (
			  SELECT m.* REPLACE (e.control_id AS control_id, e.region AS region, e.resource_id AS resource_id),
			    m.region AS old_region, m.resource_id AS old_resource,
			    max(m.waiver_id) OVER (PARTITION BY e.control_id, e.account_id, e.region, e.resource_id,
			      m.last_known_verdict) AS waiver_then
			  FROM evaluated e
			  JOIN moved m ON m.heir_id = e.control_id AND m.account_id = e.account_id AND m.region_now = e.region
			    AND (m.resource_id = e.resource_id OR e.resource_id = e.account_id OR m.resource_id = m.account_id)
			  QUALIFY row_number() OVER (PARTITION BY e.control_id, e.account_id, e.region, e.resource_id
			    ORDER BY CASE WHEN m.resource_id = e.resource_id THEN 0 ELSE 1 END,
			      CASE WHEN m.last_known_verdict = e.verdict THEN 0 ELSE 1 END,
			      CASE m.last_known_verdict WHEN 'NON_COMPLIANT' THEN 1 WHEN 'COMPLIANT' THEN 2
			        WHEN 'NOT_APPLICABLE' THEN 3 ELSE 4 END,
			      m.first_seen_on, m.predecessor, m.region, m.resource_id) = 1
			)
			SELECT control_id, account_id, region, resource_id, verdict, csf20_primary, csf11_primary,
			  waiver_then AS waiver_id, first_seen_on, last_known_verdict,
			  CASE WHEN inherits AND row_number() OVER (PARTITION BY account_id, predecessor, old_region, old_resource
			    ORDER BY control_id, region, resource_id) = 1 THEN finding_id END AS finding_id, expected_gap
			FROM pair""";

	/**
	 * What is left of controls that are gone: tonight nobody may have been able to look.
	 */
	private static final String LEFT = """
			SELECT m.heir_id, m.account_id, m.region_now, m.resource_id, m.verdict, m.csf20_primary, m.csf11_primary,
			  m.waiver_id, m.first_seen_on, m.last_known_verdict, m.finding_id, m.expected_gap
			FROM moved m
			ANTI JOIN followed f ON f.control_id = m.heir_id AND f.account_id = m.account_id
			  AND f.region = m.region_now AND f.resource_id = m.resource_id
			WHERE m.inherits AND m.resource_id <> m.account_id
			QUALIFY row_number() OVER (PARTITION BY m.heir_id, m.account_id, m.region_now, m.resource_id
			  ORDER BY CASE m.last_known_verdict WHEN 'NON_COMPLIANT' THEN 1 WHEN 'COMPLIANT' THEN 2 ELSE 3 END,
			    m.first_seen_on, m.predecessor, m.region) = 1""";

	private final Database database;

	/**
	 * Creates a succession.
	 * @param database has what was {@code evaluated}, the {@code previous_findings} and
	 * what {@code healed}
	 */
	Succession(Database database) {
		this.database = database;
	}

	/** Moves the rows, and what was healed. */
	void apply() {
		this.database.execute("CREATE OR REPLACE TABLE succession AS " + SUCCESSIONS);
		this.database.execute("CREATE OR REPLACE TABLE moved AS " + MOVED);
		this.database.execute("CREATE OR REPLACE TABLE followed AS " + FOLLOWED);
		List<String> moves = List.of("""
				DELETE FROM previous_findings WHERE EXISTS (SELECT 1 FROM moved m WHERE m.ended
				  AND m.predecessor = previous_findings.control_id AND m.account_id = previous_findings.account_id
				  AND m.region = previous_findings.region AND m.resource_id = previous_findings.resource_id)""", """
				INSERT INTO previous_findings SELECT * FROM followed""", "INSERT INTO previous_findings " + LEFT, """
				INSERT INTO healed SELECT DISTINCT s.control_id, h.account_id,
				  CASE WHEN s.regional THEN 'global' ELSE h.region END, h.resource_id
				FROM healed h JOIN succession s ON s.predecessor = h.control_id
				WHERE s.control_id <> s.predecessor OR h.region <> 'global'""");
		moves.forEach(this.database::execute);
	}

}
