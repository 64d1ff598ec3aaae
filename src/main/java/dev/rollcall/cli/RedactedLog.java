package dev.rollcall.cli;

import dev.rollcall.account.Redaction;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Keeps credentials out of the log's JSON, whoever wrote the line. */
final class RedactedLog implements StructuredLoggingJsonMembersCustomizer<Object> {

	@Override
	public void customize(Members<Object> members) {
		members.applyingValueProcessor(ValueProcessor.of(String.class, Redaction::of));
	}

}
