package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code cloudtrail.key_kept}. */
class CloudTrailKeyKeptTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String KEY = "arn:aws:kms:eu-west-1:111111111111:key/k";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailKeyKeptTests() {
		this.night.member(ACCOUNT);
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

	@Test
	void saysOfEachKeyAndOfNoOther() {
		String other = KEY + "2";
		read(this.night).thing(ACCOUNT, "cloudtrail-key", REGION, KEY, CellStatus.READ)
			.thing(ACCOUNT, "cloudtrail-key", REGION, other, CellStatus.READ)
			.row("trail_key", ACCOUNT, REGION, values(KEY, Map.of("state", "Enabled")))
			.row("trail_key", ACCOUNT, REGION, values(other, Map.of("state", "PendingDeletion")));
		assertThat(this.night.judge("cloudtrail.key_kept")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(KEY, "COMPLIANT"), tuple(other, "NON_COMPLIANT"));
	}

	@Test
	void doesNotKnowWhatNobodyWasAllowedToRead() {
		read(this.night).denied(ACCOUNT, "cloudtrail-key", REGION, "kms:DescribeKey");
		assertThat(this.night.judge("cloudtrail.key_kept"))
			.containsExactly(new Judgement(ACCOUNT, REGION, TestNight.anyThing(ACCOUNT, REGION), "INSUFFICIENT_DATA",
					"kms:DescribeKey was denied (AccessDenied); the permission kms:DescribeKey is missing."));
	}

	@Test
	void doesNotApplyToAccountWhoseKeysNoTrailNames() {
		read(this.night);
		assertThat(this.night.judge("cloudtrail.key_kept"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "No trail names a key of this account."));
	}

	@Test
	void saysBesideTheKeysThatTrailsCouldNameMore() {
		read(this.night).denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.thing(ACCOUNT, "cloudtrail-key", REGION, KEY, CellStatus.READ)
			.row("trail_key", ACCOUNT, REGION, values(KEY, Map.of("state", "Enabled")));
		assertThat(this.night.judge("cloudtrail.key_kept")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(KEY, "COMPLIANT"), tuple(ACCOUNT, "INSUFFICIENT_DATA"));
	}

	private static String of(Map<String, Object> key) {
		try (TestNight other = new TestNight()) {
			read(other.member(ACCOUNT)).thing(ACCOUNT, "cloudtrail-key", REGION, KEY, CellStatus.READ)
				.row("trail_key", ACCOUNT, REGION, values(KEY, key));
			List<Judgement> judgements = other.judge("cloudtrail.key_kept");
			assertThat(judgements).hasSize(1);
			return judgements.get(0).verdict() + " " + judgements.get(0).reason();
		}
	}

	private static Map<String, Object> values(String arn, Map<String, Object> key) {
		Map<String, Object> values = new HashMap<>(key);
		values.put("arn", arn);
		values.putIfAbsent("found", true);
		return values;
	}

	private static TestNight read(TestNight night) {
		return night.read(ACCOUNT, "cloudtrail", REGION).read(ACCOUNT, "cloudtrail-elsewhere", "global");
	}

}
