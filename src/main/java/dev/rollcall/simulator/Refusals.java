package dev.rollcall.simulator;

import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.Ec2QueryProtocol;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.JsonProtocol;

/** Refusals that any operation may meet, in each service's own words. */
final class Refusals {

	private Refusals() {
	}

	/** Nobody was given this key, or not for this Region. */
	static ErrorAnswer unknownKey(Service service) {
		if (isEc2(service)) {
			return new ErrorAnswer(401, "AuthFailure", "AWS was not able to validate the provided access credentials");
		}
		if (isS3(service)) {
			return new ErrorAnswer(403, "InvalidAccessKeyId",
					"The AWS Access Key Id you provided does not exist in our records.");
		}
		return new ErrorAnswer(isJson(service) ? 400 : 403,
				isShort(service) ? "InvalidClientTokenId" : "UnrecognizedClientException",
				"The security token included in the request is invalid.");
	}

	/** Nobody was given this session; S3 alone tells it from an unknown key. */
	static ErrorAnswer unknownToken(Service service) {
		return isS3(service)
				? new ErrorAnswer(400, "InvalidToken", "The provided token is malformed or otherwise invalid.")
				: unknownKey(service);
	}

	static ErrorAnswer expired(Service service) {
		if (isEc2(service)) {
			return new ErrorAnswer(400, "RequestExpired", "Request has expired.");
		}
		if (isS3(service)) {
			return new ErrorAnswer(400, "ExpiredToken", "The provided token has expired.");
		}
		return new ErrorAnswer(isJson(service) ? 400 : 403, isShort(service) ? "ExpiredToken" : "ExpiredTokenException",
				"The security token included in the request is expired");
	}

	static ErrorAnswer unavailable() {
		return new ErrorAnswer(503, "ServiceUnavailable",
				"The request has failed due to a temporary failure of the server.");
	}

	/**
	 * A request was signed at a time that is too far from the server's.
	 * @param signed when, as the request says
	 * @param now the server's time, written alike
	 */
	static ErrorAnswer skewed(Service service, String signed, String now) {
		if (isS3(service)) {
			return new ErrorAnswer(403, "RequestTimeTooSkewed",
					"The difference between the request time and the current time is too large.");
		}
		String words = (signed.compareTo(now) < 0) ? "Signature expired: " + signed + " is now earlier than " + now
				: "Signature not yet current: " + signed + " is still later than " + now;
		return new ErrorAnswer(isJson(service) ? 400 : 403,
				isShort(service) ? "SignatureDoesNotMatch" : "InvalidSignatureException", words);
	}

	static ErrorAnswer internal(Service service) {
		return new ErrorAnswer(500, isS3(service) ? "InternalError" : "InternalFailure",
				"The request processing has failed because of an unknown error, exception or failure.");
	}

	/**
	 * An action is not allowed.
	 * @param why such as {@code because no identity-based policy allows the ... action}
	 */
	static ErrorAnswer denied(Service service, Caller caller, String action, String why) {
		if (isEc2(service)) {
			return new ErrorAnswer(403, "UnauthorizedOperation",
					"You are not authorized to perform this operation. User: " + caller.arn()
							+ " is not authorized to perform: " + action + " " + why);
		}
		return new ErrorAnswer(isJson(service) ? 400 : 403, isShort(service) ? "AccessDenied" : "AccessDeniedException",
				"User: " + caller.arn() + " is not authorized to perform: " + action + " " + why);
	}

	static String noIdentityPolicy(String action) {
		return "because no identity-based policy allows the " + action + " action";
	}

	static String noSessionPolicy(String action) {
		return "because no session policy allows the " + action + " action";
	}

	static String serviceControlPolicy() {
		return "with an explicit deny in a service control policy";
	}

	private static boolean isS3(Service service) {
		return service.signedAs().equals("s3");
	}

	private static boolean isEc2(Service service) {
		return service.protocol() instanceof Ec2QueryProtocol;
	}

	private static boolean isShort(Service service) {
		return service.protocol().namesErrorsShortly();
	}

	/** Services that speak AWS JSON refuse with 400 whatever it is about. */
	private static boolean isJson(Service service) {
		return service.protocol() instanceof JsonProtocol;
	}

}
