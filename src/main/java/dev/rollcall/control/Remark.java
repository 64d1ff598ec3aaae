package dev.rollcall.control;

import java.util.Optional;

/** Sentences about what somebody wrote and nothing here answers to. */
final class Remark {

	private Remark() {
	}

	/**
	 * Says that something is not there, and what is.
	 * @param sentence with a place for it, and without its full stop
	 */
	static String unknown(String sentence, String written, Optional<String> near) {
		return sentence.formatted(written) + near.map("; did you mean %s?"::formatted).orElse(".");
	}

}
