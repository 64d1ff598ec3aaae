package dev.rollcall.workbook;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the values of a column are, and so how a cell shows them. */
enum Kind {

	/** Text as it is. */
	TEXT(20, "VARCHAR"),

	/** A value that has a word in each language. */
	WORD(20, "VARCHAR"),

	/** A verdict in its colour. */
	VERDICT(18, "VARCHAR"),

	/** A coverage status in its colour. */
	STATUS(20, "VARCHAR"),

	/**
	 * An account's id, which leads to its row on Accounts, and under which a link finds
	 * this row.
	 */
	ACCOUNT(15, "VARCHAR"),

	/**
	 * A control's id, which leads to the evidence of the row's account: the columns in
	 * {@link #EVIDENCE_NEEDS} say where that is.
	 */
	EVIDENCE(34, "VARCHAR"),

	/** A control's reason, in the workbook's language. */
	REASON(80, "VARCHAR"),

	/** A whole number; empty where nobody knows it. */
	NUMBER(12, "U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?"),

	/** A share between 0 and 1. */
	SHARE(11, "DOUBLE|FLOAT|DECIMAL.*"),

	/**
	 * A score between 0 and 1, which shows only where the columns in {@link #SCORE_NEEDS}
	 * leave little unknown.
	 */
	SCORE(22, "DOUBLE|FLOAT|DECIMAL.*"),

	/** Yes or no; empty where nobody knows. */
	FLAG(12, "BOOLEAN"),

	/** Texts beside each other. */
	LIST(30, "VARCHAR\\[\\]"),

	/** A point in time. */
	TIME(20, "TIMESTAMP WITH TIME ZONE"),

	/** A day. */
	DATE(12, "DATE");

	/** The control's sources, the row's verdict, and its account. */
	static final List<String> EVIDENCE_NEEDS = List.of("sources", "verdict", "account");

	/** How many units are compliant, non-compliant and unknown. */
	static final List<String> SCORE_NEEDS = List.of("compliant", "non_compliant", "insufficient");

	private final int width;

	private final Pattern types;

	Kind(int width, String types) {
		this.width = width;
		this.types = Pattern.compile(types);
	}

	/** As sheets write it. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The columns that the kind reads beside its own. */
	List<String> needs() {
		return switch (this) {
			case EVIDENCE -> EVIDENCE_NEEDS;
			case SCORE -> SCORE_NEEDS;
			default -> List.of();
		};
	}

	/** How wide a column is that does not say it, in characters. */
	int width() {
		return this.width;
	}

	/** Whether DuckDB's type holds such values. */
	boolean takes(String type) {
		return this.types.matcher(type).matches();
	}

	/** What was expected of the type, for messages. */
	String expected() {
		return switch (this) {
			case NUMBER -> "a whole number";
			case SHARE, SCORE -> "DOUBLE";
			default -> this.types.pattern().replace("\\", "");
		};
	}

}
