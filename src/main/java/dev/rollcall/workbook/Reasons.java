package dev.rollcall.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.rollcall.dataset.Database;
import dev.rollcall.input.Phrases;

/**
 * The reasons of a night in the workbook's language. The datasets keep them in English;
 * their Japanese is in the night's controls, and for what collects in the templates.
 */
final class Reasons {

	private Reasons() {
	}

	/** Turns an English reason into the workbook's language. */
	static UnaryOperator<String> of(Database database, Messages messages) {
		if (!messages.isJapanese()) {
			return UnaryOperator.identity();
		}
		Map<String, String> controls = new HashMap<>();
		database.query("""
				SELECT phrase.key, phrase.value
				FROM (SELECT unnest(map_entries(reasons_ja)) AS phrase FROM control ORDER BY control_id)""",
				(row) -> controls.put(row.requiredText(1), row.requiredText(2)));
		return Phrases.of(List.of(messages.reasons(), controls))::translate;
	}

}
