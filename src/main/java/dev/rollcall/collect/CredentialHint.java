package dev.rollcall.collect;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What is wrong with us where AWS refuses a signature or a key, in a sentence. */
final class CredentialHint {

	private static final Set<String> SIGNATURES = Set.of("RequestTimeTooSkewed", "SignatureDoesNotMatch",
			"InvalidSignatureException", "InvalidSignature", "RequestExpired", "RequestInTheFuture");

	private static final Set<String> KEYS = Set.of("InvalidClientTokenId", "UnrecognizedClientException",
			"InvalidAccessKeyId", "AuthFailure");

	/** EC2 has one word for an old signature and for an old session. */
	private static final Set<String> SESSIONS = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

	/** AWS takes signatures that are five minutes off. */
	private static final Duration NOTICED = Duration.ofMinutes(1);

	private CredentialHint() {
	}

	/**
	 * A hint; null where the code is about something else.
	 * @param now the time of this machine's clock
	 */
	static @Nullable String of(String code, AwsServiceException answer, Instant now) {
		if (SIGNATURES.contains(code)) {
			Optional<Duration> clock = offset(answer, now).filter((offset) -> offset.abs().compareTo(NOTICED) > 0);
			if (clock.isPresent()) {
				return "This machine's clock is " + words(clock.get().abs())
						+ (clock.get().isNegative() ? " behind" : " ahead of") + " AWS's";
			}
			if (!SESSIONS.contains(code)) {
				return "This machine's clock agrees with AWS's, so the secret key does not belong to the access key";
			}
		}
		if (KEYS.contains(code)) {
			return "The credentials are not known there: the key was deleted, or the Region is not enabled in the account";
		}
		return SESSIONS.contains(code)
				? "The credentials expired, and those that were fetched instead are called expired too" : null;
	}

	/** How far our clock is ahead of the one that dated the answer. */
	private static Optional<Duration> offset(AwsServiceException answer, Instant now) {
		return Optional.ofNullable(answer.awsErrorDetails())
			.flatMap((details) -> Optional.ofNullable(details.sdkHttpResponse()))
			.flatMap((response) -> response.firstMatchingHeader("Date"))
			.flatMap(CredentialHint::date)
			.map((date) -> Duration.between(date, now));
	}

	private static Optional<Instant> date(String header) {
		try {
			return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static String words(Duration duration) {
		long minutes = Math.round(duration.toSeconds() / 60.0);
		return (minutes < 120) ? minutes + " min" : Math.round(minutes / 60.0) + " h";
	}

}
