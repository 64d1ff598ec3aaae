package dev.rollcall.workbook;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.rollcall.csf.CsfVersion;

/**
 * Queries that give the numbers of Summary and Cover again, from the units and the
 * coverage themselves. They run in Athena as they are.
 */
final class Reproduction {

	private static final String UNITS = """
			WITH inside AS (
			  SELECT control_id, subcategory, verdict
			  FROM rollcall_latest.unit
			  WHERE csf_version = '%1$s' AND outside IS NULL
			)
			SELECT %2$s AS id, count(DISTINCT control_id) AS controls, count_if(verdict = 'COMPLIANT') AS compliant,
			  count_if(verdict = 'NON_COMPLIANT') AS non_compliant,
			  count_if(verdict = 'INSUFFICIENT_DATA') AS insufficient_data,
			  count_if(verdict = 'NOT_APPLICABLE') AS not_applicable,
			  CAST(count_if(verdict = 'COMPLIANT') AS double)
			    / nullif(count_if(verdict IN ('COMPLIANT', 'NON_COMPLIANT')), 0) AS score,
			  CAST(count_if(verdict = 'INSUFFICIENT_DATA') AS double)
			    / nullif(count_if(verdict <> 'NOT_APPLICABLE'), 0) AS unknown
			FROM inside
			GROUP BY %2$s
			ORDER BY id""";

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
		return UNITS.formatted(version.number(), grouped);
	}

}
