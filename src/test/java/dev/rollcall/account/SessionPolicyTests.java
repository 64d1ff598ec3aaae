package dev.rollcall.account;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionPolicyTests {

	@Test
	void namesEachActionOnceInOrder() {
		SessionPolicy policy = new SessionPolicy(
				Map.of("b", List.of("iam:GetUser", "cloudtrail:DescribeTrails"), "a", List.of("iam:GetUser")));
		assertThat(policy.document()).isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
				+ "\"Action\":[\"cloudtrail:DescribeTrails\",\"iam:GetUser\"],\"Resource\":\"*\"}]}");
	}

	@Test
	void fitsUpTo2048Characters() {
		int frame = policy("").document().length();
		assertThat(policy("x".repeat(2048 - frame)).fits()).isTrue();
		assertThat(policy("x".repeat(2049 - frame)).fits()).isFalse();
	}

	private static SessionPolicy policy(String action) {
		return new SessionPolicy(Map.of("question", List.of(action)));
	}

}
