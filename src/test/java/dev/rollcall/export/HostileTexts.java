package dev.rollcall.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.rollcall.dataset.Database;

/** Names that people chose, some with bad intent. None has what a format must change. */
final class HostileTexts {

	private static final List<String> PARTS = List.of("=1+1", "=cmd|' /C calc'!A0", "+SUM(A1)", "-2", "@now",
			"=HYPERLINK(\"http://evil\",\"x\")", "\uFF1D1+1", "\t", "\n", "\r\n", "\r", "\"", "'", ",", ";", "\\",
			"<script>alert(1)</script>", "![x](http://evil/y.png)", "[x](javascript:x)", "{{ insert: param, x }}",
			"&amp;", "`x`", "*x*", "_x_", "# x", "\u202e", "\u2066", "\u0085", "\u00a0", "\u2028", "\ufeff", "😀", "𠮷",
			"会員", "{0}", "%n", "../..", "null", "\u0000", "\u001b[2J", "\u007f", " ");

	private HostileTexts() {
	}

	/** Each part, mixtures of them, and one of 5,000 characters; all differ. */
	static List<String> all() {
		Random random = new Random(20_261_120);
		List<String> texts = new ArrayList<>();
		PARTS.forEach((part) -> texts.add(part + "#" + texts.size()));
		while (texts.size() < 500) {
			StringBuilder text = new StringBuilder();
			for (int i = random.nextInt(6) + 1; i > 0; i--) {
				text.append(PARTS.get(random.nextInt(PARTS.size())));
			}
			texts.add(text + "#" + texts.size());
		}
		texts.add("=" + "長".repeat(4_990) + "#" + texts.size());
		return texts;
	}

	/** As the reasons, resources and accounts' names of findings of a control. */
	static SmallNight night(SmallNight night) {
		List<String> rows = new ArrayList<>();
		List<String> texts = all();
		for (int i = 0; i < texts.size(); i++) {
			rows.add("(%s, '%012d')".formatted(literal(texts.get(i)), i + 1));
		}
		String hostile = "FROM (VALUES " + String.join(", ", rows) + ") AS t(text, id)";
		return night.accounts("SELECT id AS account_id, text AS name, text AS ou_path, text AS environment " + hostile)
			.findings("""
					SELECT 'root.mfa' AS control_id, id AS account_id, 'global' AS region, text AS resource_id,
					  'NON_COMPLIANT' AS verdict, 'HIGH' AS severity, text AS reason, 'PR.AA-03' AS csf20_primary,
					  'PR.AC-7' AS csf11_primary, DATE '2026-11-01' AS first_seen_on, id AS finding_id,
					  false AS expected_gap, text AS waiver_id
					""" + hostile);
	}

	/** DuckDB takes no NUL in a statement. */
	private static String literal(String text) {
		return Database.literal(text).replace("\u0000", "' || chr(0) || '");
	}

}
