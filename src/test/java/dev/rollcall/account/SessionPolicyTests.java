package dev.rollcall.account;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionPolicyTests {

	@Test
	void namesEachActionInOrderWhileThatFits() {
		SessionPolicy policy = new SessionPolicy(List.of("iam:GetUser", "cloudtrail:DescribeTrails", "iam:GetUser"));
		assertThat(policy.exact()).isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
				+ "\"Action\":[\"cloudtrail:DescribeTrails\",\"iam:GetUser\"],\"Resource\":\"*\"}]}");
	}

	@Test
	void isExactAt2048CharactersAndWideBeyond() {
		int frame = new SessionPolicy(List.of("iam:")).exact().length();
		assertThat(new SessionPolicy(List.of("iam:" + "x".repeat(2048 - frame))).exact()).hasSize(2048).contains("xxx");
		assertThat(new SessionPolicy(List.of("iam:" + "x".repeat(2049 - frame))).exact()).doesNotContain("xxx")
			.contains("\"iam:Describe*\",\"iam:Get*\",\"iam:List*\"");
	}

	@Test
	void keepsWhatIsNeitherDescribedNorGotNorListed() {
		SessionPolicy policy = new SessionPolicy(List.of("iam:GenerateCredentialReport", "iam:GetCredentialReport"));
		assertThat(policy.wide())
			.contains("[\"iam:Describe*\",\"iam:GenerateCredentialReport\",\"iam:Get*\",\"iam:List*\"]");
	}

	@Test
	void staysBelow2048CharactersForManyServices() {
		List<String> actions = IntStream.range(0, 15)
			.mapToObj((i) -> "some-service-" + i + ":" + "List".repeat(40))
			.toList();
		assertThat(new SessionPolicy(actions).exact().length()).isLessThanOrEqualTo(2048);
	}

}
