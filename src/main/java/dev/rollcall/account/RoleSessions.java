package dev.rollcall.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;

/**
 * The sessions of one role in one account: one for each policy that its questions need,
 * assumed when the first of them is asked. A question stays in the session that it was
 * first asked in.
 */
final class RoleSessions {

	private final Map<String, SessionPolicy> chosen = new ConcurrentHashMap<>();

	private final Map<SessionPolicy, AssumedRole> sessions = new ConcurrentHashMap<>();

	private final Narrowing narrowing;

	private final Function<SessionPolicy, AssumedRole> opening;

	/**
	 * Sessions of a role.
	 * @param opening a new session, narrowed to a policy
	 */
	RoleSessions(Narrowing narrowing, Function<SessionPolicy, AssumedRole> opening) {
		this.narrowing = narrowing;
		this.opening = opening;
	}

	/** The credentials with which a question is asked. */
	Credentials of(String question) {
		return new Credentials() {

			@Override
			public AwsCredentials current() {
				while (true) {
					SessionPolicy policy = policy(question);
					try {
						return session(policy).current();
					}
					catch (EntryRefusedException ex) {
						if (!(ex.getCause() instanceof PackedPolicyTooLargeException)
								|| !RoleSessions.this.narrowing.tooLarge(policy)) {
							throw ex;
						}
						RoleSessions.this.chosen.remove(question, policy);
					}
				}
			}

			@Override
			public void expired(AwsCredentials refused) {
				session(policy(question)).expired(refused);
			}

		};
	}

	private SessionPolicy policy(String question) {
		return this.chosen.computeIfAbsent(question, this.narrowing::of);
	}

	private AssumedRole session(SessionPolicy policy) {
		return this.sessions.computeIfAbsent(policy, this.opening);
	}

}
