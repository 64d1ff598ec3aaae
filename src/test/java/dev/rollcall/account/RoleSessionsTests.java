package dev.rollcall.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RoleSessionsTests {

	private static final AccountId MEMBER = new AccountId("111111111111");

	private final FakeTime time = new FakeTime();

	private final FakeAws aws = new FakeAws(this.time);

	private final AccountSessions sessions = this.aws.sessions(this.aws.environment(4),
			new SessionPolicies(
					Map.of("account", Map.of("roles", List.of("iam:ListRoles"), "users", List.of("iam:ListUsers")),
							"administrator", Map.of("contacts", List.of("account:GetContactInformation")))));

	@Test
	void areOneForTheQuestionsOfAKindAndNarrowedToThem() {
		AccountSession session = this.sessions.of(MEMBER);
		session.enter("roles");
		session.enter("users");
		session.enter("contacts");
		assertThat(policies()).satisfiesExactly(
				(account) -> assertThat(account).contains("[\"iam:ListRoles\",\"iam:ListUsers\"]"),
				(administrator) -> assertThat(administrator).contains("[\"account:GetContactInformation\"]"));
	}

	@Test
	void areRenewedEachInItsTime() {
		AccountSession session = this.sessions.of(MEMBER);
		session.enter("roles");
		this.time.pass(Duration.ofMinutes(30));
		session.enter("contacts");
		this.time.pass(Duration.ofMinutes(20));
		session.enter("roles");
		session.enter("contacts");
		assertThat(policies()).hasSize(3).last().asString().contains("iam:ListRoles");
	}

	@Test
	void askOnceWhetherTheRoleLetsUsIn() {
		this.aws.on("sts:AssumeRole", Answer.refusing(403, "AccessDenied", "not authorized to perform sts:AssumeRole"));
		AccountSession session = this.sessions.of(MEMBER);
		List.of("roles", "contacts")
			.forEach((question) -> assertThatExceptionOfType(EntryRefusedException.class)
				.isThrownBy(() -> session.enter(question)));
		assertThat(policies()).hasSize(1);
	}

	@Test
	void areSplitInEveryAccountWhereStsCannotPackThePolicyOfOne() {
		packNoPolicyOfTwoActions();
		AccountSession session = this.sessions.of(MEMBER);
		session.enter("roles");
		session.enter("users");
		this.sessions.of(new AccountId("222222222222")).enter("roles");
		assertThat(policies()).satisfiesExactly(
				(packed) -> assertThat(packed).contains("[\"iam:ListRoles\",\"iam:ListUsers\"]"),
				(roles) -> assertThat(roles).contains("[\"iam:ListRoles\"]"),
				(users) -> assertThat(users).contains("[\"iam:ListUsers\"]"),
				(other) -> assertThat(other).contains("[\"iam:ListRoles\"]"));
	}

	@Test
	void areRefusedWhereStsCannotPackEvenASingleQuestion() {
		this.aws.on("sts:AssumeRole", (call) -> {
			throw PackedPolicyTooLargeException.builder().statusCode(400).message("packed").build();
		});
		AccountSession session = this.sessions.of(MEMBER);
		assertThatExceptionOfType(EntryRefusedException.class).isThrownBy(() -> session.enter("contacts"));
		assertThatExceptionOfType(EntryRefusedException.class).isThrownBy(() -> session.enter("contacts"));
		assertThat(policies()).hasSize(1);
	}

	private void packNoPolicyOfTwoActions() {
		this.aws.on("sts:AssumeRole", (call) -> {
			if (call.request(AssumeRoleRequest.class).policy().contains("\",\"iam")) {
				throw PackedPolicyTooLargeException.builder().statusCode(400).message("packed").build();
			}
			return this.aws.letIn(call);
		});
	}

	private List<String> policies() {
		return this.aws.calls("sts:AssumeRole")
			.stream()
			.map((call) -> call.request(AssumeRoleRequest.class).policy())
			.toList();
	}

}
