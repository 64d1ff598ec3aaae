package dev.rollcall.account;

/**
 * Being inside one account: its credentials, and its own token buckets, which end with
 * it. Used by many threads at once.
 */
public final class AccountSession {

	private final AccountId account;

	private final Credentials credentials;

	private final CallLimiter limiter;

	private final CallEnvironment environment;

	AccountSession(AccountId account, Credentials credentials, CallEnvironment environment) {
		this.account = account;
		this.credentials = credentials;
		this.environment = environment;
		this.limiter = new CallLimiter(environment.nanoTime());
	}

	public AccountId account() {
		return this.account;
	}

	Credentials credentials() {
		return this.credentials;
	}

	/** The calls of one cell, counted and bounded together. */
	public AccountCalls calls() {
		return new AccountCalls(this.credentials, this.limiter, this.environment);
	}

	/**
	 * Enters the account now.
	 * @throws EntryRefusedException when its role cannot be assumed
	 */
	public void enter() {
		this.credentials.current();
	}

}
