package dev.rollcall.account;

import java.util.Locale;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A service no longer knows the token that it gave for the next page: what was read so
 * far belongs to no whole list.
 */
public final class PageTokenRefusedException extends RuntimeException {

	private final AwsServiceException refusal;

	PageTokenRefusedException(AwsServiceException refusal) {
		super(refusal.getMessage(), refusal);
		this.refusal = refusal;
	}

	/** What the service said. */
	public AwsServiceException refusal() {
		return this.refusal;
	}

	/**
	 * Whether an answer to a request with a token refuses the token. Config and
	 * CloudTrail have an error for it (InvalidNextTokenException), the others say that
	 * the input as a whole is not valid (InvalidInputException, ValidationException,
	 * ValidationError), or that the request is bad (GuardDuty: BadRequestException).
	 */
	static boolean isTokenRefused(AwsServiceException answer) {
		String code = (answer.awsErrorDetails() != null) ? answer.awsErrorDetails().errorCode() : null;
		String word = (code != null) ? code.toLowerCase(Locale.ROOT) : "";
		return answer.statusCode() < 500
				&& (word.startsWith("invalid") || word.startsWith("validation") || word.equals("badrequestexception"))
				&& !word.startsWith("invalidclienttoken") && !word.startsWith("invalidsignature");
	}

}
