package dev.rollcall.control;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.bucket_logging}. */
class CloudTrailBucketLoggingTests extends ThingControlTests {

	CloudTrailBucketLoggingTests() {
		super("cloudtrail.bucket_logging", BUCKETS, Map.of("log_bucket", "l"), Map.of("found", true));
	}

	@Test
	void goesByWhereRequestsAreLogged() {
		assertThat(of(Map.of("log_bucket", "access")))
			.isEqualTo("COMPLIANT Requests to it are logged in the bucket access.");
		assertThat(of(Map.of())).isEqualTo("NON_COMPLIANT Requests to it are not logged.");
	}

	@Test
	void doesNotApplyToABucketThatIsNotThereAndKnowsNothingWithoutEvidence() {
		assertThat(of(Map.of("found", false))).isEqualTo("NOT_APPLICABLE There is no such bucket.");
		assertThat(ofNothing()).isEqualTo("INSUFFICIENT_DATA What S3 said of the bucket is missing.");
	}

}
