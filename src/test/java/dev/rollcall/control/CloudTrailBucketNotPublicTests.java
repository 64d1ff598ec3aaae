package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code cloudtrail.bucket_not_public}. */
class CloudTrailBucketNotPublicTests {

	private static final String ACCOUNT = "111111111111";

	private static final String BUCKET = "arn:aws:s3:::b";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailBucketNotPublicTests() {
		this.night.member(ACCOUNT);
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

	private static String exposed(boolean policy, List<String> grants, boolean ignores, boolean restricts) {
		return of(Map.of("policy_public", policy, "public_grants", grants, "ignores_public_acls", ignores,
				"restricts_public_policy", restricts));
	}

	@Test
	void doesNotApplyToABucketThatIsNotThereAndKnowsNothingWithoutEvidence() {
		assertThat(of(Map.of("found", false))).isEqualTo("NOT_APPLICABLE There is no such bucket.");
		read(this.night).thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ);
		assertThat(this.night.judge("cloudtrail.bucket_not_public")).containsExactly(new Judgement(ACCOUNT, "global",
				BUCKET, "INSUFFICIENT_DATA", "What S3 said of the bucket is missing."));
	}

	@Test
	void saysOfEachBucketAndOfNoOther() {
		String other = BUCKET + "2";
		read(this.night).thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ)
			.thing(ACCOUNT, "cloudtrail-bucket", "global", other, CellStatus.READ)
			.row("trail_bucket", ACCOUNT, "global",
					values(BUCKET,
							Map.of("policy_public", false, "restricts_public_policy", false, "ignores_public_acls",
									false)))
			.row("trail_bucket", ACCOUNT, "global", values(other,
					Map.of("policy_public", true, "restricts_public_policy", false, "ignores_public_acls", false)));
		assertThat(this.night.judge("cloudtrail.bucket_not_public")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(BUCKET, "COMPLIANT"), tuple(other, "NON_COMPLIANT"));
	}

	@Test
	void doesNotKnowWhatNobodyWasAllowedToRead() {
		read(this.night).denied(ACCOUNT, "cloudtrail-bucket", "global", "s3:GetBucketAcl");
		assertThat(this.night.judge("cloudtrail.bucket_not_public")).containsExactly(
				new Judgement(ACCOUNT, "global", TestNight.anyThing(ACCOUNT, "global"), "INSUFFICIENT_DATA",
						"s3:GetBucketAcl was denied (AccessDenied); the permission s3:GetBucketAcl is missing."));
	}

	@Test
	void doesNotApplyToAccountWhoseBucketsNoTrailNames() {
		read(this.night);
		assertThat(this.night.judge("cloudtrail.bucket_not_public"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "No trail names a bucket of this account."));
	}

	@Test
	void saysBesideTheBucketsThatTrailsCouldNameMore() {
		read(this.night).denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ)
			.row("trail_bucket", ACCOUNT, "global", values(BUCKET,
					Map.of("policy_public", false, "restricts_public_policy", false, "ignores_public_acls", false)));
		assertThat(this.night.judge("cloudtrail.bucket_not_public")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(ACCOUNT, "INSUFFICIENT_DATA"), tuple(BUCKET, "COMPLIANT"));
	}

	private static String of(Map<String, Object> bucket) {
		try (TestNight other = new TestNight()) {
			read(other.member(ACCOUNT)).thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ)
				.row("trail_bucket", ACCOUNT, "global", values(BUCKET, bucket));
			List<Judgement> judgements = other.judge("cloudtrail.bucket_not_public");
			assertThat(judgements).hasSize(1);
			return judgements.get(0).verdict() + " " + judgements.get(0).reason();
		}
	}

	private static Map<String, Object> values(String arn, Map<String, Object> bucket) {
		Map<String, Object> values = new HashMap<>(bucket);
		values.put("arn", arn);
		values.putIfAbsent("found", true);
		return values;
	}

	private static TestNight read(TestNight night) {
		return night.read(ACCOUNT, "cloudtrail", "eu-west-1").read(ACCOUNT, "cloudtrail-elsewhere", "global");
	}

}
