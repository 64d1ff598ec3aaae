package dev.rollcall.control;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;

/**
 * Puts findings together to what scores count, beside what it was the night before.
 */
final class Units {

	static final String VERSIONS = "(VALUES ('2.0'), ('1.1')) AS v (csf_version)";

	/** The verdicts by rank. */
	private static final String WORDS = "[" + Verdict.LITERALS + "]";

	/**
	 * What a closed Region left unseen does not count against what was seen elsewhere; a
	 * source that is missing leaves open what it would have shown.
	 */
	private static final String TONIGHT = """
			WITH judged_now AS (
			  SELECT v.csf_version, CASE v.csf_version WHEN '2.0' THEN j.csf20_primary ELSE j.csf11_primary END AS subcategory,
			    j.control_id, j.account_id, %1$s AS rank, x.why
			  FROM judged j CROSS JOIN %2$s
			  LEFT JOIN excused x ON x.account_id = j.account_id AND x.region = j.region AND x.resource_id = j.resource_id
			),
			counted AS (
			  SELECT csf_version, subcategory, control_id, account_id, min(rank) FILTER (WHERE why IS NULL) AS worst,
			    min(why) FILTER (WHERE why <> 'EXPECTED_GAP') AS left_out, bool_or(why = 'EXPECTED_GAP') AS expected
			  FROM judged_now GROUP BY csf_version, subcategory, control_id, account_id
			),
			decided AS (
			  SELECT csf_version, subcategory, control_id, account_id,
			    CASE WHEN worst <= 2 THEN worst WHEN left_out IS NOT NULL THEN 2 WHEN worst = 3 THEN 3 WHEN expected THEN 2
			      ELSE worst END AS rank,
			    CASE WHEN worst <= 2 THEN NULL WHEN left_out IS NOT NULL THEN left_out WHEN worst = 3 THEN NULL
			      WHEN expected THEN 'EXPECTED_GAP' END AS outside
			  FROM counted
			)"""
		.formatted(Verdict.rank("j.verdict"), VERSIONS);

	/** By tonight's Subcategory; only of controls that judge as they did. */
	private static final String BEFORE = """
			, before AS (
			  SELECT v.csf_version,
			    CASE v.csf_version
			      WHEN '2.0' THEN CASE WHEN p.csf20_primary = e.csf20_primary THEN c.csf20_primary ELSE p.csf20_primary END
			      ELSE CASE WHEN p.csf11_primary = e.csf11_primary THEN c.csf11_primary ELSE p.csf11_primary END
			    END AS subcategory,
			    p.control_id, p.account_id, min(%1$s) AS rank
			  FROM previous_finding p
			  JOIN control c ON c.control_id = p.control_id
			  JOIN earlier_control e ON e.control_id = p.control_id
			  JOIN control_now k ON k.control_id = p.control_id AND NOT coalesce(k.judges_differently, false)
			  CROSS JOIN %2$s
			  WHERE NOT p.expected_gap
			  GROUP BY ALL
			)"""
		.formatted(Verdict.rank("p.verdict"), VERSIONS);

	private static final String INSERT = """
			INSERT INTO units
			%1$s%2$s
			SELECT d.csf_version, d.subcategory, d.control_id, d.account_id, %3$s[d.rank],
			  CASE WHEN c.scored IS NOT DISTINCT FROM false THEN 'NOT_SCORED' ELSE d.outside END, %3$s[b.rank]
			FROM decided d
			JOIN control c ON c.control_id = d.control_id
			LEFT JOIN before b ON b.csf_version = d.csf_version AND b.subcategory = d.subcategory
			  AND b.control_id = d.control_id AND b.account_id = d.account_id""".formatted(TONIGHT, BEFORE, WORDS);

	private final Database database;

	/**
	 * Begins without any.
	 * @param database has what is {@code judged} and {@code excused}, a
	 * {@code previous_finding}, and what became of each {@code control_now}
	 */
	Units(Database database) {
		this.database = database;
		database.table(new Schema("units", Schema.of(Unit.class).columns()));
	}

	/** The worst of a column's verdicts, in SQL. */
	static String worst(String column) {
		return WORDS + "[min(" + Verdict.rank(column) + ")]";
	}

	/** Adds those of what is being compared. */
	void add() {
		this.database.execute(INSERT);
	}

	/** The statement that gives them, as {@link Unit} has them. */
	String all() {
		return "SELECT * FROM units";
	}

}
