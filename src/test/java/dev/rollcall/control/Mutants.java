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
		mutants.walk(mutants.tree, "", false);
		return mutants.mutants;
	}

	/**
	 * Goes through the tree.
	 * @param where the part and the column that a node is in, for the mutants' names
	 * @param verdict whether the node is what a verdict can be
	 */
	private void walk(JsonNode node, String where, boolean verdict) {
		if (node.isArray()) {
			node.forEach((element) -> walk(element, where, verdict));
		}
		if (!(node instanceof ObjectNode object)) {
			return;
		}
		String here = here(object, where);
		boolean isVerdict = verdict || text(object, "alias").equals("verdict");
		mutate(object, here, isVerdict);
		for (Map.Entry<String, JsonNode> part : List.copyOf(object.properties())) {
			walk(part.getValue(), here, isVerdict && !part.getKey().equals("when_expr"));
		}
	}

	private static String here(ObjectNode node, String where) {
		String name = node.has("key") ? text(node, "key") : node.has("class") ? text(node, "alias") : "";
		return name.isEmpty() ? where : where.isEmpty() ? name : where + "." + name;
	}

	private void mutate(ObjectNode node, String where, boolean isVerdict) {
		node.path("case_checks").forEach((check) -> mutateBranch((ObjectNode) check, where, isVerdict));
		for (Slot condition : conjuncts(node, "where_clause")) {
			keep(Kind.CONDITION, where, "negate WHERE " + sql(condition.get()), condition, not(condition.get()));
		}
		for (Slot condition : conjuncts(node, "filter")) {
			keep(Kind.CONDITION, where, "negate FILTER " + sql(condition.get()), condition, not(condition.get()));
		}
		if (text(node, "type").equals("JOIN")) {
			mutateJoin(node, where);
		}
		if (isVerdict) {
			mutateVerdict(node, where);
		}
		if (text(node, "type").equals("SET_OPERATION_NODE")) {
			dropArm(node, where, "left", "right");
			dropArm(node, where, "right", "left");
		}
	}

	private void mutateBranch(ObjectNode check, String where, boolean isVerdict) {
		Slot condition = Slot.of(check, "when_expr");
		String name = sql(condition.get());
		keep(Kind.CONDITION, where, "negate WHEN " + name, condition, not(condition.get()));
		if (isVerdict && isUnreadVerdict(check.path("then_expr"))) {
			keep(Kind.UNREAD, where, "drop WHEN " + name, condition, constant(false));
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

	private void mutateVerdict(ObjectNode node, String where) {
		String verdict = node.at("/value/value").asString("");
		if (OTHER_VERDICTS.containsKey(verdict)) {
			String other = OTHER_VERDICTS.get(verdict);
			keep(Kind.VERDICT, where, other + " for " + verdict, Slot.of((ObjectNode) node.path("value"), "value"),
					StringNode.valueOf(other));
		}
		if (text(node, "type").equals("OPERATOR_COALESCE")) {
			ArrayNode children = (ArrayNode) node.path("children");
			ArrayNode rest = JsonMapper.shared().createArrayNode();
			children.valueStream().filter((child) -> !isUnreadVerdict(child)).forEach(rest::add);
			if (rest.size() < children.size()) {
				keep(Kind.UNREAD, where, "drop unread_verdict of " + sql(node), Slot.of(node, "children"), rest);
			}
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
