package dev.rollcall.collect.cloudtrail;

import java.time.Instant;

import dev.rollcall.collect.OfThing;
import org.jspecify.annotations.Nullable;

/**
 * A key of AWS KMS by which trails encrypt their files, as the account says that owns it.
 *
 * @param arn the name by which trails name it: the key's ARN, or that of an alias
 * @param found whether there is such a key; all else is null where there is none
 * @param keyArn the key's own ARN
 * @param state what KMS lets be done with it: {@code Enabled}, {@code Disabled},
 * {@code PendingDeletion}, ...
 * @param manager whose key it is: {@code CUSTOMER}, or {@code AWS}, which cares for it
 * @param origin where its material comes from: {@code AWS_KMS}, {@code EXTERNAL}, or a
 * key store of one's own
 * @param spec its kind, such as {@code SYMMETRIC_DEFAULT}
 * @param deletionAt when KMS will delete it; null where it will not, or not yet
 * @param rotating whether KMS changes its material from time to time; null where it
 * cannot, or the key's state leaves it open
 * @param rotationDays how many days lie between these times, as far as KMS says it
 * @param materialExpires whether KMS will delete its material, which was imported; null
 * where it was not
 * @param materialExpiresAt when
 */
public record TrailKey(String arn, boolean found, @Nullable String keyArn, @Nullable String state,
		@Nullable String manager, @Nullable String origin, @Nullable String spec, @Nullable Instant deletionAt,
		@Nullable Boolean rotating, @Nullable Integer rotationDays, @Nullable Boolean materialExpires,
		@Nullable Instant materialExpiresAt) implements OfThing {

	static TrailKey gone(String arn) {
		return new TrailKey(arn, false, null, null, null, null, null, null, null, null, null, null);
	}

}
