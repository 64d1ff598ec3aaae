package dev.rollcall.collect;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialHintTests {

	private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			RequestTimeTooSkewed      | Wed, 1 Jul 2026 11:45:10 GMT  | This machine's clock is 15 min ahead of AWS's
			SignatureDoesNotMatch     | Wed, 1 Jul 2026 12:20:00 GMT  | This machine's clock is 20 min behind AWS's
			InvalidSignatureException | Thu, 2 Jul 2026 12:00:00 GMT  | This machine's clock is 24 h behind AWS's
			""")
	void saysHowFarOurClockIsOff(String code, String date, String hint) {
		assertThat(CredentialHint.of(code, answer(date), NOW)).isEqualTo(hint);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			Wed, 1 Jul 2026 12:00:30 GMT
			yesterday
			-
			""")
	void suspectsTheSecretWhereTheClockIsRight(@Nullable String date) {
		assertThat(CredentialHint.of("SignatureDoesNotMatch", answer(date), NOW)).contains("the secret key");
	}

	@Test
	void takesWhatEc2CallsExpiredForTheSessionWhereTheClockIsRight() {
		assertThat(CredentialHint.of("RequestExpired", answer("Wed, 1 Jul 2026 12:00:30 GMT"), NOW))
			.startsWith("The credentials expired");
		assertThat(CredentialHint.of("RequestExpired", answer("Wed, 1 Jul 2026 12:20:00 GMT"), NOW))
			.isEqualTo("This machine's clock is 20 min behind AWS's");
	}

	@Test
	void saysWhatElseIsWrongWithUs() {
		assertThat(CredentialHint.of("InvalidClientTokenId", answer(null), NOW)).contains("not known there");
		assertThat(CredentialHint.of("ExpiredToken", answer(null), NOW)).startsWith("The credentials expired");
		assertThat(CredentialHint.of("AccessDenied", answer(null), NOW)).isNull();
	}

	private static AwsServiceException answer(@Nullable String date) {
		SdkHttpResponse.Builder response = SdkHttpResponse.builder().statusCode(403);
		if (date != null) {
			response.putHeader("Date", date);
		}
		return AwsServiceException.builder()
			.statusCode(403)
			.message("no")
			.awsErrorDetails(AwsErrorDetails.builder().sdkHttpResponse(response.build()).build())
			.build();
	}

}
