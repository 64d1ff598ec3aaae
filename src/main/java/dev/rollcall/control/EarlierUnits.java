package dev.rollcall.control;

import dev.rollcall.dataset.Database;

/**
 * Makes the units of a night of versions that published none, as they were counted then:
 * of its findings, nothing of them outside.
 */
public final class EarlierUnits {

	private EarlierUnits() {
	}

	/**
	 * Shows them as {@code unit}, and their {@code score}.
	 * @param database has a view of each dataset of the night
	 * @param projections have the statement that puts scores together
	 */
	public static void show(Database database, Projections projections) {
		database.execute(
				"""
						CREATE OR REPLACE VIEW unit AS
						SELECT v.csf_version, CASE v.csf_version WHEN '2.0' THEN csf20_primary ELSE csf11_primary END AS subcategory,
						  control_id, account_id, %s AS verdict, CAST(NULL AS VARCHAR) AS outside,
						  CAST(NULL AS VARCHAR) AS verdict_before
						FROM finding CROSS JOIN %s GROUP BY ALL"""
					.formatted(Units.worst("verdict"), Units.VERSIONS));
		projections.ofFindings()
			.stream()
			.filter((projection) -> projection.name().equals("score"))
			.forEach((score) -> database.execute("CREATE OR REPLACE VIEW \"" + score.name() + "\" AS " + score.sql()));
	}

}
