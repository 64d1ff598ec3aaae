package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code cloudtrail.bucket_lock}. */
class CloudTrailBucketLockTests {

	private static final String ACCOUNT = "111111111111";

	private static final String BUCKET = "arn:aws:s3:::b";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailBucketLockTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void goesByMfaDeleteOrTheDefaultRetention() {
		assertThat(of(Map.of("mfa_delete", true, "object_lock", false)))
			.isEqualTo("COMPLIANT To delete a version takes a second factor.");
		assertThat(locked(90, "COMPLIANCE"))
			.isEqualTo("COMPLIANT Its objects are locked for 90 days by default (COMPLIANCE).");
		assertThat(locked(89, "GOVERNANCE"))
			.isEqualTo("NON_COMPLIANT Its objects are locked for 89 days by default (GOVERNANCE), fewer than 90.");
		assertThat(of(Map.of("mfa_delete", false, "object_lock", true)))
			.isEqualTo("NON_COMPLIANT Its objects can be locked, but are not by default, and CloudTrail locks none.");
		assertThat(of(Map.of("mfa_delete", false, "object_lock", false)))
			.isEqualTo("NON_COMPLIANT Versions can be deleted: neither Object Lock nor MFA delete is on.");
	}

	@Test
	void doesNotKnowWhatNobodySaid() {
		for (String said : List.of("mfa_delete", "object_lock")) {
			assertThat(of(Map.of(said, false))).isEqualTo("INSUFFICIENT_DATA What S3 said of the bucket is missing.");
		}
		assertThat(of(Map.of("object_lock", true)))
			.isEqualTo("INSUFFICIENT_DATA What S3 said of the bucket is missing.");
	}

	private static String locked(int days, String mode) {
		return of(Map.of("mfa_delete", false, "object_lock", true, "lock_days", days, "lock_mode", mode));
	}

	@Test
	void doesNotApplyToABucketThatIsNotThereAndKnowsNothingWithoutEvidence() {
		assertThat(of(Map.of("found", false))).isEqualTo("NOT_APPLICABLE There is no such bucket.");
		read(this.night).thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ);
		assertThat(this.night.judge("cloudtrail.bucket_lock")).containsExactly(new Judgement(ACCOUNT, "global", BUCKET,
				"INSUFFICIENT_DATA", "What S3 said of the bucket is missing."));
	}

	@Test
	void saysOfEachBucketAndOfNoOther() {
		String other = BUCKET + "2";
		read(this.night).thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ)
			.thing(ACCOUNT, "cloudtrail-bucket", "global", other, CellStatus.READ)
			.row("trail_bucket", ACCOUNT, "global", values(BUCKET, Map.of("mfa_delete", true)))
			.row("trail_bucket", ACCOUNT, "global", values(other, Map.of("mfa_delete", false, "object_lock", false)));
		assertThat(this.night.judge("cloudtrail.bucket_lock")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(BUCKET, "COMPLIANT"), tuple(other, "NON_COMPLIANT"));
	}

	@Test
	void doesNotKnowWhatNobodyWasAllowedToRead() {
		read(this.night).denied(ACCOUNT, "cloudtrail-bucket", "global", "s3:GetBucketAcl");
		assertThat(this.night.judge("cloudtrail.bucket_lock")).containsExactly(
				new Judgement(ACCOUNT, "global", TestNight.anyThing(ACCOUNT, "global"), "INSUFFICIENT_DATA",
						"s3:GetBucketAcl was denied (AccessDenied); the permission s3:GetBucketAcl is missing."));
	}

	@Test
	void doesNotApplyToAccountWhoseBucketsNoTrailNames() {
		read(this.night);
		assertThat(this.night.judge("cloudtrail.bucket_lock"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "No trail names a bucket of this account."));
	}

	@Test
	void saysBesideTheBucketsThatTrailsCouldNameMore() {
		read(this.night).denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ)
			.row("trail_bucket", ACCOUNT, "global", values(BUCKET, Map.of("mfa_delete", true)));
		assertThat(this.night.judge("cloudtrail.bucket_lock")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(ACCOUNT, "INSUFFICIENT_DATA"), tuple(BUCKET, "COMPLIANT"));
	}

	private static String of(Map<String, Object> bucket) {
		try (TestNight other = new TestNight()) {
			read(other.member(ACCOUNT)).thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ)
				.row("trail_bucket", ACCOUNT, "global", values(BUCKET, bucket));
			List<Judgement> judgements = other.judge("cloudtrail.bucket_lock");
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
