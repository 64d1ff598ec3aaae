package dev.rollcall.cli;

import java.io.PrintWriter;

/** What a command's end means. Scripts rely on the numbers. */
enum ExitCode {

	COMPLETE(0, "published and complete"),

	INTERNAL_ERROR(1, "internal error, nothing published"),

	BAD_INPUT(2, "usage or configuration, nothing called"),

	FINDINGS(3, "published and complete, with findings at or above --fail-on"),

	GAPS(4, "published, with gaps"),

	UNREADABLE(5, "nothing published: the organization could not be read, or no account but our own could be entered"),

	ALREADY_PUBLISHED(6, "already published for this date"),

	HELD(7, "another run holds this date now"),

	UNKNOWN_COMMIT(8, "the commit's outcome is unknown"),

	ALTERED(9, "the night is not what was published"),

	UNUSABLE_OUTPUT(10, "the output cannot be used, nothing called");

	private final int number;

	private final String meaning;

	ExitCode(int number, String meaning) {
		this.number = number;
		this.meaning = meaning;
	}

	int number() {
		return this.number;
	}

	/** In words. */
	String meaning() {
		return this.meaning;
	}

	/** Says the last line. */
	ExitCode tell(PrintWriter err, String detail) {
		err.println(sentence(Rollcall.oneLine(detail)));
		return this;
	}

	/** The last line on stderr. */
	String sentence(String detail) {
		return "rollcall: " + this.meaning + (detail.isEmpty() ? "" : ": " + detail) + " (exit " + this.number + ")";
	}

}
