package dev.rollcall.collect.config;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A delivery channel: where Config puts what it records.
 *
 * @param name the channel's name
 * @param bucket the bucket it delivers to
 * @param topicArn the topic it notifies
 * @param lastStatus FAILURE where any of its deliveries (history, snapshot, stream)
 * failed last, else SUCCESS where any succeeded, else NOT_APPLICABLE; null where no
 * status came with it
 * @param lastErrorCode why that failed
 * @param lastSuccessAt when a history or snapshot last arrived
 * @param lastFailedAt when that of the failed ones failed which failed last
 * @param historyStatus how its last history went: SUCCESS, FAILURE, NOT_APPLICABLE
 * @param snapshotStatus the same of its snapshots
 * @param streamStatus the same of its notifications
 */
public record ConfigDelivery(String name, @Nullable String bucket, @Nullable String topicArn,
		@Nullable String lastStatus, @Nullable String lastErrorCode, @Nullable Instant lastSuccessAt,
		@Nullable Instant lastFailedAt, @Nullable String historyStatus, @Nullable String snapshotStatus,
		@Nullable String streamStatus) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.name);
	}

}
