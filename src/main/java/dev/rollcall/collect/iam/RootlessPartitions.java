package dev.rollcall.collect.iam;

import java.util.Set;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Partitions in which nobody can sign in as the root user: credential reports of China
 * have no row of it, the console of GovCloud does not take it, and IAM centralizes
 * nothing of it.
 */
final class RootlessPartitions {

	private static final Set<String> IDS = Set.of("aws-cn", "aws-us-gov");

	private RootlessPartitions() {
	}

	/** Whether a Region lies in one of them. */
	static boolean contain(Region region) {
		return IDS.contains(PartitionMetadata.of(region).id());
	}

}
