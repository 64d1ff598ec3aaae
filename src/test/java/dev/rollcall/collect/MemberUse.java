package dev.rollcall.collect;

/**
 * What a source makes of a member of an answer.
 *
 * @param reason empty where the kind needs none
 * @param place file and line that say so
 */
record MemberUse(Kind kind, String reason, String place) {

	enum Kind {

		/** The evidence depends on it; a word that is not known ends the cell. */
		READ(false),

		/** The evidence shows it, whatever the word. */
		OPEN(true),

		/** The evidence does not depend on it, nor on what stands below it. */
		IRRELEVANT(true),

		/** An answer that has it ends the cell as an unexpected one. */
		REFUSES(true),

		/** It says where the next page is: {@code HostilePagerTests}. */
		PAGING(false);

		final boolean needsReason;

		Kind(boolean needsReason) {
			this.needsReason = needsReason;
		}

	}

}
