package dev.rollcall.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rollcall.control.SelectTree.Expression;

/**
 * The sentences that a control's statement can put together, with a value of evidence
 * standing for each that is not its own.
 */
final class Sentences {

	/** What stands for a value of evidence; no phrase has a word like it. */
	static final String VALUE = "§";

	private final SelectTree tree;

	Sentences(SelectTree tree) {
		this.tree = tree;
	}

	/** The sentences of a column; those that are evidence alone are left out. */
	Set<String> of(String column) {
		Set<String> sentences = new LinkedHashSet<>();
		this.tree.column(column).forEach((expression) -> sentences.addAll(of(expression)));
		sentences.remove(VALUE);
		return sentences;
	}

	private Set<String> of(Expression expression) {
		Set<String> sentences = new LinkedHashSet<>();
		switch (expression.type()) {
			case "VALUE_CONSTANT" -> {
				if (!expression.node().at("/value/is_null").asBoolean()) {
					sentences.add(expression.node().at("/value/value").asString(""));
				}
			}
			case "CASE_EXPR" -> expression.branches().forEach((branch) -> sentences.addAll(of(branch)));
			case "ARRAY_EXTRACT" -> this.tree.element(expression).forEach((element) -> sentences.addAll(of(element)));
			case "OPERATOR_COALESCE" ->
				expression.parts(expression.node().path("children")).forEach((part) -> sentences.addAll(of(part)));
			case "COLUMN_REF" -> {
				this.tree.behind(expression).forEach((behind) -> sentences.addAll(of(behind)));
				if (sentences.isEmpty()) {
					sentences.add(VALUE);
				}
			}
			case "FUNCTION" -> sentences.addAll(function(expression));
			default -> sentences.add(VALUE);
		}
		return sentences;
	}

	private Set<String> function(Expression expression) {
		String name = expression.node().path("function_name").asString("");
		List<Expression> parts = expression.parts(expression.node().path("children"));
		if (name.equals("min") || name.equals("max")) {
			return of(parts.get(0));
		}
		if (!name.equals("||")) {
			return Set.of(VALUE);
		}
		Set<String> joined = new LinkedHashSet<>();
		for (String left : of(parts.get(0))) {
			of(parts.get(1)).forEach((right) -> joined.add(left + right));
		}
		return joined;
	}

}
