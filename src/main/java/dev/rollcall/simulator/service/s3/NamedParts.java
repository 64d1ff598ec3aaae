package dev.rollcall.simulator.service.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.simulator.wire.ErrorAnswer;
import org.jspecify.annotations.Nullable;

/** The parts that are named where an upload is completed. */
final class NamedParts {

	/** All parts but the last. */
	private static final int SMALLEST = 5 * 1024 * 1024;

	private static final Pattern PART = Pattern.compile("<Part>(.+?)</Part>", Pattern.DOTALL);

	private static final Pattern NUMBER = Pattern.compile("<PartNumber>\\s*(\\d{1,5})\\s*</PartNumber>");

	private static final Pattern TAG = Pattern
		.compile("<ETag>(?:\\s|\"|&quot;)*([^\"&\\s]+?)(?:\\s|\"|&quot;)*</ETag>");

	private NamedParts() {
	}

	/**
	 * The bytes of each.
	 * @param body what names them
	 * @param uploaded what there is, by number
	 * @throws ErrorAnswer where they are not what was uploaded
	 */
	static List<byte[]> read(String body, Map<Integer, byte[]> uploaded) {
		List<byte[]> parts = new ArrayList<>();
		int last = 0;
		Matcher part = PART.matcher(body);
		while (part.find()) {
			int number = Integer.parseInt(text(NUMBER, part.group(1)));
			if (number <= last) {
				throw new ErrorAnswer(400, "InvalidPartOrder", "The list of parts was not in ascending order.");
			}
			if (!parts.isEmpty() && parts.get(parts.size() - 1).length < SMALLEST) {
				throw new ErrorAnswer(400, "EntityTooSmall",
						"Your proposed upload is smaller than the minimum allowed object size.");
			}
			parts.add(content(uploaded.get(number), text(TAG, part.group(1))));
			last = number;
		}
		if (parts.isEmpty()) {
			throw malformed();
		}
		return parts;
	}

	private static byte[] content(byte @Nullable [] uploaded, String tag) {
		if (uploaded == null || !Digests.hex(Digests.md5(uploaded)).equals(tag)) {
			throw new ErrorAnswer(400, "InvalidPart", "One or more of the specified parts could not be found.");
		}
		return uploaded;
	}

	private static String text(Pattern element, String part) {
		Matcher matcher = element.matcher(part);
		if (!matcher.find()) {
			throw malformed();
		}
		return matcher.group(1);
	}

	private static ErrorAnswer malformed() {
		return new ErrorAnswer(400, "MalformedXML",
				"The XML you provided was not well-formed or did not validate against our published schema");
	}

}
