package dev.rollcall.workbook;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.rollcall.dataset.Row;
import org.jspecify.annotations.Nullable;

/** Writes the cells of a listing's rows, each by its column's kind. */
final class ListingCells {

	private static final String ACCOUNTS = FixedTab.ACCOUNTS.key();

	private final Book book;

	private final Sheets sheets;

	private final Page page;

	private final Listing listing;

	/** Where the statement gives each column, from 1. */
	private final Map<String, Integer> positions = new HashMap<>();

	/**
	 * Prepares for rows.
	 * @param given the names of the statement's columns, in order
	 */
	ListingCells(Book book, Sheets sheets, Page page, Listing listing, List<String> given) {
		this.book = book;
		this.sheets = sheets;
		this.page = page;
		this.listing = listing;
		given.forEach((name) -> this.positions.put(name, this.positions.size() + 1));
	}

	void write(Row row) {
		this.page.row();
		this.listing.columns().forEach((column) -> write(column, row, position(column.name())));
	}

	private int position(String name) {
		Integer position = this.positions.get(name);
		if (position == null) {
			throw new IllegalStateException(this.listing.statement().file() + " gives no column " + name);
		}
		return position;
	}

	private void write(Column column, Row row, int position) {
		switch (column.kind()) {
			case TEXT -> text(column, row.text(position));
			case WORD -> word(column, row, row.text(position));
			case VERDICT -> toned("verdict", row.text(position), Tone::ofVerdict);
			case STATUS -> toned("status", row.text(position), Tone::ofStatus);
			case ACCOUNT -> account(row.text(position));
			case EVIDENCE -> evidence(row, row.requiredText(position));
			case REASON -> lines(column, words().reason(row.text(position)));
			case NUMBER -> this.page.number(row.count(position));
			case SHARE -> this.page.share(share(row.text(position)));
			case SCORE -> this.book.score(this.page, counts(row));
			case FLAG -> this.page.text(words().flag(row.flag(position)));
			case LIST -> list(column, row.texts(position));
			case TIME -> this.page.time(row.time(position));
			case DATE -> this.page.date(row.date(position));
		}
	}

	private void text(Column column, @Nullable String text) {
		if (column.anchor()) {
			this.page.anchor(text);
		}
		if (column.link() != null) {
			this.book.link(this.page, text, column.link(), text);
		}
		else {
			lines(column, text);
		}
	}

	/** In one line, or in several where the column says so. */
	private void lines(Column column, @Nullable String text) {
		if (column.wrapped()) {
			this.page.wrapped(text);
		}
		else {
			this.page.text(text);
		}
	}

	private void word(Column column, Row row, @Nullable String value) {
		Optional<Term> term = term(column, value);
		String shown = term.map((known) -> known.text().in(words().messages().language()))
			.orElseGet(() -> words().word(String.valueOf(column.words()), value));
		if (!column.by().isEmpty()) {
			shown = new MessageFormat(shown)
				.format(column.by().stream().map((name) -> row.text(position(name))).toArray());
		}
		if (column.wrapped()) {
			this.page.wrapped(shown);
		}
		else {
			this.page.text(shown, term.map(Term::tone).orElse(Tone.PLAIN));
		}
	}

	private Optional<Term> term(Column column, @Nullable String value) {
		Map<String, Term> list = this.listing.words().get(String.valueOf(column.words()));
		return Optional.ofNullable((list != null && value != null) ? list.get(value) : null);
	}

	private void toned(String words, @Nullable String value, Function<String, Tone> tone) {
		this.page.text(words().word(words, value), (value != null) ? tone.apply(value) : Tone.PLAIN);
	}

	private void account(@Nullable String id) {
		this.page.anchor(id);
		this.book.link(this.page, id, ACCOUNTS, id);
	}

	/** What nobody could look at is on Coverage. */
	private void evidence(Row row, String control) {
		boolean unseen = "INSUFFICIENT_DATA".equals(row.text(position("verdict")));
		String sheet = unseen ? Sheets.COVERAGE : this.sheets.evidence(row.texts(position("sources")));
		this.page.anchor(control);
		this.book.link(this.page, control, sheet, row.text(position("account")));
	}

	private Counts counts(Row row) {
		long[] counts = Kind.SCORE_NEEDS.stream().mapToLong((name) -> row.number(position(name))).toArray();
		return new Counts(counts[0], counts[1], counts[2]);
	}

	private static @Nullable Double share(@Nullable String number) {
		return (number != null) ? Double.valueOf(number) : null;
	}

	private void list(Column column, List<String> values) {
		String words = column.words();
		this.page.wrapped(String.join(", ",
				(words != null) ? values.stream().map((value) -> named(column, words, value)).toList() : values));
	}

	private String named(Column column, String words, String value) {
		return term(column, value).map((term) -> term.text().in(words().messages().language()))
			.orElseGet(() -> words().word(words, value));
	}

	private Words words() {
		return this.book.words();
	}

}
