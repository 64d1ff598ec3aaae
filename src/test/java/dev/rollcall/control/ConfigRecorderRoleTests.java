package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code config.recorder_role}. */
class ConfigRecorderRoleTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigRecorderRoleTests() {
		this.night.member(ACCOUNT);
	}

	private static final String LINKED = "arn:aws-cn:iam::111111111111:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

	@Test
	void judgesTheServiceLinkedRoleOfAnyPartitionCompliant() {
		recorder(REGION, Map.of("name", "default", "role_arn", LINKED));
		assertThat(this.night.judge("config.recorder_role"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "COMPLIANT", "The recorder uses the service-linked role."));
	}

	@Test
	void judgesAnotherRoleNonCompliantAndNamesIt() {
		recorder(REGION, Map.of("name", "default", "role_arn", "arn:aws:iam::111111111111:role/config"));
		this.night.row("config_recorder", ACCOUNT, REGION, Map.of("name", "linked", "role_arn", LINKED));
		this.night.row("config_recorder", ACCOUNT, REGION, Map.of("name", "silent"));
		assertThat(this.night.judge("config.recorder_role")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"NON_COMPLIANT", "The recorder default uses the role arn:aws:iam::111111111111:role/config."));
	}

	@Test
	void judgesEachAccountByItsOwnRecorder() {
		recorder(REGION, Map.of("name", "default", "role_arn", LINKED));
		this.night.member("222222222222").cell("222222222222", "config-recorder", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("config.recorder_role")).extracting(Judgement::verdict)
			.containsExactly("COMPLIANT", "NOT_APPLICABLE");
	}

	@Test
	void doesNotKnowRoleThatIsUnsaid() {
		recorder(REGION, Map.of("name", "default"));
		this.night.row("config_recorder", ACCOUNT, REGION, Map.of("name", "linked", "role_arn", LINKED));
		assertThat(this.night.judge("config.recorder_role")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "AWS Config does not say which role the recorder default uses."));
	}

	@Test
	void doesNotApplyWithoutARecorderOfTheAccount() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.NOT_ENABLED);
		recorder("us-east-1", Map.of("name", "a-service", "service_principal", "a"));
		assertThat(this.night.judge("config.recorder_role")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "There is no configuration recorder."),
				Judgement.of(ACCOUNT, "us-east-1", "NOT_APPLICABLE", "There is no configuration recorder."));
	}

	private void recorder(String region, Map<String, ?> recorder) {
		this.night.read(ACCOUNT, "config-recorder", region).row("config_recorder", ACCOUNT, region, recorder);
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		assertThat(this.night.judge("config.recorder_role")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA",
				"config:DescribeConfigurationRecorders was denied (AccessDenied); the permission config:DescribeConfigurationRecorders is"
						+ " missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.recorder_role"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.recorder_role"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
