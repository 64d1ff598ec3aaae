package dev.rollcall.notice;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What others are told when a night has ended. Texts are cut to what any service takes,
 * and have no character that one refuses.
 *
 * @param exitCode how it ended
 * @param published whether it was published
 * @param at when it ended
 * @param subject in a few words
 * @param text for a person; several lines
 * @param members for a program: numbers, booleans, texts and collections of them
 * @param metrics numbers of a published night, by name; empty where there is none
 */
public record Notice(int exitCode, boolean published, Instant at, String subject, String text,
		Map<String, Object> members, Map<String, Number> metrics) {

	/** SNS takes subjects of up to 100 characters of ASCII. */
	private static final int SUBJECT = 99;

	/** A quarter of a megabyte is the most that SNS and EventBridge take in all. */
	private static final int TEXT = 8000;

	private static final int MEMBER = 4000;

	/** What is no character, and what SNS, SQS or mail refuses; lines may break. */
	private static final Pattern REFUSED = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\p{Co}&&[^\\n]]");

	private static final Pattern NO_ASCII = Pattern.compile("[^ -~]");

	/** Plain ASCII, whatever names are in it. */
	private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	public Notice {
		subject = cut(NO_ASCII.matcher(subject).replaceAll("?"), SUBJECT);
		text = cut(text, TEXT);
		Map<String, Object> kept = new LinkedHashMap<>();
		members.forEach((name, value) -> kept.put(name, (value instanceof String word) ? cut(word, MEMBER) : value));
		members = Collections.unmodifiableMap(kept);
		metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
	}

	/** Names it among others: those of launches that end in one instant are one. */
	String id() {
		return this.at.toEpochMilli() + "-" + this.exitCode;
	}

	/** Its members as an object of JSON. */
	String json() {
		return write(this.members);
	}

	/** A value as JSON of ASCII alone. */
	static String write(Object value) {
		return JSON.writeValueAsString(value);
	}

	/** The end goes: the beginning says what it is about. */
	private static String cut(String untidy, int longest) {
		String text = REFUSED.matcher(untidy).replaceAll("?");
		int kept = Math.min(text.length(), longest - 3);
		boolean splits = kept > 0 && Character.isHighSurrogate(text.charAt(kept - 1));
		return (text.length() > longest) ? text.substring(0, splits ? kept - 1 : kept) + "..." : text;
	}

}
