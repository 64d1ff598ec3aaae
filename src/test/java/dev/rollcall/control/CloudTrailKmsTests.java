package dev.rollcall.control;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.kms}. */
class CloudTrailKmsTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailKmsTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesTrailWithAKeyCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.read(ACCOUNT, "config-rules", REGION)
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "kms_key_id", "a-key", "logging", true,
					"latest_delivery_at", "2026-11-22T01:00:00Z"));
		assertThat(this.night.judge("cloudtrail.kms")).containsExactly(new Judgement(ACCOUNT, REGION, TRAIL,
				"COMPLIANT", "Its log files, the latest of 2026-11-22, are encrypted with the key a-key."));
	}

	@Test
	void doesNotCallEncryptedWhatAStoppedTrailDoesNotDeliver() {
		assertThat(keyed(Map.of("logging", false, "latest_delivery_at", "2026-11-22T01:00:00Z")))
			.isEqualTo("NOT_APPLICABLE The trail is stopped and delivers nothing.");
	}

	@Test
	void doesNotKnowWhatIsNotDeliveredAnyLonger() {
		assertThat(keyed(Map.of("logging", true, "latest_delivery_error", "NoSuchBucket", "latest_delivery_at",
				"2026-11-22T01:00:00Z")))
			.isEqualTo("INSUFFICIENT_DATA The latest delivery failed: NoSuchBucket.");
		assertThat(keyed(Map.of("logging", true, "latest_delivery_at", "2026-11-22T00:59:59Z"))).isEqualTo(
				"INSUFFICIENT_DATA The latest delivery was on 2026-11-22, more than 24 hours before the trail was"
						+ " asked.");
		assertThat(keyed(Map.of("logging", true))).isEqualTo("INSUFFICIENT_DATA CloudTrail names no delivery yet.");
		assertThat(keyed(Map.of("latest_delivery_at", "2026-11-22T01:00:00Z")))
			.isEqualTo("INSUFFICIENT_DATA CloudTrail does not say whether the trail is logging.");
	}

	private String keyed(Map<String, Object> values) {
		try (TestNight other = new TestNight()) {
			Map<String, Object> trail = new HashMap<>(values);
			trail.putAll(Map.of("arn", TRAIL, "kms_key_id", "a-key"));
			other.member(ACCOUNT)
				.read(ACCOUNT, "cloudtrail", REGION)
				.read(ACCOUNT, "cloudtrail-elsewhere", "global")
				.row("trail", ACCOUNT, REGION, trail);
			Judgement judgement = other.judge("cloudtrail.kms").get(0);
			return judgement.verdict() + " " + judgement.reason();
		}
	}

	@Test
	void judgesTrailWithoutAKeyNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.read(ACCOUNT, "config-rules", REGION)
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true));
		assertThat(this.night.judge("cloudtrail.kms"))
			.containsExactly(new Judgement(ACCOUNT, REGION, TRAIL, "NON_COMPLIANT",
					"The trail names no KMS key, so that its log files have the bucket's own encryption."));
	}

	@Test
	void leavesForeignTrailToItsOwner() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", "arn:aws:cloudtrail:eu-west-1:999999999999:trail/foreign", "logging", true));
		assertThat(this.night.judge("cloudtrail.kms"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void saysBesideTheTrailsThatMoreCouldBeInRegionThatIsAGap() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true));
		assertThat(this.night.judge("cloudtrail.kms")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "NON_COMPLIANT",
						"The trail names no KMS key, so that its log files have the bucket's own encryption."),
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
						"cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
								+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountWithoutTrailOfItsOwn() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.cell(ACCOUNT, "cloudtrail", "ap-east-1", CellStatus.REGION_DISABLED);
		assertThat(this.night.judge("cloudtrail.kms"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails");
		assertThat(this.night.judge("cloudtrail.kms")).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
						+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("cloudtrail.kms"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.EXCLUDED)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("cloudtrail.kms"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
