package dev.rollcall.simulator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.simulator.wire.HttpCall;
import org.jspecify.annotations.Nullable;

/**
 * What a signature says: whose key, for which Region and service.
 *
 * @param token the session's; null for keys that have none
 */
record SignatureScope(String accessKey, String region, String service, @Nullable String token) {

	private static final Pattern CREDENTIAL = Pattern
		.compile("AWS4-HMAC-SHA256 +Credential=([^/ ]+)/[0-9]{8}/([^/ ]+)/([^/ ]+)/aws4_request.*");

	/** The scope of a call; empty where it is not signed. */
	static Optional<SignatureScope> of(HttpCall call) {
		Matcher matcher = CREDENTIAL.matcher(call.header("authorization").orElse(""));
		return matcher.matches() ? Optional.of(new SignatureScope(matcher.group(1), matcher.group(2), matcher.group(3),
				call.header("x-amz-security-token").orElse(null))) : Optional.empty();
	}

}
