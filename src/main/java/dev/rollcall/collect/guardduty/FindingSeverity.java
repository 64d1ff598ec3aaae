package dev.rollcall.collect.guardduty;

import java.util.Map;
import java.util.Optional;

import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;

/** How severe a finding is, in GuardDuty's own bands of its score. */
enum FindingSeverity {

	/** Below 4. */
	LOW(1),

	/** From 4 on, below 7. */
	MEDIUM(4),

	/** From 7 on, below 9. */
	HIGH(7),

	/** From 9 on. */
	CRITICAL(9);

	private static final double LEAST_SCORE = 1;

	private static final double MOST_SCORE = 10;

	private final int from;

	FindingSeverity(int from) {
		this.from = from;
	}

	/** The lowest score of it. */
	int from() {
		return this.from;
	}

	/** Whether findings of it are read whole. */
	boolean isHigh() {
		return this.compareTo(HIGH) >= 0;
	}

	/** Whether there may be some that are read whole: unless counts name none of them. */
	static boolean mayBeHigh(Optional<Map<FindingSeverity, Long>> counts) {
		return counts.isEmpty() || counts.get().keySet().stream().anyMatch(FindingSeverity::isHigh);
	}

	/**
	 * The severity of a score.
	 * @param what the score is of, such as {@code guardduty:GetFindings: severity}
	 * @throws UnexpectedAnswerException where there is none, or GuardDuty has not said
	 * what it means
	 */
	static FindingSeverity of(String what, @Nullable Double score) {
		if (score == null || !(score >= LEAST_SCORE && score <= MOST_SCORE)) {
			throw new UnexpectedAnswerException(what + " answered " + score + "; a score from 1 to 10 was expected");
		}
		FindingSeverity found = LOW;
		for (FindingSeverity severity : values()) {
			if (score >= severity.from) {
				found = severity;
			}
		}
		return found;
	}

}
