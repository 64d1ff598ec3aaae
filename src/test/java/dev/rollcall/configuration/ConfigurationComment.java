package dev.rollcall.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the configuration that ships says of a key.
 *
 * @param meaning the comment above it, or above the mapping in which it stands
 * @param value its value: a list of mappings as its first lines
 * @param isDefault whether it is set there; else it is an example
 */
record ConfigurationComment(String meaning, String value, boolean isDefault) {

	/** A key, set or commented out; a sentence has no colon behind its first word. */
	private static final Pattern KEY = Pattern.compile("  (# )?( *)([a-z][a-z0-9-]*):(?: (.*))?");

	private static final Pattern COMMENT = Pattern.compile("  (?:  )?# +(?:# )?(.*)");

	/** Reads the keys that have values of their own, in order, levels joined by dots. */
	static Map<String, ConfigurationComment> read(Path file) {
		try {
			List<String> lines = Files.readAllLines(file);
			return new Reader().read(lines.subList(lines.indexOf("rollcall:") + 1, lines.size()));
		}
		catch (IOException ex) {
			throw new AssertionError(file + " cannot be read", ex);
		}
	}

	private static final class Reader {

		private final Map<String, ConfigurationComment> keys = new LinkedHashMap<>();

		private final List<String> words = new ArrayList<>();

		private String mapping = "";

		/** The key whose value are the lines below it. */
		private String open = "";

		private boolean spoken = true;

		Map<String, ConfigurationComment> read(List<String> lines) {
			lines.forEach(this::line);
			return this.keys;
		}

		private void line(String line) {
			Matcher key = KEY.matcher(line);
			Matcher comment = COMMENT.matcher(line);
			if (line.isBlank()) {
				this.words.clear();
				this.open = "";
			}
			else if (!this.open.isEmpty()) {
				this.keys.computeIfPresent(this.open, (name, there) -> there.and(line.replaceFirst("# ", "").strip()));
			}
			else if (key.matches()) {
				this.spoken = true;
				key(key.group(2).isEmpty(), key.group(3), key.group(4), key.group(1) == null);
			}
			else if (comment.matches()) {
				if (this.spoken) {
					this.words.clear();
				}
				this.spoken = false;
				this.words.add(comment.group(1).strip());
			}
		}

		private void key(boolean top, String name, @Nullable String value, boolean set) {
			String path = top ? name : this.mapping + "." + name;
			boolean hasValue = value != null || ConfigurationReader.keys().contains(path);
			if (!hasValue) {
				this.mapping = path;
				return;
			}
			this.keys.put(path,
					new ConfigurationComment(String.join(" ", this.words), (value != null) ? value : "", set));
			if (value == null) {
				this.open = path;
			}
		}

	}

	private ConfigurationComment and(String line) {
		return new ConfigurationComment(this.meaning, (this.value + " " + line).strip(), this.isDefault);
	}

}
