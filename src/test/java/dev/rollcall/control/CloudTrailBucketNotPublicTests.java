package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.bucket_not_public}. */
class CloudTrailBucketNotPublicTests extends ThingControlTests {

	CloudTrailBucketNotPublicTests() {
		super("cloudtrail.bucket_not_public", BUCKETS,
				Map.of("policy_public", false, "restricts_public_policy", false, "ignores_public_acls", false),
				Map.of("policy_public", true, "restricts_public_policy", false, "ignores_public_acls", false));
	}

	@Test
	void goesByPolicyAndAclAndWhatItsOwnBlockHoldsBack() {
		assertThat(exposed(false, List.of(), false, false))
			.isEqualTo("COMPLIANT Neither its policy nor its ACL opens it to the public.");
		String policy = "NON_COMPLIANT Its policy lets the public in, and its own public access block does not hold"
				+ " that back.";
		String acl = "NON_COMPLIANT Its ACL grants READ to AllUsers, and its own public access block does not hold"
				+ " that back.";
		String held = "COMPLIANT Its own public access block holds back what its policy or its ACL opens to the"
				+ " public.";
		List<String> grants = List.of("READ to AllUsers");
		assertThat(exposed(true, List.of(), false, false)).isEqualTo(policy);
		assertThat(exposed(true, List.of(), true, false)).isEqualTo(policy);
		assertThat(exposed(true, List.of(), false, true)).isEqualTo(held);
		assertThat(exposed(false, grants, false, false)).isEqualTo(acl);
		assertThat(exposed(false, grants, false, true)).isEqualTo(acl);
		assertThat(exposed(false, grants, true, false)).isEqualTo(held);
		assertThat(exposed(true, grants, true, true)).isEqualTo(held);
		assertThat(exposed(true, grants, false, true)).isEqualTo(acl);
		assertThat(exposed(true, grants, true, false)).isEqualTo(policy);
	}

	@Test
	void doesNotKnowWhatNobodySaid() {
		String missing = "INSUFFICIENT_DATA What S3 said of the bucket is missing.";
		assertThat(of(Map.of("ignores_public_acls", false, "restricts_public_policy", false))).isEqualTo(missing);
		assertThat(of(Map.of("policy_public", true, "ignores_public_acls", false))).isEqualTo(missing);
		assertThat(of(Map.of("policy_public", false, "public_grants", List.of("READ to AllUsers")))).isEqualTo(missing);
	}

	private String exposed(boolean policy, List<String> grants, boolean ignores, boolean restricts) {
		return of(Map.of("policy_public", policy, "public_grants", grants, "ignores_public_acls", ignores,
				"restricts_public_policy", restricts));
	}

	@Test
	void doesNotApplyToABucketThatIsNotThereAndKnowsNothingWithoutEvidence() {
		assertThat(of(Map.of("found", false))).isEqualTo("NOT_APPLICABLE There is no such bucket.");
		assertThat(ofNothing()).isEqualTo("INSUFFICIENT_DATA What S3 said of the bucket is missing.");
	}

}
