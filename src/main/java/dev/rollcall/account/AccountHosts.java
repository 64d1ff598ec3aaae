package dev.rollcall.account;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointParams;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointProvider;

/**
 * Clients that write the account before the host's name. What stands in for AWS may have
 * no name that anything can be written before, such as 127.0.0.1: it is then called as it
 * is, and learns the account from a header.
 */
final class AccountHosts {

	/** An address, or a name of the own machine or network. */
	private static final Pattern BARE = Pattern.compile("\\[.*]|[0-9.]+|[^.]+");

	private static final S3ControlEndpointProvider NAMED = S3ControlEndpointProvider.defaultProvider();

	private AccountHosts() {
	}

	static void apply(AwsClientBuilder<?, ?> builder) {
		if (builder instanceof S3ControlClientBuilder s3Control) {
			s3Control.endpointProvider(AccountHosts::endpoint);
		}
	}

	private static CompletableFuture<Endpoint> endpoint(S3ControlEndpointParams asked) {
		String instead = asked.endpoint();
		if (instead == null || !isBare(URI.create(instead).getHost())) {
			return NAMED.resolveEndpoint(asked);
		}
		return CompletableFuture.completedFuture(Endpoint.builder().url(URI.create(instead)).build());
	}

	private static boolean isBare(String host) {
		return BARE.matcher(host.toLowerCase(Locale.ROOT)).matches();
	}

}
