package dev.rollcall.account;

import java.util.function.Supplier;

import dev.rollcall.account.LimitReachedException.Limit;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes the answers to one cell may have: each of them 16 MB, all of them 64 MB
 * and a kilobyte more for each row that came of them. A long list is read to its end, and
 * no account fills the memory with few large things.
 */
final class Allowance {

	static final long ANSWER_BYTES = 16 << 20;

	static final long CELL_BYTES = 64 << 20;

	private static final long ROW_BYTES = 1 << 10;

	private long left = CELL_BYTES;

	private @Nullable LimitReachedException reached;

	private String beginning = "";

	/** Says that the answers so far gave another row. */
	void found() {
		this.left += ROW_BYTES;
	}

	/**
	 * Takes what an answer has sent.
	 * @param answered how many bytes the answer has had so far, these included
	 */
	void take(int bytes, long answered) {
		this.left -= bytes;
		require(answered <= ANSWER_BYTES, Limit.BYTES,
				() -> "The answer has more than " + ANSWER_BYTES + " bytes; it was read no further");
		require(this.left >= 0, Limit.BYTES, () -> "The answers to this cell have more than " + CELL_BYTES
				+ " bytes, and " + ROW_BYTES + " for each row that came of them; they were read no further");
	}

	/**
	 * Says how the body of an answer begins.
	 * @param text empty before an answer has any
	 */
	void begins(String text) {
		this.beginning = text;
	}

	/**
	 * How the body of the last answer began: what is left of one that says nothing else.
	 */
	String beginning() {
		return this.beginning;
	}

	/** Refuses to go on where a condition does not hold. */
	void require(boolean holds, Limit limit, Supplier<String> message) {
		if (!holds) {
			LimitReachedException refusal = new LimitReachedException(limit, message.get());
			this.reached = refusal;
			throw refusal;
		}
	}

	/**
	 * Holds what a parser made of answers to the limits that it met, which it may have
	 * swallowed or wrapped.
	 */
	void requireUnbroken() {
		if (this.reached != null) {
			throw this.reached;
		}
	}

}
