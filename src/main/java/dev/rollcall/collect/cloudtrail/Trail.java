package dev.rollcall.collect.cloudtrail;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A trail with its status and what it records, read in its home Region.
 *
 * @param arn the trail's ARN
 * @param name the trail's name
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
 * @param globalServiceEvents whether it records the events of services that have no
 * Region, such as IAM
 * @param managementReads the services whose every read it records: {@code *} stands for
 * all, {@code -NAME} leaves one out
 * @param managementWrites the same of writes
 * @param managementConditions what narrows its management events, empty where nothing
 * does
 * @param managementUnknown fields of its selectors of which this version cannot tell
 * which management events they leave
 * @param dataReads the types of resources of which every read is recorded
 * @param dataWrites the types of resources of which every write is recorded
 * @param dataConditions the data events that it records of some resources, or in part
 * @param dataUnknown fields of its selectors of which this version cannot tell which data
 * events they leave
 * @param latestLogGroupError what the last delivery to the log group failed with
 * @param latestLogGroupAt when it last delivered to the log group
 * @param latestDigestError what the last delivery of a digest failed with
 * @param latestDigestAt when it last delivered a digest
 * @param topicArn the topic that it tells of its log files; null where there is none
 * @param latestNotificationError what the last notification failed with
 * @param latestNotificationAt when it last notified
 * @param startedAt when it was last switched on
 * @param stoppedAt when it was last switched off
 */
public record Trail(String arn, String name, boolean multiRegion, boolean organizationTrail, boolean logging,
		@Nullable Boolean logFileValidation, @Nullable String kmsKeyId, @Nullable String bucket,
		ManagementEvents managementEvents, boolean dataEvents, @Nullable String cloudWatchLogsGroupArn,
		@Nullable String latestDeliveryError, @Nullable Instant latestDeliveryAt, @Nullable Boolean globalServiceEvents,
		List<String> managementReads, List<String> managementWrites, List<String> managementConditions,
		List<String> managementUnknown, List<String> dataReads, List<String> dataWrites, List<String> dataConditions,
		List<String> dataUnknown, @Nullable String latestLogGroupError, @Nullable Instant latestLogGroupAt,
		@Nullable String latestDigestError, @Nullable Instant latestDigestAt, @Nullable String topicArn,
		@Nullable String latestNotificationError, @Nullable Instant latestNotificationAt, @Nullable Instant startedAt,
		@Nullable Instant stoppedAt) implements Keyed {

	public Trail {
		managementReads = List.copyOf(managementReads);
		managementWrites = List.copyOf(managementWrites);
		managementConditions = List.copyOf(managementConditions);
		managementUnknown = List.copyOf(managementUnknown);
		dataReads = List.copyOf(dataReads);
		dataWrites = List.copyOf(dataWrites);
		dataConditions = List.copyOf(dataConditions);
		dataUnknown = List.copyOf(dataUnknown);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.arn);
	}

}
