package dev.rollcall.workbook;

import java.util.List;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * A column of a listing.
 *
 * @param place where the file says so, as {@code file:line: key}
 * @param name the column of the statement that fills it
 * @param width in characters
 * @param head null where the messages have it, as {@code column.} and the name
 * @param words the list of words that its values are looked up in; null without one
 * @param by columns of the statement that it needs beside its own
 * @param wrapped whether a text may take several lines
 * @param anchor whether a link finds the row under its value
 * @param link the sheet that it leads to, to the row of its value; null without one
 * @param signs whether signs stand beside its shares
 */
record Column(String place, String name, Kind kind, int width, @Nullable Text head, @Nullable String words,
		List<String> by, boolean wrapped, boolean anchor, @Nullable String link, boolean signs) {

	Column {
		by = List.copyOf(by);
	}

	/** What to say of it. */
	BadInputException refuse(String reason) {
		return new BadInputException(this.place + ": '" + this.name + "': " + reason);
	}

	String head(Messages messages) {
		return (this.head != null) ? this.head.in(messages.language()) : messages.text(headKey());
	}

	/** Where the messages have its head. */
	String headKey() {
		return "column." + this.name.replace('_', '-');
	}

}
