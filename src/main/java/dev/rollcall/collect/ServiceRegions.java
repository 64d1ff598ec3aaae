package dev.rollcall.collect;

import java.lang.reflect.InvocationTargetException;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/** Which services exist in which Regions, as far as the SDK's metadata knows. */
final class ServiceRegions {

	private ServiceRegions() {
	}

	/**
	 * Whether a service may exist in a Region. A Region newer than the SDK may have
	 * anything; so may one for which the SDK lists the service nowhere.
	 */
	static boolean mayExist(Class<? extends SdkClient> service, String region) {
		Region asked = Region.of(region);
		if (!Region.regions().contains(asked)) {
			return true;
		}
		var regions = metadata(service).regions();
		return regions.isEmpty() || regions.contains(asked);
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
