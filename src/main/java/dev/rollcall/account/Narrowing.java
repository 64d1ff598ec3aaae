package dev.rollcall.account;

/** Which policy a session is narrowed to, by the question that is asked in it. */
public interface Narrowing {

	/** The policy of the session in which a question is asked. */
	SessionPolicy of(String question);

	/**
	 * Says that STS could not pack a policy.
	 * @return whether its questions have narrower ones now
	 */
	boolean tooLarge(SessionPolicy policy);

}
