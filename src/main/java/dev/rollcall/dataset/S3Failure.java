package dev.rollcall.dataset;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why a bucket did not do what was asked, for whoever has to mend it: what it answered,
 * without the SDK's own words, what is missing, and whom to ask.
 */
final class S3Failure {

	/** Denials often name the action, which may be of KMS. */
	private static final Pattern ACTION = Pattern.compile("perform: ([a-z0-9-]+:[A-Za-z]+)");

	private static final Set<String> ELSEWHERE = Set.of("PermanentRedirect", "TemporaryRedirect", "Redirect",
			"AuthorizationHeaderMalformed", "IllegalLocationConstraintException");

	private static final Set<String> CREDENTIALS = Set.of("InvalidAccessKeyId", "InvalidToken", "ExpiredToken",
			"TokenRefreshRequired", "SignatureDoesNotMatch", "NotSignedUp");

	private static final Set<String> CLOCK = Set.of("RequestTimeTooSkewed", "RequestExpired");

	/**
	 * What the next request may be answered otherwise, although it is no server error.
	 */
	private static final Set<String> PASSING = Set.of("RequestTimeout", "OperationAborted",
			"ConditionalRequestConflict", "SlowDown", "Throttling", "ThrottlingException", "TooManyRequests",
			"KMS.ThrottlingException");

	private static final int NOT_IMPLEMENTED = 501;

	private final String action;

	private final SdkException failure;

	private S3Failure(String action, SdkException failure) {
		this.action = action;
		this.failure = failure;
	}

	/**
	 * A failure as the output's.
	 * @param attempt what could not be done, such as {@code Cannot write s3://bucket/key}
	 * @param action the action of IAM that it takes
	 */
	static OutputException of(String attempt, String action, SdkException failure) {
		return new S3Failure(action, failure).of(attempt);
	}

	private OutputException of(String attempt) {
		if (this.failure instanceof AwsServiceException answer) {
			String advice = advice(answer);
			return new OutputException(attempt + ": " + said(answer) + (advice.isEmpty() ? "" : "; " + advice), answer,
					isLasting(answer));
		}
		boolean lasting = !isTimeout() && !isOfTheNetwork();
		return new OutputException(attempt + ": " + this.failure.getMessage(), this.failure, lasting);
	}

	private static String said(AwsServiceException answer) {
		AwsErrorDetails details = answer.awsErrorDetails();
		String code = code(answer);
		String message = (details != null) ? details.errorMessage() : null;
		return ((code != null) ? code : "HTTP " + answer.statusCode())
				+ ((message != null && !message.isBlank()) ? ": " + message.strip().replaceAll("\\.$", "") : "")
				+ ((answer.requestId() != null) ? " (request " + answer.requestId() + ")" : "");
	}

	private String advice(AwsServiceException answer) {
		String code = Objects.requireNonNullElse(code(answer), "");
		if (code.equals("NoSuchBucket")) {
			return "the bucket does not exist: make it, or name another one";
		}
		if (ELSEWHERE.contains(code) || answer.statusCode() / 100 == 3) {
			return "the bucket lies in "
					+ region(answer).map((region) -> "the Region " + region).orElse("another Region")
					+ ": allow s3:ListBucket on it, which finds that out, or set AWS_REGION";
		}
		if (code.startsWith("KMS.")) {
			return "the bucket's KMS key cannot be used: ask whoever owns the key";
		}
		if (CREDENTIALS.contains(code)) {
			return "these credentials are not valid any longer, or not here";
		}
		if (CLOCK.contains(code)) {
			return "this machine's clock is wrong";
		}
		if (answer.statusCode() == NOT_IMPLEMENTED) {
			return "a night needs an output that puts an object only where there is none (If-None-Match)";
		}
		return (answer.statusCode() == 403 && !isOfNobody(answer)) ? denied(message(answer)) : "";
	}

	/**
	 * S3 gives its answers ids; what has none is of something between, such as a proxy.
	 */
	private static boolean isOfNobody(AwsServiceException answer) {
		return answer.requestId() == null && code(answer) == null;
	}

	private String denied(String message) {
		Matcher named = ACTION.matcher(message);
		String missing = named.find() ? named.group(1) : this.action;
		return "the permission " + missing + " is missing: ask " + whom(missing, message);
	}

	private static String whom(String missing, String message) {
		if (message.contains("service control policy") || message.contains("resource control policy")) {
			return "whoever keeps the organization's policies";
		}
		if (message.contains("VPC endpoint policy")) {
			return "whoever owns the VPC endpoint";
		}
		boolean ofKey = missing.startsWith("kms:");
		if (message.contains("resource-based policy")) {
			return ofKey ? "whoever owns the key, for its key policy" : "the bucket's owner, for its bucket policy";
		}
		String ours = "whoever gave what runs Rollcall its role ('policy --out' prints what it needs)";
		if (message.contains("identity-based policy") || message.contains("permissions boundary")
				|| message.contains("session policy")) {
			return ours;
		}
		return ours + ", then " + (ofKey ? "the key's owner" : "the bucket's owner");
	}

	private static boolean isLasting(AwsServiceException answer) {
		int status = answer.statusCode();
		boolean said = status >= 300 && status < 500 && status != 408 && status != 429;
		return (said || status == NOT_IMPLEMENTED) && !PASSING.contains(Objects.requireNonNullElse(code(answer), ""));
	}

	private boolean isTimeout() {
		return this.failure instanceof ApiCallTimeoutException || this.failure instanceof ApiCallAttemptTimeoutException
				|| this.failure instanceof AbortedException;
	}

	/** What is not of the network is of our settings: credentials, profiles. */
	private boolean isOfTheNetwork() {
		for (Throwable cause = this.failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException) {
				return true;
			}
		}
		return false;
	}

	private static String message(AwsServiceException answer) {
		return Objects.requireNonNullElse(answer.getMessage(), "");
	}

	private static @Nullable String code(AwsServiceException answer) {
		AwsErrorDetails details = answer.awsErrorDetails();
		return (details != null) ? details.errorCode() : null;
	}

	private static Optional<String> region(AwsServiceException answer) {
		return Optional.ofNullable(answer.awsErrorDetails())
			.flatMap((details) -> Optional.ofNullable(details.sdkHttpResponse()))
			.flatMap((response) -> response.firstMatchingHeader("x-amz-bucket-region"));
	}

}
