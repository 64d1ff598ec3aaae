package dev.rollcall.collect;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The organization no longer has the account that a question is about. */
public final class AccountLeftException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final AwsServiceException said;

	/** Made of the answer that says so. */
	public AccountLeftException(AwsServiceException said) {
		super(said.getMessage(), said);
		this.said = said;
	}

	/** What the service said. */
	AwsServiceException said() {
		return this.said;
	}

}
