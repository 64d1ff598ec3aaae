package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code cloudtrail.key_rotation}. */
class CloudTrailKeyRotationTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String KEY = "arn:aws:kms:eu-west-1:111111111111:key/k";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailKeyRotationTests() {
		this.night.member(ACCOUNT);
	}

	private static final Map<String, Object> OF_KMS = Map.of("state", "Enabled", "origin", "AWS_KMS", "spec",
			"SYMMETRIC_DEFAULT");

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

	@Test
	void saysOfEachKeyAndOfNoOther() {
		String other = KEY + "2";
		read(this.night).thing(ACCOUNT, "cloudtrail-key", REGION, KEY, CellStatus.READ)
			.thing(ACCOUNT, "cloudtrail-key", REGION, other, CellStatus.READ)
			.row("trail_key", ACCOUNT, REGION,
					values(KEY, Map.of("state", "Enabled", "origin", "AWS_KMS", "rotating", true)))
			.row("trail_key", ACCOUNT, REGION,
					values(other, Map.of("state", "Enabled", "origin", "AWS_KMS", "rotating", false)));
		assertThat(this.night.judge("cloudtrail.key_rotation")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(KEY, "COMPLIANT"), tuple(other, "NON_COMPLIANT"));
	}

	@Test
	void doesNotKnowWhatNobodyWasAllowedToRead() {
		read(this.night).denied(ACCOUNT, "cloudtrail-key", REGION, "kms:DescribeKey");
		assertThat(this.night.judge("cloudtrail.key_rotation"))
			.containsExactly(new Judgement(ACCOUNT, REGION, TestNight.anyThing(ACCOUNT, REGION), "INSUFFICIENT_DATA",
					"kms:DescribeKey was denied (AccessDenied); the permission kms:DescribeKey is missing."));
	}

	@Test
	void doesNotApplyToAccountWhoseKeysNoTrailNames() {
		read(this.night);
		assertThat(this.night.judge("cloudtrail.key_rotation"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "No trail names a key of this account."));
	}

	@Test
	void saysBesideTheKeysThatTrailsCouldNameMore() {
		read(this.night).denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.thing(ACCOUNT, "cloudtrail-key", REGION, KEY, CellStatus.READ)
			.row("trail_key", ACCOUNT, REGION,
					values(KEY, Map.of("state", "Enabled", "origin", "AWS_KMS", "rotating", true)));
		assertThat(this.night.judge("cloudtrail.key_rotation")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(KEY, "COMPLIANT"), tuple(ACCOUNT, "INSUFFICIENT_DATA"));
	}

	private static String of(Map<String, Object> key) {
		try (TestNight other = new TestNight()) {
			read(other.member(ACCOUNT)).thing(ACCOUNT, "cloudtrail-key", REGION, KEY, CellStatus.READ)
				.row("trail_key", ACCOUNT, REGION, values(KEY, key));
			List<Judgement> judgements = other.judge("cloudtrail.key_rotation");
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
