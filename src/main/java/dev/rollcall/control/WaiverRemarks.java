package dev.rollcall.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.account.AccountId;
import dev.rollcall.dataset.Database;
import dev.rollcall.input.Suggestion;

/**
 * Says of waivers what in them answers to nothing here, each part for itself: whoever
 * wrote it probably meant something else.
 */
final class WaiverRemarks {

	/**
	 * Of more rules or resources than these the others are not offered for a misspelt
	 * one.
	 */
	private static final int MOST_OFFERED = 5000;

	/**
	 * What a waiver's findings are about: their resources, and those under a Config rule.
	 */
	private static final String THINGS = """
			WITH found AS (
			  SELECT e.account_id, e.region, e.resource_id FROM evaluated e
			  WHERE e.control_id IN (SELECT control_id FROM granted WHERE waiver_id = %s)
			)
			SELECT resource_id AS thing FROM found
			UNION
			SELECT c.resource_id FROM found f
			JOIN config_rule_compliance r ON r.account_id = f.account_id AND r.region = f.region
			  AND r.rule_arn = f.resource_id
			JOIN config_resource_compliance c ON c.account_id = r.account_id AND c.region = r.region
			  AND c.rule_name = r.rule_name""";

	/**
	 * Cells that could have shown more of what a waiver's findings are about: those of
	 * the controls' sources, and what resources break a Config rule.
	 */
	private static final String UNREAD_THINGS = """
			WITH asked AS (
			  SELECT unnest(sources) AS source FROM control
			  WHERE control_id IN (SELECT control_id FROM granted WHERE waiver_id = %s)
			)
			SELECT source FROM asked
			UNION
			SELECT 'config-rule-details' FROM asked WHERE source = 'config-rules'""";

	private final Database database;

	private final WrittenUnits units;

	private final Set<String> accounts;

	private final Set<String> regions;

	private final Set<String> tags;

	private final Set<String> controls;

	private final Set<String> leftOut;

	/**
	 * Creates remarks.
	 * @param database has tonight's {@code account}, {@code coverage}, {@code control},
	 * {@code left_out_control} and {@code config_rule_compliance}, what was
	 * {@code evaluated}, and the {@code scope} of each waiver
	 */
	WaiverRemarks(Database database, WrittenUnits units) {
		this.database = database;
		this.units = units;
		this.accounts = texts("SELECT account_id FROM account");
		this.regions = texts("SELECT DISTINCT region FROM coverage UNION SELECT 'global'");
		this.tags = texts("SELECT DISTINCT unnest(map_keys(tags)) FROM account");
		this.controls = texts("SELECT control_id FROM control UNION SELECT unnest(was_controls) FROM control");
		this.leftOut = texts("SELECT control_id FROM left_out_control");
	}

	private Set<String> texts(String sql) {
		Set<String> texts = new TreeSet<>();
		this.database.query(sql, (row) -> texts.add(row.requiredText(1)));
		return texts;
	}

	/** The sentences about a waiver, in the order of its parts. */
	List<String> of(Waiver waiver) {
		Waiver.Scope scope = waiver.scope();
		List<String> remarks = new ArrayList<>();
		addControl(waiver, remarks);
		scope.accounts()
			.stream()
			.map(AccountId::value)
			.filter((id) -> !this.accounts.contains(id))
			.forEach((id) -> remarks.add(unknown("The account %s is not on the roster", id, this.accounts)));
		scope.units().forEach((unit) -> this.units.remark(unit).ifPresent(remarks::add));
		scope.regions()
			.stream()
			.filter((region) -> !this.regions.contains(region))
			.forEach((region) -> remarks.add(unknown("%s is none of the night's Regions", region, this.regions)));
		scope.tags().forEach((key, value) -> addTag(key, value, remarks));
		if (remarks.isEmpty()) {
			addTogether(waiver, remarks);
		}
		return remarks;
	}

	private void addControl(Waiver waiver, List<String> remarks) {
		String control = waiver.control();
		if (this.leftOut.contains(control)) {
			remarks.add("The control " + control + " is left out and judges nothing.");
		}
		else if (!this.controls.contains(control)) {
			remarks.add(unknown("There is no control %s", control, this.controls));
		}
	}

	private void addTag(String key, String value, List<String> remarks) {
		if (!this.tags.contains(key)) {
			remarks.add(unknown(
					hasUnknownTags() ? "No account whose tags are known has the tag %s" : "No account has the tag %s",
					key, this.tags));
		}
		else if (this.database.number("SELECT count(*) FROM account WHERE tags[%s] = %s"
			.formatted(Database.literal(key), Database.literal(value))) == 0) {
			remarks.add((hasUnknownTags() ? "No account whose tags are known has the tag " : "No account has the tag ")
					+ key + " with the value " + value + ".");
		}
	}

	private boolean hasUnknownTags() {
		return this.database.number("SELECT count(*) FROM account WHERE tags IS NULL") > 0;
	}

	/** What shows only where each part of who and where is there. */
	private void addTogether(Waiver waiver, List<String> remarks) {
		String id = Database.literal(waiver.id());
		if (this.database.number("SELECT count(*) FROM scope WHERE waiver_id = " + id) == 0) {
			remarks.add(isOpen(waiver.scope()) ? "No account is known to be in all parts of the scope at once."
					: "No account is in all parts of the scope at once.");
			return;
		}
		String rule = waiver.scope().rule();
		if (rule != null && none("SELECT rule_name FROM config_rule_compliance", "rule_name", rule)) {
			remarks.add(unknown(
					isUnread("'config-rules'") ? "No Config rule that was read is named %s"
							: "No Config rule is named %s",
					rule, offered("SELECT rule_name FROM config_rule_compliance")));
		}
		String resource = waiver.scope().resource();
		String things = THINGS.formatted(id);
		if (resource != null && none(things, "thing", resource)) {
			remarks.add(unknown(isUnread(UNREAD_THINGS.formatted(id))
					? "Nothing that the control judges and that was read is the resource %s"
					: "Nothing that the control judges is the resource %s", resource, offered(things)));
		}
		addLeftOver(id, remarks);
	}

	/** Whether an account could be in all parts of it without showing so. */
	private boolean isOpen(Waiver.Scope scope) {
		return (!scope.tags().isEmpty() && hasUnknownTags()) || (!scope.units().isEmpty() && this.units.areOpen());
	}

	/** Whether a cell of one of the sources was not looked at. */
	private boolean isUnread(String sources) {
		return this.database.number(
				"SELECT count(*) FROM coverage WHERE (gap OR status = 'EXCLUDED') AND source IN (" + sources + ")") > 0;
	}

	private Set<String> offered(String sql) {
		return texts("SELECT DISTINCT * FROM (" + sql + ") ORDER BY 1 LIMIT " + MOST_OFFERED);
	}

	private boolean none(String sql, String column, String pattern) {
		return this.database.number("SELECT count(*) FROM (%s) WHERE %s LIKE %s ESCAPE '\\'".formatted(sql, column,
				Acceptance.pattern(pattern))) == 0;
	}

	private void addLeftOver(String id, List<String> remarks) {
		long left = this.database.number("SELECT count(*) FROM rule_left WHERE waiver_id = " + id);
		if (left > 0) {
			remarks.add("Of the findings of Config rules that it is about, " + left
					+ " stay as they are: other resources break the rule too, or not all are known.");
		}
	}

	private static String unknown(String sentence, String written, Set<String> known) {
		return Remark.unknown(sentence, written, Suggestion.nearest(written, known));
	}

}
