package dev.rollcall.account;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes what looks like a credential out of a text that others wrote: messages of errors,
 * which may repeat what was sent. Evidence, such as names and tags, is shown as it is.
 */
public final class Redaction {

	private static final String REDACTED = "[redacted]";

	/** What names a secret, in JSON, XML, headers, URLs and assignments. */
	private static final String KEYWORD = "(?:passw(?:or)?d|passphrase|secret|token|authorization|credential"
			+ "|signature|api[_-]?key|access[_-]?key|private[_-]?key|external[_-]?id)";

	/** A night's object is named, whatever stands before it. */
	private static final String NO_OBJECT = "(?!\\S{0,1000}/snapshot_date=[0-9])";

	/** A file is named too: few tokens begin with a slash and have more of them. */
	private static final String NO_FILE = "(?!(?:/[\\w=-]{1,40}+){3,40}+(?![\\w+/=-]))";

	/** A sentence may go on after such a word and a colon; a value has a digit. */
	private static final String VALUE = NO_OBJECT + "(?=[^\\s\"'<>]*[0-9])[^\\s\"'<>,;&]{8,}";

	private static final List<Rule> RULES = List.of(
			// Private keys and certificates, to their end.
			rule("-----BEGIN [A-Z0-9 ]{1,40}-----.*?(?:-----END [A-Z0-9 ]{1,40}-----|$)", REDACTED),
			// Whom a URL signs in.
			rule("(?<=://)[^\\s/@\"'<>]{1,500}@", REDACTED + "@"),
			// Authorization headers.
			rule("(?i)\\b(bearer|basic)\\s+(?=[^\\s]*[0-9=])[A-Za-z0-9+/=._~-]{8,}", "$1 " + REDACTED),
			// name=value and "name": "value", also where its quotes are escaped.
			rule("(?i)(" + KEYWORD + "[\\w.-]{0,40}(?:\\\\{0,3}[\"']?\\s{0,3}=\\s{0,3}\\\\{0,3}[\"']?"
					+ "|\\\\{0,3}[\"']\\s{0,3}:\\s{0,3}\\\\{0,3}[\"']))"
					+ "(?!\\[redacted)[^\\s\"'<>,;&]*[^\\s\"'<>,;&\\\\]", "$1" + REDACTED),
			// name: value and <name>value
			rule("(?i)(" + KEYWORD + "[\\w.-]{0,40}(?:\\s{0,3}:\\s{0,3}|>\\s{0,3}))(?!\\[redacted)" + VALUE,
					"$1" + REDACTED),
			// JSON Web Tokens.
			rule("\\beyJ[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]{6,}(?:\\.[A-Za-z0-9_-]*)?", REDACTED),
			// AWS: access key ids, session tokens, secret access keys.
			rule("\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}", REDACTED),
			rule("\\b(?:FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz|IQoJb3JpZ2lu)[A-Za-z0-9+/=_-]{8,}", REDACTED),
			rule("(?<![\\w+/=.-])(?=[a-zA-Z+/]{0,39}[0-9])(?=[a-z0-9+/]{0,39}[A-Z])(?=[A-Z0-9+/]{0,39}[a-z])"
					+ "[A-Za-z0-9+/]{40}(?![\\w+/=-])", REDACTED),
			// GitHub, GitLab, Slack, Stripe, Google.
			rule("\\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|sk_live_|rk_live_|AIza)[A-Za-z0-9_-]{16,}",
					REDACTED),
			// Whatever else is long and says nothing to a reader.
			rule("(?<![\\w+/=-])" + NO_OBJECT + NO_FILE
					+ "(?=[a-zA-Z+/_=-]{0,119}[0-9])(?=[a-z0-9+/_=-]{0,119}[A-Z])[\\w+/=-]{120,}", REDACTED));

	/** No credential that stands alone is shorter; one that is named has a sign. */
	private static final int SHORTEST = 16;

	/** Enough to find a credential in that begins before the end of what is kept. */
	private static final int MARGIN = 3000;

	private Redaction() {
	}

	private static Rule rule(String pattern, String replacement) {
		return new Rule(Pattern.compile(pattern, Pattern.DOTALL), replacement);
	}

	/** A text without credentials. */
	public static String of(String text) {
		String redacted = text;
		if (text.length() < SHORTEST && text.indexOf('=') < 0 && text.indexOf('"') < 0) {
			return text;
		}
		for (Rule rule : RULES) {
			redacted = rule.pattern().matcher(redacted).replaceAll(rule.replacement());
		}
		return redacted;
	}

	/**
	 * The beginning of a text, without credentials.
	 * @param longest how many characters are kept; dots stand for what is left out
	 */
	public static String of(String text, int longest) {
		String begin = (text.length() > longest + MARGIN) ? text.substring(0, longest + MARGIN) : text;
		String redacted = of(begin);
		return (redacted.length() > longest) ? redacted.substring(0, longest) + "..." : redacted;
	}

	private record Rule(Pattern pattern, String replacement) {

	}

}
