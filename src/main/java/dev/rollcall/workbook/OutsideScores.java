package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What stands outside scores: how many units, why, and by what names. */
final class OutsideScores {

	private static final int MOST_NAMED = 40;

	private final Book book;

	private final Words words;

	private final Page page;

	OutsideScores(Book book, Page page) {
		this.book = book;
		this.words = book.words();
		this.page = page;
	}

	void write() {
		this.page.heading(this.words.text("cover.outside"));
		this.page.note(this.words.text("cover.outside.note"));
		this.page.table("Rollcall_outside",
				Stream.of("why", "what", "outside-units").map((key) -> this.words.text("column." + key)).toList());
		int header = this.page.line();
		line("CONTROL", "SELECT control_id FROM left_out_control ORDER BY control_id");
		line("NOT_SCORED", "SELECT control_id FROM control WHERE NOT scored ORDER BY control_id");
		line("EXCLUDED", "SELECT DISTINCT source FROM coverage WHERE status = 'EXCLUDED' ORDER BY source", "source");
		line("EXPECTED_GAP", """
				SELECT DISTINCT region FROM coverage
				WHERE expected AND denied_by IN ('SCP', 'RCP') AND region <> 'global' ORDER BY region""");
		names("SELECT source FROM refused_source ORDER BY source").forEach(this::refused);
		if (this.page.line() == header) {
			this.page.row().text(this.words.text("cover.outside.nothing"));
		}
		this.page.endTable();
		closedRegions();
	}

	private void line(String why, String sql) {
		line(why, sql, "");
	}

	private void line(String why, String sql, String words) {
		List<String> names = names(sql);
		if (!names.isEmpty()) {
			List<String> shown = names.stream().map((name) -> this.words.word(words, name)).toList();
			this.page.row().wrapped(this.words.text("outside." + why)).wrapped(shortened(shown));
			this.page.number(units(why));
		}
	}

	private List<String> names(String sql) {
		List<String> names = new ArrayList<>();
		this.book.database().query(sql, (row) -> names.add(row.requiredText(1)));
		return names;
	}

	private static String shortened(List<String> names) {
		String more = (names.size() > MOST_NAMED) ? ", … (" + names.size() + ")" : "";
		return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED))) + more;
	}

	private void refused(String source) {
		String permissions = String.join(", ", this.book.night().permissions().getOrDefault(source, List.of()));
		this.page.row()
			.wrapped(this.words.text("outside.NOT_PERMITTED", permissions))
			.wrapped(this.words.word("source", source));
		this.page.number(this.book.database()
			.number("""
					SELECT count(*) FROM unit u JOIN control c ON c.control_id = u.control_id AND list_contains(c.sources, '%s')
					WHERE u.outside = 'NOT_PERMITTED' AND u.csf_version = '%s'"""
				.formatted(source, version())));
	}

	/** Units by the leading version; a control that does not judge has none. */
	private @Nullable Long units(String why) {
		return why.equals("CONTROL") ? null : this.book.database()
			.number("SELECT count(*) FROM unit WHERE outside = '%s' AND csf_version = '%s'".formatted(why, version()));
	}

	private String version() {
		return this.book.frameworks().leading().number();
	}

	/** What to write down where a policy closes a Region to everybody. */
	private void closedRegions() {
		this.book.database()
			.query("SELECT region FROM closed_region WHERE NOT expected ORDER BY region", (row) -> this.page.row()
				.text(this.words.text("cover.closed-region", row.requiredText(1)), Tone.UNKNOWN));
	}

}
