package dev.rollcall.cli;

import java.util.regex.Pattern;

import dev.rollcall.account.Redaction;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Keeps credentials out of the log's JSON, whoever wrote the line, and what some readers
 * take for the end of a line although JSON does not.
 */
final class RedactedLog implements StructuredLoggingJsonMembersCustomizer<Object> {

	private static final Pattern BREAKS = Pattern.compile("[\\u0085\\u2028\\u2029]");

	@Override
	public void customize(Members<Object> members) {
		members.applyingValueProcessor(ValueProcessor.of(String.class, RedactedLog::shown));
	}

	private static String shown(String text) {
		return BREAKS.matcher(Redaction.of(text)).replaceAll(" ");
	}

}
