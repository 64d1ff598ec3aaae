package dev.rollcall.account;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What to do about a failed call. */
enum Refusal {

	/** AWS says that we call too often: wait outside the slot and call again. */
	TOO_OFTEN,

	/** The credentials have expired: get new ones and call again, once. */
	EXPIRED,

	/**
	 * A lost connection, a timed-out attempt, a server error, or a signature of the wrong
	 * time, after which the SDK goes by AWS's clock: call again, soon.
	 */
	TRANSIENT,

	/** An answer: calling again would not change it. */
	FINAL;

	/**
	 * Codes by which AWS services refuse a call as too frequent; status 429 says it too,
	 * whatever its code (Security Hub: LimitExceededException).
	 */
	private static final Set<String> TOO_OFTEN_CODES = Set.of("Throttling", "ThrottlingException", "ThrottledException",
			"RequestThrottled", "RequestThrottledException", "TooManyRequestsException", "RequestLimitExceeded",
			"BandwidthLimitExceeded", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException");

	private static final Set<String> EXPIRED_CODES = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired",
			"TokenRefreshRequired");

	/** What a wrong clock may be behind. */
	private static final Set<String> SKEW_CODES = Set.of("RequestTimeTooSkewed", "RequestInTheFuture",
			"InvalidSignatureException", "SignatureDoesNotMatch");

	static Refusal of(Throwable failure) {
		if (failure instanceof AwsServiceException answer) {
			return of(code(answer), answer.statusCode());
		}
		if (isTimeout(failure)) {
			return TRANSIENT;
		}
		if (failure instanceof SdkClientException && failure.getCause() instanceof IOException) {
			return TRANSIENT;
		}
		return FINAL;
	}

	/** Whether we stopped waiting: for the connection, for the answer, for its end. */
	static boolean isTimeout(Throwable failure) {
		return failure instanceof ApiCallAttemptTimeoutException || failure instanceof ApiCallTimeoutException
				|| failure.getCause() instanceof SocketTimeoutException;
	}

	private static Refusal of(@Nullable String code, int status) {
		if (code != null && EXPIRED_CODES.contains(code)) {
			return EXPIRED;
		}
		if (status == 429 || (code != null && TOO_OFTEN_CODES.contains(code))) {
			return TOO_OFTEN;
		}
		return (status >= 500 || (code != null && SKEW_CODES.contains(code))) ? TRANSIENT : FINAL;
	}

	private static @Nullable String code(AwsServiceException answer) {
		AwsErrorDetails details = answer.awsErrorDetails();
		return (details != null) ? details.errorCode() : null;
	}

}
