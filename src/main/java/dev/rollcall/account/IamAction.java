package dev.rollcall.account;

import java.util.Map;

/**
 * The action that a policy has to allow for an operation to be answered. IAM gives most
 * the operation's own name.
 */
public final class IamAction {

	/** Those that have another, as the Service Authorization Reference has them. */
	private static final Map<String, String> OTHERS = Map.of("access-analyzer:ListFindingsV2",
			"access-analyzer:ListFindings", "s3control:GetPublicAccessBlock", "s3:GetAccountPublicAccessBlock",
			"s3:ListBuckets", "s3:ListAllMyBuckets", "s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock",
			"s3:GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration");

	private IamAction() {
	}

	/**
	 * The action of an operation, both as {@code service:Name}.
	 * @param operation as the service's API calls it
	 */
	public static String of(String operation) {
		return OTHERS.getOrDefault(operation, operation);
	}

}
