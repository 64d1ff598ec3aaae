package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code cloudtrail.key_enabled}. */
class CloudTrailKeyEnabledTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String KEY = "arn:aws:kms:eu-west-1:111111111111:key/k";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailKeyEnabledTests() {
		this.night.member(ACCOUNT);
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

	@Test
	void saysOfEachKeyAndOfNoOther() {
		String other = KEY + "2";
		read(this.night).thing(ACCOUNT, "cloudtrail-key", REGION, KEY, CellStatus.READ)
			.thing(ACCOUNT, "cloudtrail-key", REGION, other, CellStatus.READ)
			.row("trail_key", ACCOUNT, REGION, values(KEY, Map.of("state", "Enabled")))
			.row("trail_key", ACCOUNT, REGION, values(other, Map.of("state", "Disabled")));
		assertThat(this.night.judge("cloudtrail.key_enabled")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(KEY, "COMPLIANT"), tuple(other, "NON_COMPLIANT"));
	}

	@Test
	void doesNotKnowWhatNobodyWasAllowedToRead() {
		read(this.night).denied(ACCOUNT, "cloudtrail-key", REGION, "kms:DescribeKey");
		assertThat(this.night.judge("cloudtrail.key_enabled"))
			.containsExactly(new Judgement(ACCOUNT, REGION, TestNight.anyThing(ACCOUNT, REGION), "INSUFFICIENT_DATA",
					"kms:DescribeKey was denied (AccessDenied); the permission kms:DescribeKey is missing."));
	}

	@Test
	void doesNotApplyToAccountWhoseKeysNoTrailNames() {
		read(this.night);
		assertThat(this.night.judge("cloudtrail.key_enabled"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "No trail names a key of this account."));
	}

	@Test
	void saysBesideTheKeysThatTrailsCouldNameMore() {
		read(this.night).denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.thing(ACCOUNT, "cloudtrail-key", REGION, KEY, CellStatus.READ)
			.row("trail_key", ACCOUNT, REGION, values(KEY, Map.of("state", "Enabled")));
		assertThat(this.night.judge("cloudtrail.key_enabled")).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(KEY, "COMPLIANT"), tuple(ACCOUNT, "INSUFFICIENT_DATA"));
	}

	private static String of(Map<String, Object> key) {
		try (TestNight other = new TestNight()) {
			read(other.member(ACCOUNT)).thing(ACCOUNT, "cloudtrail-key", REGION, KEY, CellStatus.READ)
				.row("trail_key", ACCOUNT, REGION, values(KEY, key));
			List<Judgement> judgements = other.judge("cloudtrail.key_enabled");
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
