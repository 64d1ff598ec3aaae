package dev.rollcall.account;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class IamActionTests {

	@ParameterizedTest
	@CsvSource({ "access-analyzer:ListFindingsV2, access-analyzer:ListFindings",
			"access-analyzer:ListFindings, access-analyzer:ListFindings",
			"iam:GetAccountSummary, iam:GetAccountSummary" })
	void hasTheNameThatPoliciesKnow(String operation, String action) {
		assertThat(IamAction.of(operation)).isEqualTo(action);
	}

}
