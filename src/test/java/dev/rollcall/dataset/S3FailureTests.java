package dev.rollcall.dataset;

import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static org.assertj.core.api.Assertions.assertThat;

class S3FailureTests {

	private static final String US = "whoever gave what runs Rollcall its role ('policy --out' prints what it needs)";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					404 | NoSuchBucket | The specified bucket does not exist. | the bucket does not exist: make it
					301 | PermanentRedirect | Use the endpoint. | the bucket lies in the Region eu-west-1
					400 | AuthorizationHeaderMalformed | The region 'a' is wrong. | the bucket lies in the Region eu-west-1
					400 | KMS.DisabledException | The key is disabled. | the bucket's KMS key cannot be used: ask whoever owns it
					403 | InvalidAccessKeyId | No such key. | these credentials are not valid any longer, or not here
					400 | ExpiredToken | It has expired. | these credentials are not valid any longer, or not here
					403 | RequestTimeTooSkewed | The difference is too large. | this machine's clock is wrong
					501 | NotImplemented | A header is not implemented. | a night needs an output that puts an object only
					""")
	void saysWhatToMend(int status, String code, String message, String advice) {
		OutputException failure = failure(answer(status, code, message));
		assertThat(failure)
			.hasMessageStartingWith(
					"Cannot write s3://b/k: " + code + ": " + message.replaceAll("\\.$", "") + " (request R1); ")
			.hasMessageContaining(advice.replace("owns it", "owns the key"));
		assertThat(failure.isLasting()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Access Denied | s3:PutObject | {us}, then the bucket's owner
					X is not authorized to perform: s3:PutObject on resource: "r" because no identity-based policy allows | s3:PutObject | {us}
					X is not authorized to perform: s3:PutObject on resource: "r" with an explicit deny in a resource-based policy | s3:PutObject | the bucket's owner, for its bucket policy
					X is not authorized to perform: s3:PutObject on resource: "r" with an explicit deny in a service control policy | s3:PutObject | whoever keeps the organization's policies
					X is not authorized to perform: s3:PutObject on resource: "r" because no VPC endpoint policy allows | s3:PutObject | whoever owns the VPC endpoint
					X is not authorized to perform: kms:GenerateDataKey on resource: k because no identity-based policy allows | kms:GenerateDataKey | {us}
					X is not authorized to perform: kms:GenerateDataKey on resource: k because no resource-based policy allows | kms:GenerateDataKey | whoever owns the key, for its key policy
					""")
	void saysWhatIsMissingAndWhomToAsk(String message, String action, String whom) {
		OutputException failure = failure(answer(403, "AccessDenied", message));
		assertThat(failure)
			.hasMessageEndingWith("; the permission " + action + " is missing: ask " + whom.replace("{us}", US));
		assertThat(failure.isLasting()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "503, SlowDown", "500, InternalError", "429, TooManyRequests", "409, OperationAborted",
			"400, RequestTimeout", "502," })
	void whatMayPassIsNotLasting(int status, @Nullable String code) {
		OutputException failure = failure(answer(status, code, "Later."));
		assertThat(failure.isLasting()).isFalse();
		assertThat(failure).hasMessage(
				"Cannot write s3://b/k: " + ((code != null) ? code : "HTTP " + status) + ": Later (request R1)");
	}

	@Test
	void whatTheNetworkDoesIsNotLastingAndWhatOurSettingsLackIs() {
		assertThat(failure(SdkClientException.create("No host", new UnknownHostException("s3"))).isLasting()).isFalse();
		assertThat(failure(SdkClientException.create("Unable to load credentials")).isLasting()).isTrue();
	}

	@Test
	void aRefusalThatIsNotOfS3NamesNoPermission() {
		assertThat(failure(S3Exception.builder()
			.statusCode(403)
			.awsErrorDetails(
					AwsErrorDetails.builder().errorMessage("answered by the proxy p rather than by AWS").build())
			.build())).hasMessage("Cannot write s3://b/k: HTTP 403: answered by the proxy p rather than by AWS");
	}

	private static OutputException failure(SdkException failure) {
		return S3Failure.of("Cannot write s3://b/k", "s3:PutObject", failure);
	}

	private static SdkException answer(int status, @Nullable String code, String message) {
		return S3Exception.builder()
			.statusCode(status)
			.requestId("R1")
			.awsErrorDetails(AwsErrorDetails.builder()
				.errorCode(code)
				.errorMessage(message)
				.sdkHttpResponse(SdkHttpResponse.builder()
					.statusCode(status)
					.putHeader("x-amz-bucket-region", "eu-west-1")
					.build())
				.build())
			.build();
	}

}
