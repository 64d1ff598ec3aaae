package dev.rollcall.account;

import java.net.URI;
import java.util.Optional;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * How a night reaches AWS, and as whom.
 *
 * @param credentials our own
 * @param home the Region where we run
 * @param endpoint what stands in for AWS; empty: AWS, or what its own settings say
 * @param inFlight how many calls may be in flight at once
 * @param simulation what is simulated, in words; empty where it is a real organization
 */
public record Connection(AwsCredentialsProvider credentials, Region home, Optional<URI> endpoint, int inFlight,
		Optional<String> simulation) {

	/** Calls in flight at once, at most. */
	private static final int IN_FLIGHT = 256;

	/** The same for each processor: what more of them ask, it attends to too late. */
	private static final int IN_FLIGHT_EACH = 128;

	/**
	 * AWS, by its standard settings.
	 * @throws software.amazon.awssdk.core.exception.SdkClientException where they name no
	 * Region
	 */
	public static Connection standard() {
		return new Connection(DefaultCredentialsProvider.builder().build(),
				DefaultAwsRegionProviderChain.builder().build().getRegion(), Optional.empty(), callsInFlight(),
				Optional.empty());
	}

	/** How many calls may be in flight at once on this machine. */
	public static int callsInFlight() {
		return Math.min(IN_FLIGHT, IN_FLIGHT_EACH * Runtime.getRuntime().availableProcessors());
	}

}
