package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.bucket_lock}. */
class CloudTrailBucketLockTests extends ThingControlTests {

	CloudTrailBucketLockTests() {
		super("cloudtrail.bucket_lock", BUCKETS, Map.of("mfa_delete", true),
				Map.of("mfa_delete", false, "object_lock", false));
	}

	@Test
	void goesByMfaDeleteOrTheDefaultRetention() {
		assertThat(of(Map.of("mfa_delete", true, "object_lock", false)))
			.isEqualTo("COMPLIANT To delete a version takes a second factor.");
		assertThat(locked(90, "COMPLIANCE"))
			.isEqualTo("COMPLIANT Its objects are locked for 90 days by default (COMPLIANCE).");
		assertThat(locked(90, "GOVERNANCE"))
			.isEqualTo("COMPLIANT Its objects are locked for 90 days by default; whoever"
					+ " may bypass governance retention can still delete them.");
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

	private String locked(int days, String mode) {
		return of(Map.of("mfa_delete", false, "object_lock", true, "lock_days", days, "lock_mode", mode));
	}

	@Test
	void doesNotApplyToABucketThatIsNotThereAndKnowsNothingWithoutEvidence() {
		assertThat(of(Map.of("found", false))).isEqualTo("NOT_APPLICABLE There is no such bucket.");
		assertThat(ofNothing()).isEqualTo("INSUFFICIENT_DATA What S3 said of the bucket is missing.");
	}

}
