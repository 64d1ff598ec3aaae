package dev.rollcall.workbook;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Phrases;
import dev.rollcall.input.YamlMapping;

/** The workbook's words in one language. A word that is missing is an error. */
public final class Messages {

	private static final List<String> REASONS = List.of("reasons_ja.yaml", "csf-reasons_ja.yaml");

	private final Locale locale;

	private final Properties words;

	private final Map<String, String> reasons;

	/**
	 * Reads a language.
	 * @param templates the directory {@code reports-templates}
	 * @param language {@code en} or {@code ja}
	 * @throws dev.rollcall.input.BadInputException with a line for each mistake in its
	 * files
	 */
	public Messages(JobConfig templates, String language) {
		this.locale = Locale.forLanguageTag(language);
		Mistakes mistakes = new Mistakes();
		this.words = mistakes.of(() -> new MessagesFile(templates, language).read()).orElseGet(Properties::new);
		this.reasons = isJapanese() ? mistakes.of(() -> reasons(templates)).orElse(Map.of()) : Map.of();
		mistakes.refuse();
	}

	private static Map<String, String> reasons(JobConfig templates) {
		Map<String, String> reasons = new HashMap<>();
		Mistakes.forEach(REASONS, (name) -> reasons
			.putAll(Phrases.read(YamlMapping.read("reports-templates/" + name, 1, templates.text(name)))));
		return reasons;
	}

	/** The reasons that no control writes, from English to this language. */
	Map<String, String> reasons() {
		return this.reasons;
	}

	/** A text, with its places {0}, {1} filled in. */
	public String text(String key, Object... values) {
		String pattern = this.words.getProperty(key);
		if (pattern == null) {
			throw new IllegalStateException("messages_" + this.locale.getLanguage() + ".properties has no " + key);
		}
		return (values.length > 0) ? new MessageFormat(pattern, this.locale).format(values) : pattern;
	}

	/** A text without places; empty where there is none. */
	Optional<String> find(String key) {
		return Optional.ofNullable(this.words.getProperty(key));
	}

	/** Whether there are words of a list, such as {@code severity}. */
	boolean hasWords(String list) {
		return this.words.stringPropertyNames().stream().anyMatch((key) -> key.startsWith(list + "."));
	}

	/** The column of a table that is in this language, such as {@code title_ja}. */
	String column(String name) {
		return name + "_" + this.locale.getLanguage();
	}

	String language() {
		return this.locale.getLanguage();
	}

	boolean isJapanese() {
		return this.locale.getLanguage().equals("ja");
	}

}
