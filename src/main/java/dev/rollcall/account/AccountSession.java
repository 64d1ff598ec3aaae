package dev.rollcall.account;

import java.util.function.Function;

/**
 * Being inside one account: the credentials for each question, and its own token buckets,
 * which end with it. Used by many threads at once.
 */
public final class AccountSession {

	private final AccountId account;

	private final Function<String, Credentials> credentials;

	private final CallLimiter limiter;

	private final CallEnvironment environment;

	/**
	 * A session.
	 * @param credentials with which a question is asked
	 */
	AccountSession(AccountId account, Function<String, Credentials> credentials, CallEnvironment environment) {
		this.account = account;
		this.credentials = credentials;
		this.environment = environment;
		this.limiter = new CallLimiter(environment.nanoTime());
	}

	public AccountId account() {
		return this.account;
	}

	/**
	 * The calls of one cell, counted and bounded together.
	 * @param question what is asked, which says what they are narrowed to
	 */
	public AccountCalls calls(String question) {
		return new AccountCalls(this.credentials.apply(question), this.limiter, this.environment);
	}

	/**
	 * Enters the account now.
	 * @param question what is going to be asked
	 * @throws EntryRefusedException when its role cannot be assumed
	 */
	void enter(String question) {
		this.credentials.apply(question).current();
	}

}
