package dev.rollcall.control;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

	private final LocalDate today;

	private final ZoneId zone;

	private final WrittenUnits units;

	private final RuleAcceptance rules;

	/**
	 * Creates an acceptance.
	 * @param database has tonight's {@code account} and what was {@code evaluated}
	 */
	public Acceptance(Database database, List<Waiver> waivers, LocalDate today, ZoneId zone) {
		this.database = database;
		this.waivers = waivers;
		this.today = today;
		this.zone = zone;
		this.units = new WrittenUnits(database);
		prepare();
		this.rules = new RuleAcceptance(database);
	}

	/**
	 * Puts the waivers down, and which accounts each is about. A waiver of a control is
	 * one of those that its rows went to; one of all an account's Regions is one of the
	 * account, where Regional rows became the account's.
	 */
	private void prepare() {
		this.database.execute(
				"""
						CREATE OR REPLACE TABLE granted (waiver_id VARCHAR, control_id VARCHAR, accounts VARCHAR[],
						  everywhere_in BOOLEAN, units VARCHAR[], regions VARCHAR[], rule VARCHAR, resource VARCHAR, tags MAP(VARCHAR, VARCHAR), expires_on DATE,
						  holds BOOLEAN)""");
		this.waivers.forEach((waiver) -> this.database.execute("INSERT INTO granted VALUES (" + values(waiver) + ")"));
		this.database.execute("""
				INSERT INTO granted SELECT g.* REPLACE (c.control_id AS control_id)
				FROM granted g JOIN control c ON list_contains(c.was_controls, g.control_id)""");
		this.database.execute(
				"""
						CREATE OR REPLACE TABLE scope AS
						SELECT g.waiver_id, g.control_id, g.regions, g.rule, g.resource, g.expires_on, g.holds, a.account_id,
						  EXISTS (SELECT 1 FROM control c WHERE c.control_id = g.control_id AND c.was_regional)
						    AND NOT EXISTS (SELECT 1 FROM coverage v WHERE v.account_id = a.account_id
						      AND v.region <> 'global' AND coalesce(v.unread_verdict, '') <> 'NOT_APPLICABLE'
						      AND NOT list_contains(g.regions, v.region)) AS everywhere
						FROM granted g
						JOIN account a ON (len(g.accounts) = 0 OR list_contains(g.accounts, a.account_id))
						  AND (g.everywhere_in OR len(list_intersect(g.units, a.ou_ids)) > 0)
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
						LEFT JOIN rule_seen r ON r.account_id = e.account_id AND r.region = e.region
						  AND r.rule_arn = e.resource_id
						WHERE (s.rule IS NULL OR r.rule_name LIKE s.rule ESCAPE '\\') AND e.verdict IN ('NON_COMPLIANT', 'INSUFFICIENT_DATA')""");
		this.database.execute(
				"""
						INSERT INTO matched SELECT waiver_id, verdict, count(*) FROM matched_now GROUP BY waiver_id, verdict""");
		this.rules.match();
		this.database.execute("""
				CREATE OR REPLACE TABLE accepted AS
				SELECT account_id, region, resource_id, max(waiver).id AS waiver_id
				FROM (
				  SELECT account_id, region, resource_id, {'ends': expires_on, 'id': waiver_id} AS waiver
				  FROM matched_now WHERE holds
				  UNION ALL SELECT account_id, region, resource_id, waiver FROM rule_accepted)
				GROUP BY account_id, region, resource_id""");
	}

	private String values(Waiver waiver) {
		Waiver.Scope scope = waiver.scope();
		return String.join(", ", Database.literal(waiver.id()), Database.literal(waiver.control()),
				list(scope.accounts()), String.valueOf(scope.units().isEmpty()),
				list(scope.units().stream().flatMap((unit) -> this.units.find(unit).stream()).toList()),
				list(scope.regions()), pattern(scope.rule()), pattern(scope.resource()),
				"map(" + list(scope.tags().keySet()) + ", " + list(scope.tags().values()) + ")",
				"DATE '" + waiver.expiresOn() + "'", String.valueOf(waiver.state(this.today).holds()));
	}

	private static String list(Collection<?> values) {
		return values.stream()
			.map((value) -> Database.literal(value.toString()))
			.collect(Collectors.joining(", ", "CAST([", "] AS VARCHAR[])"));
	}

	/** A pattern of a person as SQL's LIKE has it. */
	static String pattern(@Nullable String resource) {
		return (resource != null)
				? Database.literal(resource.replaceAll("([\\\\%_])", "\\\\$1").replace('*', '%').replace('?', '_'))
				: "NULL";
	}

	/** The waivers with what they matched, in order of id. */
	public List<WaiverEntry> entries() {
		WaiverRemarks remarks = new WaiverRemarks(this.database, this.units);
		return this.waivers.stream().map((waiver) -> {
			long findings = this.database.number(
					"SELECT coalesce(sum(findings), 0) FROM matched WHERE verdict = 'NON_COMPLIANT' AND waiver_id = "
							+ Database.literal(waiver.id()));
			long unseen = this.database.number("SELECT coalesce(sum(findings), 0) FROM matched WHERE waiver_id = "
					+ Database.literal(waiver.id()));
			Waiver.State state = waiver.state(this.today);
			return new WaiverEntry(waiver.id(), waiver.control(), waiver.scope().inWords(), waiver.owner(),
					waiver.reason(), waiver.ticket(), waiver.grantedOn(), waiver.expiresOn(), state, findings,
					state.holds() && unseen == 0, waiver.scope().isOverBroad(), remarks.of(waiver), this.today,
					this.zone.equals(ZoneOffset.UTC) ? "UTC" : this.zone.getId());
		}).sorted((one, other) -> one.waiverId().compareTo(other.waiverId())).toList();
	}

}
