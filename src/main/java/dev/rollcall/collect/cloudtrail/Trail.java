package dev.rollcall.collect.cloudtrail;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A trail with its status and what it records, read in its home Region.
 *
 * @param multiRegion whether it records every Region
 * @param organizationTrail whether it records every account of the organization
 * @param logging whether it is switched on
 * @param logFileValidation whether digests of its files are delivered
 * @param kmsKeyId the key that encrypts its files; null for the bucket's own encryption
 * @param bucket where it delivers to
 * @param managementEvents which management events it records
 * @param dataEvents whether it records any data events
 * @param cloudWatchLogsGroupArn the log group it also delivers to
 * @param latestDeliveryError what the last delivery failed with; null where it did not
 * @param latestDeliveryAt when it last delivered
 */
public record Trail(String arn, String name, boolean multiRegion, boolean organizationTrail, boolean logging,
		@Nullable Boolean logFileValidation, @Nullable String kmsKeyId, @Nullable String bucket,
		ManagementEvents managementEvents, boolean dataEvents, @Nullable String cloudWatchLogsGroupArn,
		@Nullable String latestDeliveryError, @Nullable Instant latestDeliveryAt) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.arn);
	}

}
