package dev.rollcall.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.control.Mutant.Kind;
import dev.rollcall.dataset.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes mutants of a control: changes its statement's syntax tree in one place, and has
 * DuckDB write the statement again.
 */
final class Mutants {

	private static final Map<String, String> OTHER_VERDICTS = Map.of("COMPLIANT", "NON_COMPLIANT", "NON_COMPLIANT",
			"COMPLIANT", "INSUFFICIENT_DATA", "COMPLIANT", "NOT_APPLICABLE", "COMPLIANT");

	private final Database database;

	private final Control control;

	private final JsonNode tree;

	private final JsonNode nothing;

	private final List<Mutant> mutants = new ArrayList<>();

	private final Map<String, Integer> named = new HashMap<>();

	private Mutants(Database database, Control control) {
		this.database = database;
		this.control = control;
		this.tree = JsonMapper.shared().readTree(database.syntaxTree(control.sql()));
		this.nothing = JsonMapper.shared().readTree(database.syntaxTree("SELECT false"));
		nameCrossJoins(this.tree);
	}

	/**
	 * DuckDB writes CROSS JOIN as a comma, which binds less than the joins around it.
	 */
	private void nameCrossJoins(JsonNode node) {
		node.forEach(this::nameCrossJoins);
		if (node instanceof ObjectNode join && text(join, "ref_type").equals("CROSS")
				&& !text(join.path("right"), "type").equals("TABLE_FUNCTION")) {
			join.put("ref_type", "REGULAR").set("condition", constant(true));
		}
	}

	/** A control whose statement was written again, and nothing else. */
	static Control same(Control control, Database database) {
		Mutants mutants = new Mutants(database, control);
		return control.withSql(database.sqlOf(mutants.tree.toString()));
	}

	/** All mutants of a control, in the order of its statement. */
	static List<Mutant> of(Control control, Database database) {
		Mutants mutants = new Mutants(database, control);
		mutants.walk(mutants.tree, "");
		return mutants.mutants;
	}

	/**
	 * Goes through the tree.
	 * @param where the part and the column that a node is in, for the mutants' names
	 */
	private void walk(JsonNode node, String where) {
		if (node.isArray()) {
			node.forEach((element) -> walk(element, where));
		}
		if (node instanceof ObjectNode object) {
			String here = here(object, where);
			mutate(object, here);
			List.copyOf(object.properties()).forEach((part) -> walk(part.getValue(), here));
		}
	}

	/** A verdict and its sentence: the only arrays that controls write. */
	private static boolean isOutcome(JsonNode node) {
		return text(node, "type").equals("ARRAY_CONSTRUCTOR") && node.path("children").size() == 2;
	}

	private static String here(ObjectNode node, String where) {
		String name = node.has("key") ? text(node, "key") : node.has("class") ? text(node, "alias") : "";
		return name.isEmpty() ? where : where.isEmpty() ? name : where + "." + name;
	}

	private void mutate(ObjectNode node, String where) {
		node.path("case_checks").forEach((check) -> mutateBranch((ObjectNode) check, where));
		mutateSentences(node, where);
		for (Slot condition : conjuncts(node, "where_clause")) {
			keep(Kind.CONDITION, where, "negate WHERE " + sql(condition.get()), condition, not(condition.get()));
		}
		for (Slot condition : conjuncts(node, "filter")) {
			keep(Kind.CONDITION, where, "negate FILTER " + sql(condition.get()), condition, not(condition.get()));
		}
		if (text(node, "type").equals("JOIN")) {
			mutateJoin(node, where);
		}
		if (isOutcome(node)) {
			mutateVerdict(node, where);
		}
		if (text(node, "type").equals("SET_OPERATION_NODE")) {
			dropArm(node, where, "left", "right");
			dropArm(node, where, "right", "left");
		}
	}

	private void mutateBranch(ObjectNode check, String where) {
		Slot condition = Slot.of(check, "when_expr");
		String name = sql(condition.get());
		keep(Kind.CONDITION, where, "negate WHEN " + name, condition, not(condition.get()));
		if (isUnreadVerdict(check.at("/then_expr/children/0"))) {
			keep(Kind.UNREAD, where, "drop WHEN " + name, condition, constant(false));
		}
	}

	/** Each branch of a CASE says what the one before it says. */
	private void mutateSentences(ObjectNode node, String where) {
		List<JsonNode> outcomes = new ArrayList<>();
		node.path("case_checks").forEach((check) -> outcomes.add(check.path("then_expr")));
		outcomes.add(node.path("else_expr"));
		outcomes.removeIf((outcome) -> !isOutcome(outcome));
		for (int i = 1; i < outcomes.size(); i++) {
			JsonNode other = outcomes.get(i - 1).at("/children/1");
			Slot sentence = Slot.of((ArrayNode) outcomes.get(i).path("children"), 1);
			if (!other.equals(sentence.get())) {
				keep(Kind.REASON, where, sql(other) + " for " + sql(sentence.get()), sentence, other);
			}
		}
	}

	private void mutateJoin(ObjectNode join, String where) {
		if (text(join, "join_type").equals("LEFT")) {
			keep(Kind.JOIN, where, "JOIN for LEFT JOIN ON " + sql(join.path("condition")), Slot.of(join, "join_type"),
					StringNode.valueOf("INNER"));
		}
		for (Slot condition : conjuncts(join, "condition")) {
			if (condition.get().equals(constant(true))) {
				continue;
			}
			keep(Kind.JOIN, where, "drop ON " + sql(condition.get()), condition, constant(true));
		}
	}

	private void mutateVerdict(ObjectNode outcome, String where) {
		JsonNode written = outcome.at("/children/0/value");
		String verdict = text(written, "value");
		if (OTHER_VERDICTS.containsKey(verdict)) {
			String other = OTHER_VERDICTS.get(verdict);
			keep(Kind.VERDICT, where, other + " for " + verdict, Slot.of((ObjectNode) written, "value"),
					StringNode.valueOf(other));
		}
	}

	private void dropArm(ObjectNode union, String where, String dropped, String left) {
		ObjectNode copy = union.deepCopy();
		ObjectNode rest = (ObjectNode) union.path(left).deepCopy();
		rest.set("cte_map", union.path("cte_map"));
		union.removeAll();
		union.setAll(rest);
		keep(Kind.ARM, where, "drop the " + dropped + " arm of UNION");
		union.removeAll();
		union.setAll(copy);
	}

	private static List<Slot> conjuncts(ObjectNode parent, String field) {
		JsonNode condition = parent.path(field);
		if (!condition.isObject()) {
			return List.of();
		}
		List<Slot> slots = new ArrayList<>();
		if (text(condition, "type").equals("CONJUNCTION_AND")) {
			ArrayNode children = (ArrayNode) condition.path("children");
			for (int i = 0; i < children.size(); i++) {
				slots.add(Slot.of(children, i));
			}
			return slots;
		}
		return List.of(Slot.of(parent, field));
	}

	private void keep(Kind kind, String where, String what, Slot slot, JsonNode changed) {
		JsonNode original = slot.get();
		slot.set(changed);
		keep(kind, where, what);
		slot.set(original);
	}

	private void keep(Kind kind, String where, String what) {
		String name = where.isEmpty() ? what : where + ": " + what;
		int times = this.named.merge(name, 1, Integer::sum);
		this.mutants.add(new Mutant(kind, (times > 1) ? name + " (" + times + ")" : name,
				this.control.withSql(this.database.sqlOf(this.tree.toString()))));
	}

	private String sql(JsonNode expression) {
		ObjectNode select = this.nothing.deepCopy().asObject();
		((ArrayNode) select.at("/statements/0/node/select_list")).set(0, expression);
		return this.database.sqlOf(select.toString()).replaceFirst("^SELECT ", "");
	}

	private JsonNode constant(boolean value) {
		ObjectNode constant = this.nothing.at("/statements/0/node/select_list/0").deepCopy().asObject();
		return value ? not(constant) : constant;
	}

	private static ObjectNode not(JsonNode condition) {
		ObjectNode not = JsonMapper.shared().createObjectNode();
		not.put("class", "OPERATOR").put("type", "OPERATOR_NOT").put("alias", "").put("query_location", 0);
		not.putArray("children").add(condition);
		return not;
	}

	private static boolean isUnreadVerdict(JsonNode expression) {
		JsonNode names = expression.path("column_names");
		return text(names.path(names.size() - 1)).equals("unread_verdict");
	}

	private static String text(JsonNode node, String field) {
		return text(node.path(field));
	}

	private static String text(JsonNode node) {
		return node.asString("");
	}

	/** A place in the tree. */
	private interface Slot {

		JsonNode get();

		void set(JsonNode node);

		static Slot of(ObjectNode parent, String field) {
			return new Slot() {
				@Override
				public JsonNode get() {
					return parent.path(field);
				}

				@Override
				public void set(JsonNode node) {
					parent.set(field, node);
				}
			};
		}

		static Slot of(ArrayNode parent, int index) {
			return new Slot() {
				@Override
				public JsonNode get() {
					return parent.path(index);
				}

				@Override
				public void set(JsonNode node) {
					parent.set(index, node);
				}
			};
		}

	}

}
