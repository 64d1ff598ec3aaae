package dev.rollcall.export;

import java.util.Map;

/**
 * What a finding is about, as Security Hub names things.
 *
 * @param id an ARN, or the account's id
 * @param type such as {@code AwsS3Bucket}; {@code Other} where there is no name for it
 */
record AffectedResource(String id, String type) {

	static final String ACCOUNT = "AwsAccount";

	private static final String OTHER = "Other";

	/** By the ARN's service and kind; a service alone where it has no kinds. */
	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("s3", "AwsS3Bucket"),
			Map.entry("cloudtrail:trail", "AwsCloudTrailTrail"), Map.entry("kms:key", "AwsKmsKey"),
			Map.entry("iam:role", "AwsIamRole"), Map.entry("iam:user", "AwsIamUser"),
			Map.entry("iam:policy", "AwsIamPolicy"), Map.entry("sns", "AwsSnsTopic"), Map.entry("sqs", "AwsSqsQueue"),
			Map.entry("lambda:function", "AwsLambdaFunction"), Map.entry("lambda:layer", "AwsLambdaLayerVersion"),
			Map.entry("secretsmanager:secret", "AwsSecretsManagerSecret"),
			Map.entry("dynamodb:table", "AwsDynamoDbTable"), Map.entry("ecr:repository", "AwsEcrRepository"),
			Map.entry("rds:snapshot", "AwsRdsDbSnapshot"), Map.entry("rds:cluster-snapshot", "AwsRdsDbClusterSnapshot"),
			Map.entry("ec2:volume", "AwsEc2Volume"));

	static AffectedResource of(Judgement judgement) {
		if (judgement.isOfAccount()) {
			return new AffectedResource(judgement.accountId(), ACCOUNT);
		}
		String key = judgement.finding().resourceId();
		String id = key.startsWith("arn:") ? withoutPrincipal(key) : key;
		return new AffectedResource(id, type(id));
	}

	/** Of external access the key names the resource, then who reaches it. */
	private static String withoutPrincipal(String key) {
		int principal = key.indexOf('|');
		return (principal < 0) ? key : key.substring(0, principal);
	}

	private static String type(String id) {
		String[] parts = id.split(":", 6);
		if (parts.length < 6 || !parts[0].equals("arn")) {
			return OTHER;
		}
		String service = parts[2];
		String kind = parts[5].split("[/:]", 2)[0];
		return TYPES.getOrDefault(service, TYPES.getOrDefault(service + ":" + kind, OTHER));
	}

}
