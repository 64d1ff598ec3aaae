package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code config.recorder_all_resource_types}. */
class ConfigRecorderAllResourceTypesTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigRecorderAllResourceTypesTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesRecorderOfAllTypesCompliant() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default", "all_supported", true));
		assertThat(this.night.judge("config.recorder_all_resource_types")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", "The recorder is set to all resource types of the Region."));
	}

	@Test
	void leavesIamToTheAccount() {
		this.night.read(ACCOUNT, "config-recorder", REGION, "sa-east-1", "us-east-1")
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "all_supported", true, "include_global_resource_types", false))
			.row("config_recorder", ACCOUNT, "sa-east-1",
					Map.of("name", "default", "all_supported", false, "recording_strategy",
							"EXCLUSION_BY_RESOURCE_TYPES", "excluded_resource_types",
							List.of("AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::User")))
			.row("config_recorder", ACCOUNT, "us-east-1",
					Map.of("name", "default", "all_supported", false, "recording_strategy",
							"EXCLUSION_BY_RESOURCE_TYPES", "excluded_resource_types",
							List.of("AWS::IAM::Role", "AWS::EC2::Volume")));
		assertThat(this.night.judge("config.recorder_all_resource_types")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", "The recorder is set to all resource types of the Region."),
				Judgement.of(ACCOUNT, "sa-east-1", "COMPLIANT",
						"The recorder is set to all resource types of the Region."),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT", "The recorder leaves out 1 resource types."));
	}

	@Test
	void doesNotKnowStrategyThatContradictsItselfOrIsNew() {
		this.night.read(ACCOUNT, "config-recorder", REGION, "eu-west-2", "us-east-1")
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "all_supported", false, "recording_strategy",
							"ALL_SUPPORTED_RESOURCE_TYPES"))
			.row("config_recorder", ACCOUNT, "eu-west-2",
					Map.of("name", "default", "all_supported", true, "recording_strategy",
							"INCLUSION_BY_RESOURCE_TYPES"))
			.row("config_recorder", ACCOUNT, "us-east-1",
					Map.of("name", "default", "recording_strategy", "SAMPLING_BY_RESOURCE_TYPES"));
		assertThat(this.night.judge("config.recorder_all_resource_types"))
			.extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA", "AWS Config does not say which resource types are recorded."))
			.hasSize(3);
	}

	@Test
	void takesTheBestOfSeveralRecorders() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "a", "all_supported", false, "resource_types", List.of("AWS::S3::Bucket")))
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "b", "all_supported", true));
		assertThat(this.night.judge("config.recorder_all_resource_types")).extracting(Judgement::verdict)
			.containsExactly("COMPLIANT");
	}

	@Test
	void takesTheRecorderOfAServiceForNoneOfTheAccount() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "a", "all_supported", true, "recording_scope", "INTERNAL"));
		assertThat(this.night.judge("config.recorder_all_resource_types"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "There is no configuration recorder."));
	}

	@Test
	void judgesRecorderOfSomeTypesNonCompliant() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default", "all_supported", false, "resource_types",
					List.of("AWS::S3::Bucket", "AWS::IAM::Role")));
		assertThat(this.night.judge("config.recorder_all_resource_types")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "The recorder is set to 2 resource types only."));
	}

	@Test
	void judgesRecorderThatLeavesTypesOutNonCompliant() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default", "all_supported", false,
					"excluded_resource_types", List.of("AWS::EC2::NetworkInterface")));
		assertThat(this.night.judge("config.recorder_all_resource_types")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "The recorder leaves out 1 resource types."));
	}

	@Test
	void judgesRegionWithoutRecorderNonCompliant() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("config.recorder_all_resource_types"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "There is no configuration recorder."));
	}

	@Test
	void doesNotTakeUnknownForSome() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default"));
		assertThat(this.night.judge("config.recorder_all_resource_types")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "AWS Config does not say which resource types are recorded."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		assertThat(this.night.judge("config.recorder_all_resource_types")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "config:DescribeConfigurationRecorders was denied"
						+ " (AccessDenied); the permission config:DescribeConfigurationRecorders is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.recorder_all_resource_types"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.recorder_all_resource_types"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
