package dev.rollcall.account;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/** Where SDK clients come from. */
@FunctionalInterface
public interface ClientSource {

	/**
	 * The client of a service in a Region; one for all accounts, never to be closed by
	 * the caller.
	 * @param type the SDK's client interface, such as {@code CloudTrailClient.class}
	 */
	<C extends SdkClient> C client(Class<C> type, Region region);

}
