package dev.rollcall.control;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.bucket_versioning}. */
class CloudTrailBucketVersioningTests extends ThingControlTests {

	CloudTrailBucketVersioningTests() {
		super("cloudtrail.bucket_versioning", BUCKETS, Map.of("versioning", "Enabled"),
				Map.of("versioning", "Suspended"));
	}

	@Test
	void goesByWhetherItKeepsVersions() {
		assertThat(of(Map.of("versioning", "Enabled"))).isEqualTo("COMPLIANT It keeps versions.");
		assertThat(of(Map.of("versioning", "Suspended"))).isEqualTo("NON_COMPLIANT It no longer keeps versions.");
		assertThat(of(Map.of())).isEqualTo("NON_COMPLIANT It never kept versions.");
		assertThat(of(Map.of("versioning", "Sometimes")))
			.isEqualTo("INSUFFICIENT_DATA What S3 said of the bucket is missing.");
	}

	@Test
	void doesNotApplyToABucketThatIsNotThereAndKnowsNothingWithoutEvidence() {
		assertThat(of(Map.of("found", false))).isEqualTo("NOT_APPLICABLE There is no such bucket.");
		assertThat(ofNothing()).isEqualTo("INSUFFICIENT_DATA What S3 said of the bucket is missing.");
	}

}
