package dev.rollcall.control;

/**
 * What a control says of one thing.
 *
 * @param account the account judged
 * @param region {@code global} where there is none
 * @param resource an ARN, else the account
 * @param verdict one of the four
 * @param reason a sentence
 */
record Judgement(String account, String region, String resource, String verdict, String reason) {

	/** What a control says of an account as a whole. */
	static Judgement of(String account, String verdict, String reason) {
		return of(account, "global", verdict, reason);
	}

	/** What a control says of an account in a Region. */
	static Judgement of(String account, String region, String verdict, String reason) {
		return new Judgement(account, region, account, verdict, reason);
	}

}
