package dev.rollcall.collect.cloudtrail;

import java.util.List;

import dev.rollcall.collect.OfThing;
import org.jspecify.annotations.Nullable;

/**
 * A bucket to which trails deliver, as the account says that owns it.
 *
 * @param arn its ARN
 * @param found whether there is such a bucket; all else says nothing where there is none
 * @param bucketRegion where it lies
 * @param policyPublic whether S3 calls its policy public; null where there is none such
 * @param publicGrants what its ACL grants everybody, or whoever has an account of AWS
 * @param ignoresPublicAcls whether its own block makes such grants void
 * @param restrictsPublicPolicy whether its own block keeps a public policy to its account
 * and to services
 * @param transport of which requests its policy demands TLS
 * @param logBucket where the requests that it answers are logged; null: nowhere
 * @param versioning {@code Enabled}, {@code Suspended}; null where it never was
 * @param mfaDelete whether it takes a second factor to delete a version
 * @param objectLock whether its objects can be locked
 * @param lockMode how objects are locked by default: {@code COMPLIANCE}, which nobody can
 * lift, or {@code GOVERNANCE}; null: they are not
 * @param lockDays for how many days
 */
public record TrailBucket(String arn, boolean found, @Nullable String bucketRegion, @Nullable Boolean policyPublic,
		List<String> publicGrants, @Nullable Boolean ignoresPublicAcls, @Nullable Boolean restrictsPublicPolicy,
		@Nullable TransportDemand transport, @Nullable String logBucket, @Nullable String versioning,
		@Nullable Boolean mfaDelete, @Nullable Boolean objectLock, @Nullable String lockMode,
		@Nullable Integer lockDays) implements OfThing {

	public TrailBucket {
		publicGrants = List.copyOf(publicGrants);
	}

	static TrailBucket gone(String arn) {
		return new TrailBucket(arn, false, null, null, List.of(), null, null, null, null, null, null, null, null, null);
	}

}
