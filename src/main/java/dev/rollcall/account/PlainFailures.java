package dev.rollcall.account;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Says of a request that did not reach AWS which host was sought, and through which
 * proxy. The SDK makes one for every client: a resource lists it.
 */
public final class PlainFailures implements ExecutionInterceptor {

	private final Properties properties;

	public PlainFailures() {
		this(System.getProperties());
	}

	PlainFailures(Properties properties) {
		this.properties = properties;
	}

	@Override
	public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
		Throwable failure = context.exception();
		if (failure instanceof AwsServiceException answer) {
			return isOfNobody(answer) ? ofProxy(answer) : answer;
		}
		boolean ofNetwork = failure.getClass() == SdkClientException.class && cause(failure, IOException.class) != null;
		return ofNetwork ? SdkClientException.create(words(failure), failure.getCause()) : failure;
	}

	/**
	 * Whether an answer is of something between, such as a proxy: AWS's services give
	 * theirs ids, whatever they answer.
	 */
	public static boolean isOfNobody(AwsServiceException answer) {
		AwsErrorDetails details = answer.awsErrorDetails();
		return answer.requestId() == null && details != null && details.errorCode() == null;
	}

	private Throwable ofProxy(AwsServiceException answer) {
		String proxy = proxy();
		if (proxy == null) {
			return answer;
		}
		return answer.toBuilder()
			.awsErrorDetails(answer.awsErrorDetails()
				.toBuilder()
				.errorMessage("answered by the proxy " + proxy + " rather than by AWS")
				.build())
			.build();
	}

	private String words(Throwable failure) {
		UnknownHostException unknown = cause(failure, UnknownHostException.class);
		String said = (unknown != null) ? "No address is known here of " + unknown.getMessage()
				: String.valueOf(failure.getMessage());
		String proxy = proxy();
		return (proxy != null) ? said + " (through the proxy " + proxy + ")" : said;
	}

	private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
		for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

	/** As the SDK is told of it, without whom it signs in. */
	private @Nullable String proxy() {
		String host = this.properties.getProperty("http.proxyHost", "");
		return host.isBlank() ? null : "http://" + host + ":" + this.properties.getProperty("http.proxyPort", "80");
	}

}
