package dev.rollcall.control;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.dataset.Database;
import org.jspecify.annotations.Nullable;

/**
 * Puts waivers beside the verdicts that they accept. A verdict stays as it is.
 */
public final class Acceptance {

	private final Database database;

	private final List<Waiver> waivers;

	private final LocalDate tonight;

	/**
	 * Creates an acceptance.
	 * @param database has tonight's {@code account} and what was {@code evaluated}
	 */
	public Acceptance(Database database, List<Waiver> waivers, LocalDate tonight) {
		this.database = database;
		this.waivers = waivers;
		this.tonight = tonight;
		prepare();
	}

	/**
	 * Puts the waivers down, and which accounts each is about. A waiver of a control is
	 * one of those that its rows went to; one of all an account's Regions is one of the
	 * account, where Regional rows became the account's.
	 */
	private void prepare() {
		this.database.execute("""
				CREATE OR REPLACE TABLE granted (waiver_id VARCHAR, control_id VARCHAR, accounts VARCHAR[],
				  units VARCHAR[], regions VARCHAR[], resource VARCHAR, tags MAP(VARCHAR, VARCHAR), expires_on DATE,
				  holds BOOLEAN)""");
		this.waivers.forEach((waiver) -> this.database.execute("INSERT INTO granted VALUES (" + values(waiver) + ")"));
		this.database.execute("""
				INSERT INTO granted SELECT g.* REPLACE (c.control_id AS control_id)
				FROM granted g JOIN control c ON list_contains(c.was_controls, g.control_id)""");
		this.database.execute(
				"""
						CREATE OR REPLACE TABLE scope AS
						SELECT g.waiver_id, g.control_id, g.regions, g.resource, g.expires_on, g.holds, a.account_id,
						  EXISTS (SELECT 1 FROM control c WHERE c.control_id = g.control_id AND c.was_regional)
						    AND NOT EXISTS (SELECT 1 FROM coverage v WHERE v.account_id = a.account_id
						      AND v.region <> 'global' AND coalesce(v.unread_verdict, '') <> 'NOT_APPLICABLE'
						      AND NOT list_contains(g.regions, v.region)) AS everywhere
						FROM granted g
						JOIN account a ON (len(g.accounts) = 0 OR list_contains(g.accounts, a.account_id))
						  AND (len(g.units) = 0 OR len(list_filter(g.units,
						    lambda unit: a.ou_path = unit OR starts_with(a.ou_path, unit || '/'))) > 0)
						  AND len(list_filter(map_keys(g.tags), lambda key: coalesce(a.tags[key] <> g.tags[key], true))) = 0""");
		this.database.execute("""
				CREATE OR REPLACE TABLE matched (waiver_id VARCHAR, verdict VARCHAR, findings BIGINT)""");
	}

	/**
	 * Finds what the waivers match of what is being compared, and which one accepts a
	 * finding: of several that hold the one that ends last.
	 */
	void match() {
		this.database.execute(
				"""
						CREATE OR REPLACE TABLE matched_now AS
						SELECT s.waiver_id, s.holds, s.expires_on, e.control_id, e.account_id, e.region, e.resource_id, e.verdict
						FROM evaluated_now e
						JOIN scope s ON s.control_id = e.control_id AND s.account_id = e.account_id
						  AND (len(s.regions) = 0 OR list_contains(s.regions, e.region)
						    OR (e.region = 'global' AND s.everywhere))
						  AND (s.resource IS NULL OR e.resource_id LIKE s.resource ESCAPE '\\')
						WHERE e.verdict IN ('NON_COMPLIANT', 'INSUFFICIENT_DATA')""");
		this.database.execute(
				"""
						INSERT INTO matched SELECT waiver_id, verdict, count(*) FROM matched_now GROUP BY waiver_id, verdict""");
		this.database.execute("""
				CREATE OR REPLACE TABLE accepted AS
				SELECT account_id, region, resource_id,
				  arg_max(waiver_id, {'ends': expires_on, 'id': waiver_id}) AS waiver_id
				FROM matched_now WHERE holds GROUP BY account_id, region, resource_id""");
	}

	private String values(Waiver waiver) {
		Waiver.Scope scope = waiver.scope();
		return String.join(", ", Database.literal(waiver.id()), Database.literal(waiver.control()),
				list(scope.accounts()), list(scope.units()), list(scope.regions()), pattern(scope.resource()),
				"map(" + list(scope.tags().keySet()) + ", " + list(scope.tags().values()) + ")",
				"DATE '" + waiver.expiresOn() + "'", String.valueOf(waiver.state(this.tonight).holds()));
	}

	private static String list(Collection<?> values) {
		return values.stream()
			.map((value) -> Database.literal(value.toString()))
			.collect(Collectors.joining(", ", "CAST([", "] AS VARCHAR[])"));
	}

	/** A pattern of a person as SQL's LIKE has it. */
	private static String pattern(@Nullable String resource) {
		return (resource != null)
				? Database.literal(resource.replaceAll("([\\\\%_])", "\\\\$1").replace('*', '%').replace('?', '_'))
				: "NULL";
	}

	/** The waivers with what they matched, in order of id. */
	public List<WaiverEntry> entries() {
		return this.waivers.stream().map((waiver) -> {
			long findings = this.database.number(
					"SELECT coalesce(sum(findings), 0) FROM matched WHERE verdict = 'NON_COMPLIANT' AND waiver_id = "
							+ Database.literal(waiver.id()));
			long unseen = this.database.number("SELECT coalesce(sum(findings), 0) FROM matched WHERE waiver_id = "
					+ Database.literal(waiver.id()));
			Waiver.State state = waiver.state(this.tonight);
			return new WaiverEntry(waiver.id(), waiver.control(), waiver.scope().inWords(), waiver.owner(),
					waiver.reason(), waiver.ticket(), waiver.grantedOn(), waiver.expiresOn(), state, findings,
					state.holds() && unseen == 0, waiver.scope().isOverBroad());
		}).sorted((one, other) -> one.waiverId().compareTo(other.waiverId())).toList();
	}

}
