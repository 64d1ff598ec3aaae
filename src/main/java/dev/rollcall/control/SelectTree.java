package dev.rollcall.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.dataset.Database;
import dev.rollcall.input.SqlText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement as DuckDB parsed it. Finds what a column is made from, through the parts
 * before the statement, subqueries and all arms of a union.
 */
final class SelectTree {

	private static final int DEEPEST = 30;

	/** The place of what the statement leaves out. */
	private static final int UNKNOWN = -1;

	private final JsonNode root;

	private final Map<String, JsonNode> parts = new HashMap<>();

	private SelectTree(JsonNode root) {
		this.root = root;
		for (JsonNode table : root.findValues("cte_map")) {
			table.path("map")
				.forEach((part) -> this.parts.put(part.path("key").asString(), part.at("/value/query/node")));
		}
	}

	/**
	 * Parses a statement.
	 * @throws dev.rollcall.input.BadInputException when it is no single query
	 */
	static SelectTree parse(Database database, SqlText text) {
		JsonNode answer = JsonMapper.shared().readTree(database.syntaxTree(text.sql()));
		if (answer.path("error").asBoolean()) {
			if (!answer.has("position")) {
				throw text.refuse("a query was expected");
			}
			int characters = answer.path("position").asInt(0);
			throw text.refuse(text.lineAtCharacter(characters), answer.path("error_message").asString());
		}
		JsonNode statements = answer.path("statements");
		if (statements.size() != 1) {
			throw text.refuse("one SQL statement was expected, there are " + statements.size());
		}
		return new SelectTree(statements.path(0).path("node"));
	}

	/** Whether it names a column so, of whatever table. */
	boolean names(String column) {
		return this.root.findValues("column_names")
			.stream()
			.anyMatch((names) -> names.path(names.size() - 1).asString("").equalsIgnoreCase(column));
	}

	/** The whole of it, as DuckDB has it. */
	JsonNode root() {
		return this.root;
	}

	/**
	 * The tables that it reads and does not make itself: their names in small letters,
	 * each with where it is first read, in bytes from 0.
	 */
	Map<String, Integer> tables() {
		Map<String, Integer> tables = new TreeMap<>();
		addTables(this.root, Set.of(), tables);
		return tables;
	}

	/**
	 * A part before a statement sees those before it, and hides a dataset of its name.
	 */
	private static void addTables(JsonNode node, Set<String> made, Map<String, Integer> tables) {
		Set<String> visible = made;
		for (JsonNode part : node.path("cte_map").path("map")) {
			addTables(part.path("value"), visible, tables);
			visible = new HashSet<>(visible);
			visible.add(lowerCase(part.path("key")));
		}
		if (node.path("type").asString("").equals("BASE_TABLE")
				&& !visible.contains(lowerCase(node.path("table_name")))) {
			tables.putIfAbsent(lowerCase(node.path("table_name")), Math.max(0, node.path("query_location").asInt(0)));
		}
		Set<String> inside = visible;
		node.properties().forEach((property) -> {
			if (!property.getKey().equals("cte_map")) {
				addTables(property.getValue(), inside, tables);
			}
		});
		if (node.isArray()) {
			node.forEach((element) -> addTables(element, inside, tables));
		}
	}

	private static String lowerCase(JsonNode name) {
		return name.asString("").toLowerCase(Locale.ROOT);
	}

	/** What a column of the result is made from: an expression for each arm. */
	List<Expression> column(String name) {
		return column(this.root, name, DEEPEST);
	}

	/** What a reference to a column stands for; empty where that is a dataset's. */
	List<Expression> behind(Expression reference) {
		JsonNode names = reference.node().path("column_names");
		String table = (names.size() > 1) ? names.path(0).asString() : "";
		return from(reference.select().path("from_table"), table, names.path(names.size() - 1).asString(), DEEPEST)
			.stream()
			.map((behind) -> behind.near(reference))
			.toList();
	}

	/**
	 * What an element of an array such as {@code outcome[1]} stands for, in each array
	 * that a statement writes there itself.
	 */
	List<Expression> element(Expression subscript) {
		JsonNode children = subscript.node().path("children");
		return element(subscript.part(children.path(0)), children.path(1).at("/value/value").asInt(0));
	}

	private List<Expression> element(Expression array, int index) {
		return switch (array.type()) {
			case "CASE_EXPR" -> array.branches().stream().flatMap((part) -> element(part, index).stream()).toList();
			case "COLUMN_REF" -> behind(array).stream().flatMap((part) -> element(part, index).stream()).toList();
			case "ARRAY_CONSTRUCTOR" ->
				array.parts(array.node().path("children")).stream().skip(index - 1L).limit(1).toList();
			// A null has nothing but nulls.
			case "VALUE_CONSTANT" -> List.of(array);
			default -> List.of();
		};
	}

	private List<Expression> column(JsonNode query, String name, int depth) {
		if (depth == 0) {
			return List.of();
		}
		if (query.has("left")) {
			return arms(query, name, depth);
		}
		for (JsonNode item : query.path("select_list")) {
			if (name(item).equals(name)) {
				return List.of(new Expression(item, query, UNKNOWN));
			}
		}
		return hasStar(query) ? from(query.path("from_table"), "", name, depth - 1) : List.of();
	}

	/** The arms after the first go by position. */
	private List<Expression> arms(JsonNode union, String name, int depth) {
		List<Expression> found = new ArrayList<>(column(union.path("left"), name, depth - 1));
		if (union.path("setop_type").asString("").equals("EXCEPT")) {
			return found;
		}
		JsonNode first = union.path("left");
		while (first.has("left")) {
			first = first.path("left");
		}
		int position = position(first, name);
		found.addAll((position < 0) ? column(union.path("right"), name, depth - 1)
				: column(union.path("right"), position, depth - 1));
		return found;
	}

	private static int position(JsonNode query, String name) {
		int position = 0;
		for (JsonNode item : query.path("select_list")) {
			if (name(item).equals(name)) {
				return hasStar(query) ? -1 : position;
			}
			position++;
		}
		return -1;
	}

	private List<Expression> column(JsonNode query, int position, int depth) {
		if (depth == 0) {
			return List.of();
		}
		if (query.has("left")) {
			List<Expression> found = new ArrayList<>(column(query.path("left"), position, depth - 1));
			found.addAll(column(query.path("right"), position, depth - 1));
			return found;
		}
		if (!hasStar(query)) {
			JsonNode item = query.path("select_list").path(position);
			return item.isMissingNode() ? List.of() : List.of(new Expression(item, query, UNKNOWN));
		}
		List<Expression> found = new ArrayList<>();
		for (JsonNode row : query.path("from_table").path("values")) {
			found.add(new Expression(row.path(position), query, UNKNOWN));
		}
		return found;
	}

	private List<Expression> from(JsonNode table, String alias, String column, int depth) {
		if (depth == 0) {
			return List.of();
		}
		if (table.has("left")) {
			List<Expression> found = new ArrayList<>(from(table.path("left"), alias, column, depth - 1));
			found.addAll(from(table.path("right"), alias, column, depth - 1));
			return found;
		}
		String name = table.path("table_name").asString("");
		if (!alias.isEmpty() && !alias.equals(table.path("alias").asString("")) && !alias.equals(name)) {
			return List.of();
		}
		JsonNode query = table.has("subquery") ? table.at("/subquery/node") : this.parts.get(name);
		if (query == null || holds(query, table)) {
			return List.of();
		}
		int position = 0;
		for (JsonNode renamed : table.path("column_name_alias")) {
			if (renamed.asString().equals(column)) {
				return column(query, position, depth - 1);
			}
			position++;
		}
		return column(query, column, depth - 1);
	}

	/** A part that has the name of a dataset reads the dataset, not itself. */
	private static boolean holds(JsonNode query, JsonNode table) {
		return query == table || query.valueStream().anyMatch((part) -> holds(part, table));
	}

	private static boolean hasStar(JsonNode query) {
		for (JsonNode item : query.path("select_list")) {
			if (item.path("type").asString("").equals("STAR")) {
				return true;
			}
		}
		return false;
	}

	private static String name(JsonNode item) {
		String alias = item.path("alias").asString("");
		JsonNode names = item.path("column_names");
		return alias.isEmpty() ? names.path(names.size() - 1).asString("") : alias;
	}

	/**
	 * An expression.
	 *
	 * @param select the query whose tables it refers to
	 * @param near where what it stands in or for is, in bytes from 0; negative where not
	 * known
	 */
	record Expression(JsonNode node, JsonNode select, int near) {

		String type() {
			return this.node.path("type").asString("");
		}

		/** Whether the statement has it, rather than leaves it out. */
		boolean isWritten() {
			return this.node.path("query_location").canConvertToInt();
		}

		/**
		 * Where it stands in the statement, in bytes from 0, or what it stands in or for;
		 * negative where not known.
		 */
		int offset() {
			// What is written in brackets has no place of its own.
			JsonNode place = isWritten() ? this.node : this.node.at("/children/0");
			JsonNode offset = place.path("query_location");
			return offset.canConvertToInt() ? offset.asInt() : this.near;
		}

		/** A part of it. */
		Expression part(JsonNode part) {
			return new Expression(part, this.select, offset());
		}

		/** Parts of it. */
		List<Expression> parts(JsonNode parts) {
			return parts.valueStream().map(this::part).toList();
		}

		/** What a CASE can give. */
		List<Expression> branches() {
			List<Expression> branches = new ArrayList<>();
			this.node.path("case_checks").forEach((check) -> branches.add(part(check.path("then_expr"))));
			branches.add(part(this.node.path("else_expr")));
			return branches;
		}

		private Expression near(Expression reference) {
			return (this.near >= 0) ? this : new Expression(this.node, this.select, reference.offset());
		}

	}

}
