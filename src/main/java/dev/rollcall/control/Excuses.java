package dev.rollcall.control;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.dataset.Database;
import org.jspecify.annotations.Nullable;

/**
 * Finds the findings that nobody could judge for a reason that somebody knows and wants,
 * or that an upgrade brings: they say nothing of how well the organization does. A
 * finding is excused where every cell behind it that was not read is, and its reason
 * names one of them.
 */
public final class Excuses {

	/**
	 * Refusals that come from the role itself, not from the organization or the trust.
	 */
	private static final String BY_ROLE = """
			(status = 'DENIED' AND coalesce(denied_by, 'UNKNOWN') IN ('IDENTITY', 'SESSION', 'UNKNOWN'))""";

	private static final String BY_ORGANIZATION = "(status = 'DENIED' AND denied_by IN ('SCP', 'RCP'))";

	private static final String UNREAD = """
			CREATE OR REPLACE TABLE unread_cell AS
			SELECT c.account_id, c.region, c.source, c.resource_id IS NOT NULL AS thing, c.unread_reason,
			  CASE
			    WHEN c.status = 'EXCLUDED' THEN 'EXCLUDED'
			    WHEN c.gap AND %s AND c.source IN (SELECT source FROM refused_source)
			      AND c.account_id IN (SELECT account_id FROM reached) THEN 'NOT_PERMITTED'
			    WHEN %s AND c.account_id IN (SELECT account_id FROM reached) AND EXISTS (
			      SELECT 1 FROM expected_region e WHERE e.region = c.region
			        AND coalesce(e.account_id, c.account_id) = c.account_id AND coalesce(e.source, c.source) = c.source)
			      THEN 'EXPECTED_GAP'
			  END AS why
			FROM coverage c WHERE c.unread_verdict = 'INSUFFICIENT_DATA'""".formatted(BY_ROLE, BY_ORGANIZATION);

	private static final String EXCUSED = """
			CREATE OR REPLACE TABLE excused AS
			WITH behind AS (
			  SELECT e.account_id, e.region, e.resource_id, e.reason, u.unread_reason, u.why
			  FROM evaluated_now e
			  JOIN control_source s ON s.control_id = e.control_id
			  JOIN unread_cell u ON u.account_id = e.account_id AND u.source = s.source AND NOT u.thing
			    AND (e.region = 'global' OR u.region IN (e.region, 'global'))
			  WHERE e.verdict = 'INSUFFICIENT_DATA'
			  UNION ALL
			  SELECT e.account_id, e.region, e.resource_id, e.reason, u.unread_reason, u.why
			  FROM evaluated_now e
			  JOIN control_source s ON s.control_id = e.control_id
			  JOIN unread_cell u ON u.source = s.source AND u.thing AND contains(e.reason, u.unread_reason)
			  WHERE e.verdict = 'INSUFFICIENT_DATA'
			  UNION ALL
			  SELECT e.account_id, e.region, e.resource_id, e.reason, u.unread_reason, u.why
			  FROM evaluated_now e
			  JOIN (SELECT control_id, unnest(sources) AS source FROM control) c ON c.control_id = e.control_id
			  JOIN unread_cell u ON u.source = c.source AND u.source NOT IN (SELECT source FROM control_source)
			  WHERE e.verdict = 'INSUFFICIENT_DATA'
			)
			SELECT account_id, region, resource_id,
			  CASE WHEN bool_or(why = 'NOT_PERMITTED') THEN 'NOT_PERMITTED' WHEN bool_or(why = 'EXCLUDED') THEN 'EXCLUDED'
			    ELSE 'EXPECTED_GAP' END AS why
			FROM behind GROUP BY account_id, region, resource_id
			HAVING bool_and(why IS NOT NULL) AND bool_or(contains(reason, unread_reason))""";

	private final Database database;

	/**
	 * Looks for the cells.
	 * @param database has tonight's {@code coverage}, and each {@code refused_source}
	 * @param expected the Regions that the configuration expects to be closed
	 * @param entering the sources whose answers show that an account was entered
	 */
	public Excuses(Database database, List<ExpectedRegion> expected, Collection<String> entering) {
		this.database = database;
		database.execute("""
				CREATE OR REPLACE TABLE reached AS
				SELECT DISTINCT account_id FROM coverage
				WHERE status IN ('READ', 'NOT_ENABLED') AND answered_by_account IS NULL AND source IN (%s)"""
			.formatted(entering.stream().map(Database::literal).collect(Collectors.joining(", ", "", ", ''"))));
		database
			.execute("CREATE OR REPLACE TABLE expected_region (account_id VARCHAR, region VARCHAR, source VARCHAR)");
		expected.forEach((region) -> database.execute("INSERT INTO expected_region VALUES (" + values(region) + ")"));
		database.execute(UNREAD);
	}

	private static String values(ExpectedRegion region) {
		return "%s, %s, %s".formatted(literal(region.account()), literal(region.region()), literal(region.source()));
	}

	private static String literal(@Nullable Object value) {
		return (value != null) ? Database.literal(value.toString()) : "NULL";
	}

	/** Finds the excused among what is being compared. */
	void find() {
		this.database.execute(EXCUSED);
	}

	/**
	 * A Region that the configuration expects to be closed.
	 *
	 * @param account to whom; null for everybody
	 * @param source for which source; null for all
	 */
	public record ExpectedRegion(@Nullable AccountId account, String region, @Nullable String source) {

	}

}
