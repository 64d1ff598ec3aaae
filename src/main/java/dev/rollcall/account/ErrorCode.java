package dev.rollcall.account;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** By what name a service refuses. */
public final class ErrorCode {

	private ErrorCode() {
	}

	/** The code of an answer, such as AccessDenied; its HTTP status where it has none. */
	public static String of(AwsServiceException answer) {
		String code = (answer.awsErrorDetails() != null) ? answer.awsErrorDetails().errorCode() : null;
		return (code != null && !code.isBlank()) ? code : "HTTP " + answer.statusCode();
	}

}
