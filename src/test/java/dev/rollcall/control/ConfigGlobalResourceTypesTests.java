package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code config.global_resource_types}. */
class ConfigGlobalResourceTypesTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final List<String> IAM = List.of("AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role",
			"AWS::IAM::User");

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigGlobalResourceTypesTests() {
		this.night.member(ACCOUNT).read(ACCOUNT, "account-regions", "global");
	}

	@Test
	void judgesIamThatIsRecordedInOneRegionCompliant() {
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", true));
		recorder("us-east-1", Map.of("all_supported", true, "include_global_resource_types", false));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT",
				"IAM's users, groups, roles and policies are recorded in eu-west-1."));
	}

	@Test
	void judgesIamThatIsRecordedNowhereNonCompliant() {
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", false));
		recorder("us-east-1", Map.of("all_supported", false, "excluded_resource_types", IAM));
		recorder("us-west-1", Map.of("all_supported", false, "resource_types", List.of("AWS::S3::Bucket")));
		this.night.cell(ACCOUNT, "config-recorder", "us-west-2", CellStatus.NOT_ENABLED);
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "IAM is recorded in no Region."));
	}

	@Test
	void takesExclusionsThatLeaveIamForItsRecording() {
		recorder(REGION, Map.of("all_supported", false, "excluded_resource_types", List.of("AWS::EC2::Volume")));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void wantsEachOfItsTypesIncluded() {
		recorder(REGION, Map.of("all_supported", false, "resource_types", IAM));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void doesNotTakeSomeOfItsTypesForAll() {
		recorder(REGION, Map.of("all_supported", false, "resource_types", IAM.subList(0, 3)));
		recorder("us-east-1", Map.of("all_supported", false, "excluded_resource_types", IAM.subList(3, 4)));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "IAM is recorded in no Region."));
	}

	@Test
	void doesNotCountOnARecorderThatStandsStill() {
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", true, "recording", false));
		recorder("us-east-1",
				Map.of("all_supported", true, "include_global_resource_types", true, "last_status", "FAILURE"));
		recorder("us-west-1", Map.of("all_supported", true, "recording", false));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "IAM is recorded in no Region."));
	}

	@Test
	void countsOnARecorderThatIsPendingForADay() {
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", true, "last_status", "PENDING",
				"last_status_changed_at", "2026-11-22T01:00:00Z"));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void doesNotKnowWhatARecorderDoesThatHasBeenPendingForLong() {
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", true, "last_status", "PENDING",
				"last_status_changed_at", "2026-11-22T00:59:59Z"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"The recorder of eu-west-1 is set to record IAM and is not known to work."));
	}

	@Test
	void doesNotBelieveARegionThatCannotRecordIam() {
		recorder("eu-south-2", Map.of("all_supported", true, "include_global_resource_types", true));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"The recorder of eu-south-2 is set to record IAM and is not known to work."));
	}

	@Test
	void doesNotKnowWhatARecorderDoesNotSay() {
		recorder(REGION, Map.of("all_supported", true));
		recorder("us-east-1", Map.of("all_supported", true, "include_global_resource_types", false));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"AWS Config does not say whether the recorder of eu-west-1 records IAM."));
	}

	@Test
	void takesTheRecorderOfAServiceForNoneOfTheAccount() {
		recorder(REGION,
				Map.of("all_supported", true, "include_global_resource_types", true, "service_principal", "a"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "IAM is recorded in no Region."));
	}

	@Test
	void takesTheRecorderOfAnotherAccountForNone() {
		this.night.member("222222222222")
			.read(ACCOUNT, "config-recorder", REGION)
			.read("222222222222", "config-recorder", REGION)
			.row("config_recorder", "222222222222", REGION, Map.of("name", "default", "recording", true, "last_status",
					"SUCCESS", "all_supported", true, "include_global_resource_types", true));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("NON_COMPLIANT", "COMPLIANT");
	}

	@Test
	void doesNotKnowWhatARegionDoesThatIsNotAsked() {
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", false));
		this.night.row("account_region", ACCOUNT, "global",
				Map.of("name", "us-east-1", "opt_status", "ENABLED_BY_DEFAULT"));
		this.night.member("222222222222").cell("222222222222", "config-recorder", "us-east-1", CellStatus.NOT_ENABLED);
		assertThat(judge()).contains(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"IAM is recorded in no Region of the night, and us-east-1 was not asked."));
	}

	@Test
	void asksNothingOfRegionsThatCouldNotRecordIam() {
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", false));
		this.night.row("account_region", ACCOUNT, "global", Map.of("name", REGION, "opt_status", "ENABLED"))
			.row("account_region", ACCOUNT, "global", Map.of("name", "us-east-1", "opt_status", "DISABLED"))
			.row("account_region", ACCOUNT, "global", Map.of("name", "eu-south-2", "opt_status", "ENABLED"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "IAM is recorded in no Region."));
	}

	@Test
	void doesNotKnowWhatARegionDoesThatCouldNotBeRead() {
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", false));
		this.night.cell(ACCOUNT, "config-recorder", "af-south-1", CellStatus.EXCLUDED)
			.denied(ACCOUNT, "config-recorder", "us-east-1", "config:DescribeConfigurationRecorders");
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"Whether IAM is recorded in us-east-1 could not be read: config:DescribeConfigurationRecorders was"
						+ " denied (AccessDenied); the permission config:DescribeConfigurationRecorders is missing."));
	}

	@Test
	void knowsThatIamIsRecordedAlthoughARegionCouldNotBeRead() {
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", true));
		this.night.denied(ACCOUNT, "config-recorder", "us-east-1", "config:DescribeConfigurationRecorders");
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void doesNotKnowWhichRegionsAnAccountHasWhereThatWasDenied() {
		String other = "222222222222";
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", true));
		this.night.member(other)
			.denied(other, "account-regions", "global", "account:ListRegions")
			.cell(other, "config-recorder", REGION, CellStatus.NOT_ENABLED);
		assertThat(judge()).contains(Judgement.of(other, "INSUFFICIENT_DATA",
				"account:ListRegions was denied (AccessDenied); the permission account:ListRegions is missing."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		recorder(REGION, Map.of("all_supported", true, "include_global_resource_types", false));
		this.night.cell(ACCOUNT, "config-recorder", "us-east-1", CellStatus.EXCLUDED);
		assertThat(judge())
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void judgesByTheRegionsThatTheAccountHas() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.NOT_ENABLED)
			.cell(ACCOUNT, "config-recorder", "us-east-1", CellStatus.REGION_DISABLED);
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("NON_COMPLIANT");
	}

	private List<Judgement> judge() {
		return this.night.judge("config.global_resource_types");
	}

	/** Records without error, unless it is said otherwise. */
	private void recorder(String region, Map<String, ?> values) {
		Map<String, Object> recorder = new HashMap<>(
				Map.of("name", "default", "recording", true, "last_status", "SUCCESS"));
		recorder.putAll(values);
		this.night.read(ACCOUNT, "config-recorder", region).row("config_recorder", ACCOUNT, region, recorder);
	}

}
