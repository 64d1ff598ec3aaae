package dev.rollcall.control;

import java.util.List;
import java.util.regex.Pattern;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.YamlMapping;

/**
 * What a control says of the age of its evidence: which dates it holds to a limit, or why
 * none can be too old.
 */
public sealed interface Age {

	/** The key of the front matter. */
	String KEY = "age";

	/** Dates that the statement compares with when they were collected. */
	record Dates(List<Date> dates) implements Age {

		public Dates {
			dates = List.copyOf(dates);
		}

	}

	/** Nothing that the statement reads can be too old. */
	record None(String reason) implements Age {

	}

	/** A column of a dataset. */
	record Date(String dataset, String column) {

		@Override
		public String toString() {
			return this.dataset + "." + this.column;
		}

	}

	/**
	 * Reads the key, which is there.
	 * @throws BadInputException where it says neither
	 */
	static Age read(YamlMapping matter) {
		List<String> written = matter.texts(KEY);
		if (written.size() == 1 && Form.NONE.matcher(written.get(0)).matches()) {
			return new None(written.get(0).replaceFirst(Form.BECAUSE, "").strip());
		}
		if (written.isEmpty()) {
			throw Form.refuse(matter, "");
		}
		return new Dates(written.stream().map((text) -> date(matter, text)).toList());
	}

	private static Date date(YamlMapping matter, String text) {
		if (!Form.DATE.matcher(text).matches()) {
			throw Form.refuse(matter, text);
		}
		int dot = text.indexOf('.');
		return new Date(text.substring(0, dot), text.substring(dot + 1));
	}

	/** How both are written. */
	final class Form {

		private static final String BECAUSE = "(?s)^none because\\s";

		private static final Pattern NONE = Pattern.compile(BECAUSE + "\\s*\\S.*");

		private static final Pattern DATE = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

		private Form() {
		}

		private static BadInputException refuse(YamlMapping matter, String text) {
			return new BadInputException(matter.place(KEY) + ": '" + text
					+ "': dates such as trail.latest_delivery_at were expected, or 'none because ...' with the reason");
		}

	}

}
