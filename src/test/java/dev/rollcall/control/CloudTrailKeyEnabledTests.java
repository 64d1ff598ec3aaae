package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.key_enabled}. */
class CloudTrailKeyEnabledTests extends ThingControlTests {

	CloudTrailKeyEnabledTests() {
		super("cloudtrail.key_enabled", KEYS, Map.of("state", "Enabled"), Map.of("state", "Disabled"));
	}

	@Test
	void goesByTheStateOfTheKey() {
		assertThat(of(Map.of("state", "Enabled"))).isEqualTo("COMPLIANT The key can be used: its state is Enabled.");
		assertThat(of(Map.of("state", "Updating"))).isEqualTo("COMPLIANT The key can be used: its state is Updating.");
		for (String state : List.of("Disabled", "PendingDeletion", "PendingReplicaDeletion", "PendingImport",
				"Unavailable")) {
			assertThat(of(Map.of("state", state)))
				.isEqualTo("NON_COMPLIANT The key cannot be used: its state is " + state + ".");
		}
		assertThat(of(Map.of("state", "Creating")))
			.isEqualTo("INSUFFICIENT_DATA Whether the key can be used is not known: its state is Creating.");
		assertThat(of(Map.of())).isEqualTo("INSUFFICIENT_DATA KMS does not say in which state the key is.");
	}

	@Test
	void aKeyThatIsGoneCannotBeUsed() {
		assertThat(of(Map.of("found", false)))
			.isEqualTo("NON_COMPLIANT There is no such key: no file that it encrypted can be read.");
	}

}
