package dev.rollcall.collect;

import java.lang.reflect.InvocationTargetException;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.sts.StsClient;

/** Which services exist in which Regions, as far as the SDK's metadata knows. */
final class ServiceRegions {

	private ServiceRegions() {
	}

	/**
	 * Whether a service may exist in a Region. The SDK's list is taken at its word only
	 * where it knows the Region well enough to list STS there, which is everywhere: of a
	 * newer Region it may know the name alone.
	 */
	static boolean mayExist(Class<? extends SdkClient> service, String region) {
		Region asked = Region.of(region);
		return !StsClient.serviceMetadata().regions().contains(asked) || metadata(service).regions().contains(asked);
	}

	private static ServiceMetadata metadata(Class<? extends SdkClient> service) {
		try {
			return (ServiceMetadata) service.getMethod("serviceMetadata").invoke(null);
		}
		catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalArgumentException(service.getName() + " is not a client interface of the AWS SDK", ex);
		}
	}

}
