package dev.rollcall.collect.cloudtrail;

/**
 * A pattern of an IAM policy, in which {@code *} stands for any text, none too, and
 * {@code ?} for one character.
 */
final class Wildcards {

	private Wildcards() {
	}

	/**
	 * Whether a pattern meets a whole text. Only the last {@code *} is ever tried anew,
	 * so that a hostile pattern takes no longer than the product of both lengths.
	 */
	static boolean meets(String pattern, String text) {
		int inPattern = 0;
		int inText = 0;
		int star = -1;
		int swallowed = 0;
		while (inText < text.length()) {
			char wanted = (inPattern < pattern.length()) ? pattern.charAt(inPattern) : '\0';
			boolean ended = inPattern == pattern.length();
			if (!ended && wanted == '*') {
				star = inPattern++;
				swallowed = inText;
			}
			else if (!ended && (wanted == '?' || wanted == text.charAt(inText))) {
				inPattern++;
				inText++;
			}
			else if (star >= 0) {
				inPattern = star + 1;
				inText = ++swallowed;
			}
			else {
				return false;
			}
		}
		return pattern.substring(inPattern).chars().allMatch((left) -> left == '*');
	}

}
