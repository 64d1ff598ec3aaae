package dev.rollcall.workbook;

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
		chart("trend", List.of("protect", "detect", "unknown"), this::trend);
		chart("detection", List.of("on-own", "on-organization", "in-part", "off", "cannot-say", "not-available"),
				this::detection);
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
		Scores scores = new Scores(this.book.database(), framework.version());
		for (String category : framework.categories()) {
			Scored scored = scores.of("CATEGORY", category);
			Counts counts = (scored != null) ? scored.counts() : new Counts(0, 0, 0);
			this.page.row().text(category).number(counts.compliant()).number(counts.nonCompliant());
			this.page.number(counts.unknown());
		}
	}

	/** One line a date; an empty one where what is counted is not what was counted. */
	private void trend() {
		List<Night> nights = new ArrayList<>();
		this.book.database()
			.query("""
					SELECT snapshot_date, %1$s, %2$s, coalesce(max(method) FILTER (WHERE id = 'PR'), '') || ' '
					  || coalesce(max(method) FILTER (WHERE id = 'DE'), '')
					FROM night_score
					WHERE level = 'FUNCTION' AND csf_version = '%3$s'
					GROUP BY snapshot_date ORDER BY snapshot_date""".formatted(counts("PR"), counts("DE"),
					this.book.frameworks().leading().number()),
					(row) -> nights.add(
							new Night(row.requiredText(1), Counts.of(row, 2), Counts.of(row, 5), row.requiredText(8))));
		for (int i = 0; i < nights.size(); i++) {
			if (i > 0 && !nights.get(i).method().equals(nights.get(i - 1).method())) {
				this.page.row().text(this.book.words().text("chart.trend.break"));
				this.page.share(null).share(null).share(null);
			}
			night(nights.get(i));
		}
	}

	private static String counts(String function) {
		return """
				max(compliant) FILTER (WHERE id = '%1$s'), max(non_compliant) FILTER (WHERE id = '%1$s'),
				max(insufficient_data) FILTER (WHERE id = '%1$s')""".formatted(function);
	}

	private void night(Night night) {
		this.page.row().text(night.date());
		Counts both = night.protect().with(night.detect());
		this.page.share(shown(night.protect())).share(shown(night.detect())).share(both.unknownShare());
	}

	private @Nullable Double shown(Counts counts) {
		return counts.isDetermined(this.book.night().unknownLimit()) ? counts.score() : null;
	}

	private void detection() {
		this.book.database().query("""
				SELECT service, count_if(state = 'OWN'), count_if(state = 'ORGANIZATION'), count_if(state = 'PARTIAL'),
				  count_if(state = 'OFF'), count_if(state = 'UNKNOWN'), count_if(state = 'NOT_AVAILABLE')
				FROM detective_coverage GROUP BY service ORDER BY service""", (row) -> {
			this.page.row().text(this.book.words().word("service", row.text(1)));
			for (int i = 2; i <= 7; i++) {
				this.page.number(row.number(i));
			}
		});
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

	private record Night(String date, Counts protect, Counts detect, String method) {

	}

}
