package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.log_validation}. */
class CloudTrailLogValidationTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailLogValidationTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesEachTrailByItself() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, validated("1", "2026-11-22T01:00:00Z"))
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL + "2", "log_file_validation", false))
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL + "3", "logging", true));
		assertThat(this.night.judge("cloudtrail.log_validation")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL + "1", "COMPLIANT",
						"Log file validation is on; the latest digest was delivered on 2026-11-22."),
				new Judgement(ACCOUNT, REGION, TRAIL + "2", "NON_COMPLIANT", "Log file validation is off."),
				new Judgement(ACCOUNT, REGION, TRAIL + "3", "INSUFFICIENT_DATA",
						"CloudTrail does not say whether log file validation is on."));
	}

	@Test
	void judgesDigestsThatFailNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "log_file_validation", true, "logging", true,
					"latest_digest_error", "AccessDenied", "latest_digest_at", "2026-11-22T01:00:00Z"));
		assertThat(this.night.judge("cloudtrail.log_validation")).containsExactly(new Judgement(ACCOUNT, REGION, TRAIL,
				"NON_COMPLIANT", "The latest delivery of a digest failed: AccessDenied."));
	}

	@Test
	void doesNotCallValidatedWhatNothingFeedsAnyLonger() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, validated("1", "2026-11-22T00:59:59Z"))
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL + "2", "log_file_validation", true, "logging", false, "latest_digest_at",
							"2026-11-22T01:00:00Z"))
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL + "3", "log_file_validation", true, "logging", true))
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL + "4", "log_file_validation", true, "latest_digest_at",
					"2026-11-22T01:00:00Z"));
		assertThat(this.night.judge("cloudtrail.log_validation")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL + "1", "INSUFFICIENT_DATA",
						"The latest digest was on 2026-11-22, more than 24 hours before the trail was asked."),
				new Judgement(ACCOUNT, REGION, TRAIL + "2", "NOT_APPLICABLE",
						"The trail is stopped and delivers nothing."),
				new Judgement(ACCOUNT, REGION, TRAIL + "3", "INSUFFICIENT_DATA", "CloudTrail names no digest yet."),
				new Judgement(ACCOUNT, REGION, TRAIL + "4", "INSUFFICIENT_DATA",
						"CloudTrail does not say whether the trail is logging."));
	}

	private static Map<String, Object> validated(String name, String digest) {
		return Map.of("arn", TRAIL + name, "log_file_validation", true, "logging", true, "latest_digest_at", digest);
	}

	@Test
	void saysBesideTheTrailsThatMoreCouldBeInRegionThatIsAGap() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, validated("", "2026-11-22T01:00:00Z"));
		assertThat(this.night.judge("cloudtrail.log_validation")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "COMPLIANT",
						"Log file validation is on; the latest digest was delivered on 2026-11-22."),
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied"
						+ " (AccessDenied); the permission cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountWithoutTrailOfItsOwn() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.cell(ACCOUNT, "cloudtrail", "ap-east-1", CellStatus.REGION_DISABLED)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.log_validation"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void leavesForeignTrailThatShowsToItsOwner() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", "arn:aws:cloudtrail:eu-west-1:999999999999:trail/all", "log_file_validation", false));
		assertThat(this.night.judge("cloudtrail.log_validation"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.log_validation"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied"
					+ " (AccessDenied); the permission cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("cloudtrail.log_validation"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.EXCLUDED)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.log_validation"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
