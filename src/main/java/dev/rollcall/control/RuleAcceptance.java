package dev.rollcall.control;

import dev.rollcall.dataset.Database;

/**
 * Accepts findings of Config rules by the resources that break them: a finding is
 * accepted where each of its non-compliant resources is, and all of them are known. One
 * that breaks the rule later is not.
 */
final class RuleAcceptance {

	/** The rules, and whether all resources that break each are known. */
	private static final String RULES = """
			CREATE OR REPLACE TABLE rule_seen AS
			WITH broken AS (
			  SELECT account_id, region, rule_name,
			    count(DISTINCT coalesce(resource_type, '') || '/' || resource_id) AS resources
			  FROM config_resource_compliance WHERE compliance = 'NON_COMPLIANT'
			  GROUP BY account_id, region, rule_name
			)
			SELECT r.account_id, r.region, r.rule_arn, min(r.rule_name) AS rule_name, max(b.resources) AS resources,
			  bool_and(coalesce(NOT r.count_capped AND b.resources >= r.non_compliant_resources AND c.status = 'READ',
			    false)) AS whole
			FROM config_rule_compliance r
			LEFT JOIN broken b ON b.account_id = r.account_id AND b.region = r.region AND b.rule_name = r.rule_name
			LEFT JOIN coverage c ON c.source = 'config-rule-details' AND c.account_id = r.account_id
			  AND c.region = r.region
			GROUP BY r.account_id, r.region, r.rule_arn""";

	/** Waivers whose resource is not the rule itself, beside each finding of a rule. */
	private static final String ABOUT = """
			CREATE OR REPLACE TABLE rule_about AS
			SELECT s.waiver_id, s.holds, s.expires_on, s.resource, e.control_id, e.account_id, e.region, e.resource_id,
			  e.verdict, r.rule_name, r.resources, r.whole
			FROM evaluated_now e
			JOIN rule_seen r ON r.account_id = e.account_id AND r.region = e.region AND r.rule_arn = e.resource_id
			JOIN scope s ON s.control_id = e.control_id AND s.account_id = e.account_id
			  AND (len(s.regions) = 0 OR list_contains(s.regions, e.region))
			  AND (s.rule IS NULL OR r.rule_name LIKE s.rule ESCAPE '\\')
			  AND s.resource IS NOT NULL AND NOT (e.resource_id LIKE s.resource ESCAPE '\\')
			WHERE e.verdict IN ('NON_COMPLIANT', 'INSUFFICIENT_DATA')""";

	/** Each non-compliant resource that a waiver names. */
	private static final String NAMED = """
			CREATE OR REPLACE TABLE rule_named AS
			SELECT DISTINCT a.* EXCLUDE (resource), coalesce(d.resource_type, '') || '/' || d.resource_id AS thing
			FROM rule_about a
			JOIN config_resource_compliance d ON d.account_id = a.account_id AND d.region = a.region
			  AND d.rule_name = a.rule_name AND d.compliance = 'NON_COMPLIANT'
			  AND d.resource_id LIKE a.resource ESCAPE '\\'
			WHERE a.verdict = 'NON_COMPLIANT'""";

	/**
	 * The findings whose every resource is accepted: until the first of those waivers
	 * ends.
	 */
	private static final String ACCEPTED = """
			CREATE OR REPLACE TABLE rule_accepted AS
			WITH best AS (
			  SELECT account_id, region, resource_id, resources, thing,
			    max({'ends': expires_on, 'id': waiver_id}) AS waiver
			  FROM rule_named WHERE holds AND whole
			  GROUP BY account_id, region, resource_id, resources, thing
			)
			SELECT account_id, region, resource_id, min(waiver) AS waiver
			FROM best GROUP BY account_id, region, resource_id, resources HAVING count(*) = resources
			UNION ALL
			-- where nobody could look, what was accepted is
			SELECT a.account_id, a.region, a.resource_id, max({'ends': a.expires_on, 'id': a.waiver_id})
			FROM rule_about a
			JOIN previous_finding p ON p.control_id = a.control_id AND p.account_id = a.account_id
			  AND p.region = a.region AND p.resource_id = a.resource_id AND p.waiver_id = a.waiver_id
			WHERE a.verdict = 'INSUFFICIENT_DATA' AND a.holds
			GROUP BY a.account_id, a.region, a.resource_id""";

	private final Database database;

	/**
	 * Creates an acceptance.
	 * @param database has tonight's {@code coverage} and evidence of Config rules, and
	 * the {@code scope} of each waiver
	 */
	RuleAcceptance(Database database) {
		this.database = database;
		database.execute(RULES);
		database.execute("""
				CREATE OR REPLACE TABLE rule_left (waiver_id VARCHAR, control_id VARCHAR, account_id VARCHAR,
				  region VARCHAR, resource_id VARCHAR)""");
	}

	/**
	 * Fills {@code rule_accepted} with what is accepted of what is being compared, and
	 * counts what each waiver is about: where resources are not known, as unseen.
	 */
	void match() {
		this.database.execute(ABOUT);
		this.database.execute(NAMED);
		this.database.execute(ACCEPTED);
		this.database.execute("""
				INSERT INTO matched
				SELECT waiver_id, 'NON_COMPLIANT', count(DISTINCT (account_id, region, resource_id))
				FROM rule_named GROUP BY waiver_id
				UNION ALL
				SELECT waiver_id, 'INSUFFICIENT_DATA', count(*) FROM rule_about
				WHERE verdict = 'INSUFFICIENT_DATA' OR NOT whole GROUP BY waiver_id""");
		this.database.execute("""
				INSERT INTO rule_left
				SELECT DISTINCT n.waiver_id, n.control_id, n.account_id, n.region, n.resource_id FROM rule_named n
				ANTI JOIN rule_accepted a ON a.account_id = n.account_id AND a.region = n.region
				  AND a.resource_id = n.resource_id
				WHERE n.holds""");
	}

}
