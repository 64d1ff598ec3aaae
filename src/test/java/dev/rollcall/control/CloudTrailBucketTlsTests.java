package dev.rollcall.control;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.bucket_tls}. */
class CloudTrailBucketTlsTests extends ThingControlTests {

	CloudTrailBucketTlsTests() {
		super("cloudtrail.bucket_tls", BUCKETS, Map.of("transport", "ALL"), Map.of("transport", "NONE"));
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
		assertThat(ofNothing()).isEqualTo("INSUFFICIENT_DATA What S3 said of the bucket is missing.");
	}

}
