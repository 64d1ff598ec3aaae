package dev.rollcall.control;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.key_rotation}. */
class CloudTrailKeyRotationTests extends ThingControlTests {

	private static final Map<String, Object> OF_KMS = Map.of("state", "Enabled", "origin", "AWS_KMS", "spec",
			"SYMMETRIC_DEFAULT");

	CloudTrailKeyRotationTests() {
		super("cloudtrail.key_rotation", KEYS, Map.of("state", "Enabled", "origin", "AWS_KMS", "rotating", true),
				Map.of("state", "Enabled", "origin", "AWS_KMS", "rotating", false));
	}

	@Test
	void goesByWhetherAndHowOftenKmsRotatesTheKey() {
		assertThat(of(with("rotating", true, "rotation_days", 365)))
			.isEqualTo("COMPLIANT KMS rotates the key every 365 days.");
		assertThat(of(with("rotating", true, "rotation_days", 366)))
			.isEqualTo("COMPLIANT KMS rotates the key every 366 days.");
		assertThat(of(with("rotating", true, "rotation_days", 367)))
			.isEqualTo("NON_COMPLIANT KMS rotates the key every 367 days, more than 366.");
		assertThat(of(with("rotating", true)))
			.isEqualTo("COMPLIANT KMS rotates the key; of the days between it says nothing.");
		assertThat(of(with("rotating", false))).isEqualTo("NON_COMPLIANT KMS does not rotate the key.");
		assertThat(of(with())).isEqualTo("INSUFFICIENT_DATA Whether KMS rotates the key is not known.");
		assertThat(of(Map.of("rotation_days", 30)))
			.isEqualTo("INSUFFICIENT_DATA Whether KMS rotates the key is not known.");
		assertThat(of(with("state", "Updating", "rotating", false)))
			.isEqualTo("NON_COMPLIANT KMS does not rotate the key.");
	}

	@Test
	void doesNotApplyToKeysThatKmsCannotRotate() {
		assertThat(of(with("origin", "EXTERNAL"))).isEqualTo(
				"NOT_APPLICABLE KMS cannot rotate a key of the kind SYMMETRIC_DEFAULT and the origin EXTERNAL by itself.");
		assertThat(of(Map.of("state", "Enabled", "origin", "AWS_CLOUDHSM")))
			.isEqualTo("NOT_APPLICABLE KMS cannot rotate a key of the kind - and the origin AWS_CLOUDHSM by itself.");
		assertThat(of(with("spec", "RSA_2048", "rotating", false)))
			.isEqualTo("NOT_APPLICABLE KMS cannot rotate a key of the kind RSA_2048 and the origin AWS_KMS by itself.");
	}

	@Test
	void doesNotApplyToKeysThatCannotBeUsed() {
		assertThat(of(with("state", "PendingDeletion")))
			.isEqualTo("NOT_APPLICABLE KMS rotates no key that cannot be used: its state is PendingDeletion.");
		assertThat(of(with("state", "Disabled", "rotating", true)))
			.isEqualTo("NOT_APPLICABLE KMS rotates no key that cannot be used: its state is Disabled.");
		assertThat(of(Map.of("found", false)))
			.isEqualTo("NOT_APPLICABLE There is no such key, and so nothing that could be rotated.");
	}

	private static Map<String, Object> with(Object... changes) {
		Map<String, Object> key = new HashMap<>(OF_KMS);
		for (int i = 0; i < changes.length; i += 2) {
			key.put(String.valueOf(changes[i]), changes[i + 1]);
		}
		return key;
	}

}
