package dev.rollcall.collect.s3control;

import org.jspecify.annotations.Nullable;

/**
 * What S3 blocks for all buckets and access points of an account: the effective block,
 * whoever has set it.
 *
 * @param blockPublicAcls whether requests that would make something public by an ACL are
 * refused
 * @param ignorePublicAcls whether ACLs that make something public have no effect
 * @param blockPublicPolicy whether bucket policies that would make something public are
 * refused
 * @param restrictPublicBuckets whether buckets with a public policy answer only AWS
 * services and the account itself
 */
public record S3AccountBlock(@Nullable Boolean blockPublicAcls, @Nullable Boolean ignorePublicAcls,
		@Nullable Boolean blockPublicPolicy, @Nullable Boolean restrictPublicBuckets) {
}
