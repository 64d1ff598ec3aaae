package dev.rollcall.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An answer as its text, which faults change. */
final class AnswerText {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** The outermost element, and that of the result inside it where there is one. */
	private static final Pattern XML_HEAD = Pattern.compile("<\\?xml[^>]*>\\s*<[^>]+>(\\s*<\\w+Result>)?");

	/** A member of the result that lies no deeper, with what is in it. */
	private static final Pattern XML_MEMBER = Pattern.compile("<(\\w+)>(.*?)</\\1>", Pattern.DOTALL);

	private final String text;

	private final boolean xml;

	private AnswerText(String text) {
		this.text = text;
		this.xml = text.startsWith("<");
	}

	static AnswerText of(byte[] body) {
		return new AnswerText(new String(body, StandardCharsets.UTF_8));
	}

	/** With so many blanks before the first member. */
	byte[] padded(int blanks) {
		byte[] padding = new byte[blanks];
		Arrays.fill(padding, (byte) ' ');
		return inserted(padding);
	}

	/** With values inside values before the first member. */
	byte[] nested(int levels) {
		String comma = this.text.replaceAll("\\s", "").equals("{}") ? "" : ",";
		return inserted(bytes(this.xml ? "<deep>".repeat(levels) + "</deep>".repeat(levels)
				: "\"deep\":" + "[".repeat(levels) + "]".repeat(levels) + comma));
	}

	private byte[] inserted(byte[] more) {
		int head = head();
		return ByteBuffer.allocate(bytes(this.text).length + more.length)
			.put(bytes(this.text.substring(0, head)))
			.put(more)
			.put(bytes(this.text.substring(head)))
			.array();
	}

	/** Where the first member is. */
	private int head() {
		if (!this.xml) {
			return 1;
		}
		Matcher head = XML_HEAD.matcher(this.text);
		return head.lookingAt() ? head.end() : 0;
	}

	/** With words for structures, and structures for all else. */
	byte[] ofOtherTypes() {
		return this.xml ? bytes(xmlOfOtherTypes()) : bytes(JSON.writeValueAsString(jsonOfOtherTypes()));
	}

	private JsonNode jsonOfOtherTypes() {
		ObjectNode other = JSON.createObjectNode();
		JSON.readTree(this.text).properties().forEach((member) -> {
			if (member.getValue().isValueNode()) {
				other.putObject(member.getKey()).put("wrong", true);
			}
			else {
				other.put(member.getKey(), "wrong");
			}
		});
		return other;
	}

	private String xmlOfOtherTypes() {
		int head = head();
		return this.text.substring(0, head) + XML_MEMBER.matcher(this.text.substring(head))
			.replaceAll((member) -> Matcher
				.quoteReplacement("<" + member.group(1) + ">" + other(member.group(2)) + "</" + member.group(1) + ">"));
	}

	private static String other(String content) {
		return content.contains("<") ? "wrong" : "<wrong>" + content + "</wrong>";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
