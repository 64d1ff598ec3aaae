package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.key_kept}. */
class CloudTrailKeyKeptTests extends ThingControlTests {

	CloudTrailKeyKeptTests() {
		super("cloudtrail.key_kept", KEYS, Map.of("state", "Enabled"), Map.of("state", "PendingDeletion"));
	}

	@Test
	void doesNotComplyWhereKmsWillDeleteTheKey() {
		assertThat(of(Map.of("state", "PendingDeletion", "deletion_at", "2026-12-20T01:00:00Z")))
			.isEqualTo("NON_COMPLIANT KMS will delete the key on 2026-12-20.");
		assertThat(of(Map.of("state", "PendingDeletion")))
			.isEqualTo("NON_COMPLIANT KMS will delete the key; it does not say when.");
		assertThat(of(Map.of("state", "PendingReplicaDeletion")))
			.isEqualTo("NON_COMPLIANT KMS will delete the key when its replicas are gone.");
		assertThat(of(Map.of("found", false)))
			.isEqualTo("NON_COMPLIANT There is no such key: no file that it encrypted can be read.");
	}

	@Test
	void compliesInAnyOtherState() {
		for (String state : List.of("Enabled", "Disabled", "Unavailable")) {
			assertThat(of(Map.of("state", state)))
				.isEqualTo("COMPLIANT The key is not to be deleted: its state is " + state + ".");
		}
	}

	@Test
	void doesNotComplyWhereImportedMaterialIsGoneOrGoes() {
		assertThat(of(Map.of("state", "PendingImport"))).isEqualTo(
				"NON_COMPLIANT The key has no material: no file that it encrypted can be read until it is imported again.");
		assertThat(
				of(Map.of("state", "Enabled", "material_expires", true, "material_expires_at", "2026-12-20T01:00:00Z")))
			.isEqualTo("NON_COMPLIANT KMS will delete the imported material of the key on 2026-12-20.");
		assertThat(of(Map.of("state", "Enabled", "material_expires_at", "2026-12-20T01:00:00Z")))
			.isEqualTo("NON_COMPLIANT KMS will delete the imported material of the key on 2026-12-20.");
		assertThat(of(Map.of("state", "Enabled", "material_expires", true)))
			.isEqualTo("NON_COMPLIANT KMS will delete the imported material of the key; it does not say when.");
	}

	@Test
	void compliesWhereImportedMaterialStays() {
		assertThat(of(Map.of("state", "Enabled", "material_expires", false)))
			.isEqualTo("COMPLIANT The key is not to be deleted: its state is Enabled.");
		assertThat(of(
				Map.of("state", "Enabled", "material_expires", false, "material_expires_at", "2026-12-20T01:00:00Z")))
			.isEqualTo("COMPLIANT The key is not to be deleted: its state is Enabled.");
	}

	@Test
	void doesNotKnowWhatKmsDoesNotSay() {
		assertThat(of(Map.of())).isEqualTo("INSUFFICIENT_DATA KMS does not say in which state the key is.");
		assertThat(of(Map.of("state", "Enabled", "deletion_at", "2026-12-20T01:00:00Z")))
			.isEqualTo("INSUFFICIENT_DATA KMS names 2026-12-20 as the day of its deletion, but its state is Enabled.");
		assertThat(of(Map.of("deletion_at", "2026-12-20T01:00:00Z")))
			.isEqualTo("INSUFFICIENT_DATA KMS names 2026-12-20 as the day of its deletion, but its state is -.");
	}

}
