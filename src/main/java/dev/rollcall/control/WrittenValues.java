package dev.rollcall.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.control.SelectTree.Expression;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The texts and nulls that a control's statement writes into its columns itself, rather
 * than takes from evidence.
 */
final class WrittenValues {

	private static final Set<String> VERDICTS = Arrays.stream(Verdict.values())
		.map(Verdict::name)
		.collect(Collectors.toUnmodifiableSet());

	private final SqlText text;

	private final SelectTree tree;

	WrittenValues(SqlText text, SelectTree tree) {
		this.text = text;
		this.tree = tree;
	}

	/**
	 * Holds verdicts and reasons to what a control may say.
	 * @throws dev.rollcall.input.BadInputException with a line for each that it may not
	 */
	void check() {
		Mistakes.all(() -> Mistakes.forEach(of("verdict"), this::checkVerdict),
				() -> Mistakes.forEach(of("reason"), this::checkReason));
	}

	private void checkVerdict(Value verdict) {
		if (verdict.text() == null || !VERDICTS.contains(verdict.text())) {
			throw refuse(verdict, "verdict", "COMPLIANT, NON_COMPLIANT, NOT_APPLICABLE or INSUFFICIENT_DATA");
		}
	}

	private void checkReason(Value reason) {
		if (reason.text() == null || reason.text().isBlank()) {
			throw refuse(reason, "reason", "a sentence");
		}
	}

	private RuntimeException refuse(Value value, String column, String expected) {
		String what = (value.text() != null) ? "'" + value.text() + "'"
				: value.written() ? "null" : "a CASE without ELSE, which is null where nothing matches";
		return this.text.refuse(this.text.lineAt(value.offset()),
				column + ": " + what + ": " + expected + " was expected");
	}

	private List<Value> of(String column) {
		List<Value> values = new ArrayList<>();
		this.tree.column(column).forEach((expression) -> add(expression, values));
		return values;
	}

	private void add(Expression expression, List<Value> values) {
		switch (expression.type()) {
			case "VALUE_CONSTANT" -> values.add(value(expression));
			case "CASE_EXPR" -> expression.branches().forEach((branch) -> add(branch, values));
			case "OPERATOR_CAST" -> add(expression.part(expression.node().path("child")), values);
			case "OPERATOR_COALESCE" -> coalesced(expression, values);
			case "ARRAY_EXTRACT" -> this.tree.element(expression).forEach((element) -> add(element, values));
			case "COLUMN_REF" -> this.tree.behind(expression).forEach((behind) -> add(behind, values));
			default -> {
				// What is computed is known when it is run.
			}
		}
	}

	/** A null counts in the last place only: that is what is left where all are null. */
	private void coalesced(Expression expression, List<Value> values) {
		List<Expression> parts = expression.parts(expression.node().path("children"));
		for (int i = 0; i < parts.size(); i++) {
			List<Value> given = new ArrayList<>();
			add(parts.get(i), given);
			boolean last = i == parts.size() - 1;
			given.stream().filter((value) -> last || value.text() != null).forEach(values::add);
		}
	}

	private static Value value(Expression constant) {
		boolean isNull = constant.node().at("/value/is_null").asBoolean();
		return new Value(isNull ? null : constant.node().at("/value/value").asString(""), constant.offset(),
				constant.isWritten());
	}

	/**
	 * A value.
	 *
	 * @param text null where it is null
	 * @param offset where it stands in the statement
	 * @param written whether it stands there, rather than being left out
	 */
	private record Value(@Nullable String text, int offset, boolean written) {

	}

}
