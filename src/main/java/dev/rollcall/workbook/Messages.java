package dev.rollcall.workbook;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Phrases;
import dev.rollcall.input.YamlMapping;

/** The workbook's words in one language. A word that is missing is an error. */
public final class Messages {

	private static final List<String> REASONS = List.of("reasons_ja.yaml", "csf-reasons_ja.yaml");

	private final Locale locale;

	private final Properties words = new Properties();

	private final Map<String, String> reasons;

	/**
	 * Reads a language. A word that the working directory's file does not have, perhaps
	 * because it is older, is the packaged one.
	 * @param templates the directory {@code reports-templates}
	 * @param language {@code en} or {@code ja}
	 */
	public Messages(JobConfig templates, String language) {
		this.locale = Locale.forLanguageTag(language);
		try {
			String file = "messages_" + language + ".properties";
			this.words.load(new StringReader(templates.packagedText(file)));
			this.words.load(new StringReader(templates.text(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the messages of " + language, ex);
		}
		this.reasons = isJapanese() ? reasons(templates) : Map.of();
	}

	private static Map<String, String> reasons(JobConfig templates) {
		Map<String, String> reasons = new HashMap<>();
		for (String name : REASONS) {
			reasons.putAll(Phrases.read(YamlMapping.read("reports-templates/" + name, 1, templates.text(name))));
		}
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
