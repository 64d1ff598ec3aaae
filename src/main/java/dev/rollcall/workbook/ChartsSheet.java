package dev.rollcall.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.rollcall.csf.Framework;
import org.jspecify.annotations.Nullable;

/**
 * The figures below the template's charts, which the charts show. Whoever cannot see a
 * chart reads its table.
 */
final class ChartsSheet {

	private final Book book;

	private final Page page;

	ChartsSheet(Book book) {
		this.book = book;
		this.page = book.page(FixedTab.CHARTS);
	}

	void write() {
		if (this.book.night().simulation() != null) {
			this.page.row().text(this.book.words().text("simulated"), Tone.BAD);
		}
		this.page.row().link(this.book.words().text("back"), this.book.page(FixedTab.SUMMARY));
		chart("status", List.of("compliant", "non-compliant", "insufficient"), this::status);
		chart("trend", List.of("protect", "detect"), this::trend);
		chart("coverage", List.of("read", "gaps", "excluded", "nothing"), this::coverage);
	}

	private void chart(String name, List<String> series, Runnable rows) {
		Words words = this.book.words();
		this.page.heading(words.text("chart." + name));
		List<String> headers = Stream
			.concat(Stream.of("charted." + name), series.stream().map((key) -> "series." + key))
			.map(words::text)
			.toList();
		this.page.table("Rollcall_chart_" + name, headers);
		int header = this.page.line();
		rows.run();
		if (this.page.line() > header) {
			this.page.endTable();
			new NightChart(this.page.frame(), "chart_" + name).show(words.text("chart." + name),
					words.text("chart." + name + ".alt"), headers.subList(1, headers.size()), header, this.page.line());
		}
	}

	private void status() {
		Framework framework = this.book.frameworks().framework();
		Scores scores = Scores.tonight(this.book.database(), framework.version());
		for (String category : framework.categories()) {
			Counts counts = scores.of("CATEGORY", category);
			this.page.row().text(category);
			this.page.number((counts != null) ? counts.compliant() : 0);
			this.page.number((counts != null) ? counts.nonCompliant() : 0);
			this.page.number((counts != null) ? counts.unknown() : 0);
		}
	}

	/** One line a date. */
	private void trend() {
		List<Night> nights = new ArrayList<>();
		this.book.database()
			.query("""
					SELECT snapshot_date,
					  max(compliant) FILTER (WHERE id = 'PR'), max(non_compliant) FILTER (WHERE id = 'PR'),
					  max(compliant) FILTER (WHERE id = 'DE'), max(non_compliant) FILTER (WHERE id = 'DE')
					FROM night_score
					WHERE level = 'FUNCTION' AND csf_version = '%s'
					GROUP BY snapshot_date ORDER BY snapshot_date"""
				.formatted(this.book.frameworks().leading().number()),
					(row) -> nights
						.add(new Night(row.date(1), Counts.ratio(row.number(2), row.number(2) + row.number(3)),
								Counts.ratio(row.number(4), row.number(4) + row.number(5)))));
		nights.forEach((night) -> this.page.row()
			.text(String.valueOf(night.date()))
			.share(night.protect())
			.share(night.detect()));
	}

	private void coverage() {
		this.book.database()
			.query("""
					SELECT source, count(*) FILTER (WHERE status IN ('READ', 'NOT_ENABLED')),
					  count(*) FILTER (WHERE gap),
					  count(*) FILTER (WHERE status = 'EXCLUDED'),
					  count(*) FILTER (WHERE status IN ('NOT_AVAILABLE', 'REGION_DISABLED', 'ACCOUNT_NOT_ACTIVE'))
					FROM coverage GROUP BY source ORDER BY source""",
					(row) -> this.page.row()
						.text(this.book.words().word("source", row.text(1)))
						.number(row.number(2))
						.number(row.number(3))
						.number(row.number(4))
						.number(row.number(5)));
	}

	private record Night(@Nullable LocalDate date, @Nullable Double protect, @Nullable Double detect) {

	}

}
