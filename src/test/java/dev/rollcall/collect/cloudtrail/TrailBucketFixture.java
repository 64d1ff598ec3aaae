package dev.rollcall.collect.cloudtrail;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code cloudtrail-bucket}. */
class TrailBucketFixture implements SourceFixture {

	private static final String POLICY = """
			{"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
			"Condition": {"Bool": {"aws:SecureTransport": "false"}}}}""";

	/** The first is the one to which the trail delivers. */
	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("s3:ListBuckets", ListBucketsResponse::builder, "Buckets",
				(n) -> Bucket.builder().name((n == 0) ? TrailFixture.BUCKET : "other-" + n).build()));
	}

	@Override
	public Map<String, Answer> answers() {
		return Map.of("s3:GetPublicAccessBlock", Answer.of(GetPublicAccessBlockResponse.builder()
			.publicAccessBlockConfiguration((block) -> block.ignorePublicAcls(true).restrictPublicBuckets(true))
			.build()), "s3:GetBucketPolicyStatus", Answer
				.of(GetBucketPolicyStatusResponse.builder().policyStatus((status) -> status.isPublic(false)).build()),
				"s3:GetBucketPolicy", Answer.of(GetBucketPolicyResponse.builder().policy(POLICY).build()),
				"s3:GetBucketAcl",
				Answer.of(GetBucketAclResponse.builder()
					.grants((grant) -> grant.permission("READ")
						.grantee((grantee) -> grantee.type("Group")
							.uri("http://acs.amazonaws.com/groups/global/AllUsers")))
					.build()),
				"s3:GetBucketLogging",
				Answer.of(GetBucketLoggingResponse.builder()
					.loggingEnabled((logging) -> logging.targetBucket("log"))
					.build()),
				"s3:GetBucketVersioning",
				Answer.of(GetBucketVersioningResponse.builder().status("Enabled").mfaDelete("Disabled").build()),
				"s3:GetObjectLockConfiguration",
				Answer.of(GetObjectLockConfigurationResponse.builder()
					.objectLockConfiguration((lock) -> lock.objectLockEnabled("Enabled")
						.rule((rule) -> rule.defaultRetention((retention) -> retention.mode("COMPLIANCE").days(400))))
					.build()));
	}

	/** An account's trail delivers to a bucket of its own. */
	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("s3:GetBucketPolicyStatus");
	}

}
