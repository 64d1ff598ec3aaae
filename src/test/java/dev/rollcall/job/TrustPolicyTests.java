package dev.rollcall.job;

import java.util.Optional;

import dev.rollcall.input.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrustPolicyTests {

	@Test
	void namesAnAccountAndInAConditionTheUser() {
		TrustPolicy trust = TrustPolicy.of("--principal", "arn:aws-cn:iam::111122223333:user/rollcall");
		assertThat(trust.account()).isEqualTo("arn:aws-cn:iam::111122223333:root");
		assertThat(trust.entrant()).contains("arn:aws-cn:iam::111122223333:user/rollcall");
	}

	@ParameterizedTest
	@ValueSource(strings = { "111122223333", "arn:aws:iam::111122223333:root" })
	void takesAnAccountForWhomeverItLets(String account) {
		TrustPolicy trust = TrustPolicy.of("--principal", account);
		assertThat(trust).isEqualTo(new TrustPolicy(account, Optional.empty(), Optional.empty(), Optional.empty()));
		assertThat(trust.document().toString()).doesNotContain("Condition");
	}

	@Test
	void saysWhichRoleASessionIsOf() {
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> TrustPolicy.of("--principal", "arn:aws:sts::111122223333:assumed-role/rollcall/task-1"))
			.withMessageContaining("arn:aws:iam::111122223333:role/rollcall, or the same with its path");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "*", "rollcall", "11112222333", "arn:aws:iam::*:role/r", "arn:aws:iam::111122223333:role/*",
					"arn:aws:iam::111122223333:group/g", "arn:aws:s3:::bucket", "ecs-tasks.amazonaws.com" })
	void trustsNobodyAtLarge(String principal) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> TrustPolicy.of("--principal", principal))
			.withMessageContaining("the ARN of a role or a user, or an account's id was expected");
	}

}
