package dev.rollcall.workbook;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;

/**
 * The file of the workbook's words in one language. A word that the working directory's
 * file does not have, perhaps because it is older, is the packaged one.
 */
final class MessagesFile {

	private static final Pattern PLACE = Pattern.compile("\\{[0-9]");

	private final String name;

	private final Properties packaged;

	private final String text;

	MessagesFile(JobConfig templates, String language) {
		this.name = "messages_" + language + ".properties";
		this.packaged = parse(templates.packagedText(this.name));
		this.text = templates.text(this.name);
	}

	/**
	 * The words.
	 * @throws BadInputException with a line for each that cannot be filled in
	 */
	Properties read() {
		Properties own;
		try {
			own = parse(this.text);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException(
					place("\\\\u(?![0-9A-Fa-f]{4})") + ": \\uXXXX with four digits was expected, or the letter itself");
		}
		Mistakes.forEach(new TreeSet<>(own.stringPropertyNames()), (key) -> check(key, own.getProperty(key)));
		Properties words = new Properties();
		words.putAll(this.packaged);
		words.putAll(own);
		return words;
	}

	private static Properties parse(String text) {
		Properties words = new Properties();
		try {
			words.load(new StringReader(text));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read a text", ex);
		}
		return words;
	}

	/** A word that is filled in has the places that the packaged one has. */
	private void check(String key, String word) {
		String shipped = this.packaged.getProperty(key, "");
		Set<String> places = places(shipped);
		if (places.isEmpty()) {
			return;
		}
		try {
			new MessageFormat(word);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException(placeOf(key) + ": '" + word + "': a text with the places " + places
					+ " was expected (" + ex.getMessage() + ")");
		}
		Set<String> more = places(word);
		more.removeAll(places);
		if (!more.isEmpty()) {
			throw new BadInputException(placeOf(key) + ": '" + word + "': of places only " + places + " was expected");
		}
	}

	private static Set<String> places(String word) {
		return PLACE.matcher(word)
			.results()
			.map(MatchResult::group)
			.map((place) -> place + "}")
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private String placeOf(String key) {
		return place("(?m)^[ \\t]*" + Pattern.quote(key) + "[ \\t]*[=: \\t]") + ": " + key;
	}

	/** The line in which something is first found. */
	private String place(String pattern) {
		int offset = Pattern.compile(pattern)
			.matcher(this.text)
			.results()
			.findFirst()
			.map(MatchResult::start)
			.orElse(0);
		long line = 1 + this.text.substring(0, offset).chars().filter((character) -> character == '\n').count();
		return "reports-templates/" + this.name + ":" + line;
	}

}
