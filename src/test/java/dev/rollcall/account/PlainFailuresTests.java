package dev.rollcall.account;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlainFailuresTests {

	private static final String THROUGH = " (through the proxy http://proxy.example:3128)";

	private final Properties properties = new Properties();

	@Test
	void namesTheHostThatHasNoAddress() {
		Throwable failure = SdkClientException.create("See cause",
				SdkClientException.create("x", new UnknownHostException("sts.us-east-1.amazonaws.com")));
		assertThat(words(failure)).isEqualTo("No address is known here of sts.us-east-1.amazonaws.com");
	}

	@Test
	void namesTheProxyThatWasNotReachedWithoutWhomItSignsIn() {
		throughProxy();
		assertThat(words(SdkClientException.create("Connection refused", new ConnectException())))
			.isEqualTo("Connection refused" + THROUGH);
	}

	@Test
	void keepsTheCauseThatTellsWhetherToRepeat() {
		throughProxy();
		ConnectException cause = new ConnectException();
		assertThat(said(SdkClientException.create("Connection refused", cause))).hasCause(cause);
	}

	@Test
	void namesTheProxyThatAnsweredInPlaceOfAws() {
		throughProxy();
		assertThat(words(answer(AwsErrorDetails.builder().build(), null)))
			.startsWith("answered by the proxy http://proxy.example:3128 rather than by AWS");
	}

	@Test
	void leavesWhatAwsAnsweredAndWhatIsNotOfTheNetwork() {
		throughProxy();
		Throwable denied = answer(AwsErrorDetails.builder().errorCode("AccessDenied").build(), "r-1");
		Throwable head = answer(AwsErrorDetails.builder().build(), "r-1");
		Throwable late = ApiCallTimeoutException.create(100);
		Throwable unsigned = SdkClientException.create("Unable to load credentials");
		assertThat(said(denied)).isSameAs(denied);
		assertThat(said(head)).isSameAs(head);
		assertThat(said(late)).isSameAs(late);
		assertThat(said(unsigned)).isSameAs(unsigned);
	}

	@Test
	void isAskedByEveryClientOfTheSdk() {
		try (StsClient sts = StsClient.builder()
			.region(Region.US_EAST_1)
			.endpointOverride(URI.create("https://sts.invalid"))
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.build()) {
			assertThatThrownBy(sts::getCallerIdentity)
				.hasMessageStartingWith("No address is known here of sts.invalid");
		}
	}

	private void throughProxy() {
		this.properties.setProperty("http.proxyHost", "proxy.example");
		this.properties.setProperty("http.proxyPort", "3128");
		this.properties.setProperty("http.proxyUser", "me");
		this.properties.setProperty("http.proxyPassword", "secret");
	}

	private static Throwable answer(AwsErrorDetails details, @Nullable String requestId) {
		return StsException.builder().awsErrorDetails(details).statusCode(403).requestId(requestId).build();
	}

	private String words(Throwable failure) {
		return String.valueOf(said(failure).getMessage());
	}

	private Throwable said(Throwable failure) {
		return new PlainFailures(this.properties).modifyException(new Failed(failure), new ExecutionAttributes());
	}

	/** An execution of which only the failure is looked at. */
	private record Failed(Throwable exception) implements Context.FailedExecution {

		@Override
		public SdkRequest request() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Optional<SdkHttpRequest> httpRequest() {
			return Optional.empty();
		}

		@Override
		public Optional<SdkHttpResponse> httpResponse() {
			return Optional.empty();
		}

		@Override
		public Optional<SdkResponse> response() {
			return Optional.empty();
		}

	}

}
