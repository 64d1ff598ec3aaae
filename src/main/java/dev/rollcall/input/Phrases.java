package dev.rollcall.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences in English and what they are in Japanese. A sentence may have places
 * {@code {0}}, {@code {1}} for values; a value that is itself such a sentence is
 * translated too.
 */
public final class Phrases {

	private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

	/** As deep as sentences stand in sentences, and no deeper. */
	private static final int DEEPEST = 4;

	private final Map<String, String> sentences = new HashMap<>();

	private final List<Template> templates;

	private Phrases(Map<String, String> phrases) {
		List<Template> templates = new ArrayList<>();
		phrases.forEach((english, japanese) -> {
			if (PLACE.matcher(english).find()) {
				templates.add(Template.of(english, japanese));
			}
			else {
				this.sentences.put(english, japanese);
			}
		});
		templates.sort(Comparator.comparingInt(Template::fixed).reversed().thenComparing(Template::english));
		this.templates = templates;
	}

	/**
	 * Makes one of several sets.
	 * @param sets English to Japanese; a later set goes before an earlier one
	 */
	public static Phrases of(Iterable<Map<String, String>> sets) {
		Map<String, String> all = new HashMap<>();
		sets.forEach(all::putAll);
		return new Phrases(all);
	}

	/**
	 * Reads a set of phrases.
	 * @param phrases English to Japanese
	 * @throws BadInputException when one lacks its Japanese, their places are not the
	 * same, or the English has one twice
	 */
	public static Map<String, String> read(YamlMapping phrases) {
		Map<String, String> read = new LinkedHashMap<>();
		Mistakes.forEach(phrases.keys(), (english) -> {
			String japanese = phrases.requiredText(english);
			check(phrases.place(english), english, japanese);
			read.put(english, japanese);
		});
		return read;
	}

	private static void check(String place, String english, String japanese) {
		Set<String> there = places(place, english);
		Set<String> here = new LinkedHashSet<>(PLACE.matcher(japanese).results().map(MatchResult::group).toList());
		missing(here, there).ifPresent((name) -> {
			throw new BadInputException(place + ": the Japanese has the place " + name + ", which the English lacks");
		});
		missing(there, here).ifPresent((name) -> {
			throw new BadInputException(place + ": the English has the place " + name + ", which the Japanese lacks");
		});
	}

	private static Set<String> places(String place, String english) {
		Set<String> places = new LinkedHashSet<>();
		PLACE.matcher(english).results().map(MatchResult::group).forEach((name) -> {
			if (!places.add(name)) {
				throw new BadInputException(place + ": the English has the place " + name + " twice");
			}
		});
		return places;
	}

	private static Optional<String> missing(Set<String> places, Set<String> from) {
		return places.stream().filter((name) -> !from.contains(name)).findFirst();
	}

	/** The Japanese of a reason; the reason itself where no phrase knows it. */
	public String translate(String english) {
		return find(english, 0).orElse(english);
	}

	/** Whether a phrase knows a reason. */
	public boolean know(String english) {
		return find(english, 0).isPresent();
	}

	private Optional<String> find(String english, int depth) {
		String sentence = this.sentences.get(english);
		if (sentence != null || depth > DEEPEST) {
			return Optional.ofNullable(sentence);
		}
		for (Template template : this.templates) {
			Optional<String> filled = template.fill(english, (value) -> find(value, depth + 1).orElse(value));
			if (filled.isPresent()) {
				return filled;
			}
		}
		return Optional.empty();
	}

	/**
	 * A sentence with places.
	 *
	 * @param start what the English begins with, before its first place
	 * @param longest the longest of what stands around its places
	 * @param end what it ends with, after its last place
	 * @param fixed how many of its characters are no place: the more, the nearer it fits
	 */
	private record Template(String english, String start, String longest, String end, Pattern pattern,
			List<String> places, String japanese, int fixed) {

		static Template of(String english, String japanese) {
			List<String> places = PLACE.matcher(english).results().map(MatchResult::group).toList();
			String[] texts = PLACE.split(english, -1);
			StringBuilder pattern = new StringBuilder(Pattern.quote(texts[0]));
			for (int i = 1; i < texts.length; i++) {
				pattern.append("(.+?)").append(Pattern.quote(texts[i]));
			}
			return new Template(english, texts[0], longest(texts), texts[texts.length - 1],
					Pattern.compile(pattern.toString(), Pattern.DOTALL), places, japanese,
					english.length() - 3 * places.size());
		}

		private static String longest(String[] texts) {
			return Arrays.stream(texts).max(Comparator.comparingInt(String::length)).orElse("");
		}

		Optional<String> fill(String text, UnaryOperator<String> translation) {
			// Most templates are ruled out by this, at a tenth of what a pattern costs.
			if (!text.startsWith(this.start) || !text.endsWith(this.end) || !text.contains(this.longest)) {
				return Optional.empty();
			}
			Matcher matcher = this.pattern.matcher(text);
			if (!matcher.matches()) {
				return Optional.empty();
			}
			Map<String, String> values = new HashMap<>();
			for (int i = 0; i < this.places.size(); i++) {
				values.put(this.places.get(i), translation.apply(matcher.group(i + 1)));
			}
			return Optional.of(PLACE.matcher(this.japanese)
				.replaceAll((place) -> Matcher.quoteReplacement(values.getOrDefault(place.group(), ""))));
		}

	}

}
