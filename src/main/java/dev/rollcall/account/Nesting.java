package dev.rollcall.account;

/**
 * Counts how deep the values of an answer lie in each other while its bytes go by: JSON's
 * or XML's, told by the first byte. The parsers behind it call themselves for each level.
 */
final class Nesting {

	private Format format = Format.UNKNOWN;

	private int depth;

	/** Inside a text of JSON. */
	private boolean quoted;

	/** Inside a tag of XML. */
	private boolean tag;

	private int before;

	/** How deep the deepest value lies that these bytes reach. */
	int deepest(byte[] bytes, int offset, int count) {
		int deepest = 0;
		for (int i = offset; i < offset + count; i++) {
			read(bytes[i]);
			deepest = Math.max(deepest, this.depth);
		}
		return deepest;
	}

	private void read(int next) {
		if (this.format == Format.UNKNOWN) {
			this.format = Format.of(next);
		}
		if (this.format == Format.JSON) {
			json(next);
		}
		else if (this.format == Format.XML) {
			xml(next);
		}
	}

	private void json(int next) {
		boolean escaped = this.quoted && this.before == '\\';
		if (next == '"' && !escaped) {
			this.quoted = !this.quoted;
		}
		else if (!this.quoted && (next == '{' || next == '[')) {
			this.depth++;
		}
		else if (!this.quoted && (next == '}' || next == ']')) {
			this.depth--;
		}
		this.before = escaped ? 0 : next;
	}

	private void xml(int next) {
		if (this.before == '<') {
			this.tag = next != '/' && next != '!' && next != '?';
			this.depth += this.tag ? 1 : (next == '/') ? -1 : 0;
		}
		else if (next == '>' && this.tag) {
			this.depth -= (this.before == '/') ? 1 : 0;
			this.tag = false;
		}
		this.before = next;
	}

	private enum Format {

		UNKNOWN, JSON, XML, OTHER;

		static Format of(int first) {
			return switch (first) {
				case ' ', '\t', '\r', '\n' -> UNKNOWN;
				case '{', '[' -> JSON;
				case '<' -> XML;
				default -> OTHER;
			};
		}

	}

}
