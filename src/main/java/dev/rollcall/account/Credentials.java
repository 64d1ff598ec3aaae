package dev.rollcall.account;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The credentials with which an account's calls are signed. */
interface Credentials {

	/**
	 * Credentials that are valid now.
	 * @throws EntryRefusedException where the account's role cannot be assumed
	 */
	AwsCredentials current();

	/** Says that AWS called these credentials expired: the next ones must be new. */
	void expired(AwsCredentials refused);

	/** The credentials that Rollcall itself was started with. */
	static Credentials own(AwsCredentialsProvider provider) {
		return new Credentials() {

			@Override
			public AwsCredentials current() {
				return provider.resolveCredentials();
			}

			@Override
			public void expired(AwsCredentials refused) {
				// The provider renews them itself.
			}

		};
	}

}
