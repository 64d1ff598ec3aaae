package dev.rollcall.workbook;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.rollcall.csf.CsfVersion;

/**
 * Queries that give the numbers of Summary and Cover again, from the findings and the
 * coverage themselves. They run in Athena as they are.
 */
final class Reproduction {

	private static final String UNITS = """
			WITH unit AS (
			  SELECT control_id, %1$s_primary AS subcategory, account_id,
			    min(%3$s) AS worst
			  FROM rollcall_latest.finding
			  GROUP BY control_id, %1$s_primary, account_id
			)
			SELECT %2$s AS id, count(DISTINCT control_id) AS controls, count_if(worst = 3) AS compliant,
			  count_if(worst = 1) AS non_compliant, count_if(worst = 2) AS insufficient_data,
			  count_if(worst = 4) AS not_applicable,
			  CAST(count_if(worst = 3) AS double) / nullif(count_if(worst IN (1, 3)), 0) AS score,
			  CAST(count_if(worst = 2) AS double) / nullif(count_if(worst IN (1, 2, 3)), 0) AS unknown
			FROM unit
			GROUP BY %2$s
			ORDER BY id""";

	/**
	 * Written so that it also gives those of nights before {@code coverage} had
	 * {@code gap}.
	 */
	private static final String COVERAGE = """
			SELECT count(*) AS cells, count_if(status IN ('READ', 'NOT_ENABLED')) AS read,
			  count_if(gap) AS gaps,
			  count_if(expected) AS expected,
			  count_if(status IN ('NOT_AVAILABLE', 'REGION_DISABLED', 'ACCOUNT_NOT_ACTIVE')) AS nothing_to_see,
			  count_if(status = 'EXCLUDED') AS excluded
			FROM rollcall_latest.coverage""";

	private Reproduction() {
	}

	/** What each query is for, as messages call it, to the query. */
	static Map<String, String> queries(CsfVersion version) {
		Map<String, String> queries = new LinkedHashMap<>();
		queries.put("FUNCTION", units(version, "substr(subcategory, 1, 2)"));
		queries.put("CATEGORY", units(version, "substr(subcategory, 1, 5)"));
		queries.put("SUBCATEGORY", units(version, "subcategory"));
		queries.put("CONTROL", units(version, "control_id"));
		queries.put("COVERAGE", COVERAGE);
		return queries;
	}

	private static String units(CsfVersion version, String grouped) {
		return UNITS.formatted(Frameworks.columns(version), grouped, Counts.RANK);
	}

}
