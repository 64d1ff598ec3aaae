package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code cloudtrail.bucket_tls}. */
class CloudTrailBucketTlsTests {

	private static final String ACCOUNT = "111111111111";

	private static final String BUCKET = "arn:aws:s3:::b";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailBucketTlsTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void goesByWhatThePolicyDemands() {
		assertThat(of(Map.of("transport", "ALL"))).isEqualTo("COMPLIANT Its policy denies every request without TLS.");
		assertThat(of(Map.of("transport", "SOME")))
			.isEqualTo("NON_COMPLIANT Its policy denies requests without TLS to some, or of some kinds, alone.");
		assertThat(of(Map.of("transport", "NONE")))
			.isEqualTo("NON_COMPLIANT No statement of its policy denies requests without TLS.");
		assertThat(of(Map.of("transport", "UNKNOWN"))).isEqualTo(
				"INSUFFICIENT_DATA Its policy denies by the way of transport in a manner that is not weighed here.");
	}

	@Test
	void doesNotApplyToABucketThatIsNotThereAndKnowsNothingWithoutEvidence() {
		assertThat(of(Map.of("found", false))).isEqualTo("NOT_APPLICABLE There is no such bucket.");
		read(this.night).thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ);
		assertThat(this.night.judge("cloudtrail.bucket_tls")).containsExactly(new Judgement(ACCOUNT, "global", BUCKET,
				"INSUFFICIENT_DATA", "What S3 said of the bucket is missing."));
	}

	@Test
	void saysOfEachBucketAndOfNoOther() {
		String other = BUCKET + "2";
		read(this.night).thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ)
			.thing(ACCOUNT, "cloudtrail-bucket", "global", other, CellStatus.READ)
			.row("trail_bucket", ACCOUNT, "global", values(BUCKET, Map.of("transport", "ALL")))
			.row("trail_bucket", ACCOUNT, "global", values(other, Map.of("transport", "NONE")));
		assertThat(this.night.judge("cloudtrail.bucket_tls")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(BUCKET, "COMPLIANT"), tuple(other, "NON_COMPLIANT"));
	}

	@Test
	void doesNotKnowWhatNobodyWasAllowedToRead() {
		read(this.night).denied(ACCOUNT, "cloudtrail-bucket", "global", "s3:GetBucketAcl");
		assertThat(this.night.judge("cloudtrail.bucket_tls")).containsExactly(
				new Judgement(ACCOUNT, "global", TestNight.anyThing(ACCOUNT, "global"), "INSUFFICIENT_DATA",
						"s3:GetBucketAcl was denied (AccessDenied); the permission s3:GetBucketAcl is missing."));
	}

	@Test
	void doesNotApplyToAccountWhoseBucketsNoTrailNames() {
		read(this.night);
		assertThat(this.night.judge("cloudtrail.bucket_tls"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "No trail names a bucket of this account."));
	}

	@Test
	void saysBesideTheBucketsThatTrailsCouldNameMore() {
		read(this.night).denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ)
			.row("trail_bucket", ACCOUNT, "global", values(BUCKET, Map.of("transport", "ALL")));
		assertThat(this.night.judge("cloudtrail.bucket_tls")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(ACCOUNT, "INSUFFICIENT_DATA"), tuple(BUCKET, "COMPLIANT"));
	}

	private static String of(Map<String, Object> bucket) {
		try (TestNight other = new TestNight()) {
			read(other.member(ACCOUNT)).thing(ACCOUNT, "cloudtrail-bucket", "global", BUCKET, CellStatus.READ)
				.row("trail_bucket", ACCOUNT, "global", values(BUCKET, bucket));
			List<Judgement> judgements = other.judge("cloudtrail.bucket_tls");
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
