package dev.rollcall.workbook;

import java.util.Locale;

/**
 * A style that the template shows by a sample cell, which a named range points to:
 * {@code style_title} and so on.
 */
enum Look {

	TITLE, HEADING, LABEL, NOTE, HEADER, HEADER_VERTICAL, TEXT, GOOD, BAD, UNKNOWN, NOTHING, NUMBER, SHARE, TREND, DATE,
	TIME, LINK;

	/** The range's name begins with this. */
	static final String PREFIX = "style_";

	String rangeName() {
		return PREFIX + name().toLowerCase(Locale.ROOT);
	}

}
