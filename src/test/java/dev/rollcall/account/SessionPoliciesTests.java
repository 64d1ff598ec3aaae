package dev.rollcall.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SessionPoliciesTests {

	/** Thirty questions of four actions each, as long as those of Config. */
	private static final Map<String, List<String>> QUESTIONS = questions();

	private static Map<String, List<String>> questions() {
		Map<String, List<String>> questions = new LinkedHashMap<>();
		for (int i = 10; i < 40; i++) {
			String operation = "config:DescribeConfigurationThing" + i;
			questions.put("question-" + i, IntStream.range(0, 4).mapToObj((j) -> operation + "Part" + j).toList());
		}
		return questions;
	}

	@Test
	void stayExactWith120Actions() {
		SessionPolicies policies = new SessionPolicies(Map.of("account", QUESTIONS));
		assertThat(policies.actions()).hasSize(120).noneMatch((action) -> action.contains("*"));
		assertThat(policies.byName().values()).hasSizeGreaterThan(1)
			.allSatisfy((policy) -> assertThat(policy.document()).hasSizeLessThanOrEqualTo(2048)
				.containsOnlyOnce("\"Action\":"))
			.allSatisfy((policy) -> policy.actions()
				.forEach((action) -> assertThat(policy.document()).contains('"' + action + '"')));
		QUESTIONS.forEach((question, actions) -> assertThat(policies.of(question).actions()).containsAll(actions));
	}

	@Test
	void areAsFewAsTheLongestPolicyAllows() {
		SessionPolicies policies = new SessionPolicies(Map.of("account", QUESTIONS));
		int characters = QUESTIONS.values()
			.stream()
			.flatMap(List::stream)
			.mapToInt((action) -> action.length() + 3)
			.sum();
		assertThat(policies.byName()).hasSize((characters + 1899) / 1900);
	}

	@Test
	void areOneForEachKindOfEntryWhileThatFits() {
		SessionPolicies policies = new SessionPolicies(
				Map.of("account", Map.of("a", List.of("iam:GetUser"), "b", List.of("iam:GetRole")), "administrator",
						Map.of("c", List.of("iam:ListUsers"))));
		assertThat(policies.byName()).hasSize(2);
		assertThat(policies.of("a")).isSameAs(policies.of("b"));
		assertThat(policies.of("c").actions()).containsExactly("iam:ListUsers");
	}

	@Test
	void areTheSameWhateverOrderTheQuestionsComeIn() {
		Map<String, List<String>> turned = new LinkedHashMap<>();
		List<String> names = QUESTIONS.keySet().stream().toList();
		IntStream.range(0, names.size())
			.mapToObj((i) -> names.get(names.size() - 1 - i))
			.forEach((name) -> turned.put(name, QUESTIONS.getOrDefault(name, List.of())));
		assertThat(documents(new SessionPolicies(Map.of("account", turned))))
			.isEqualTo(documents(new SessionPolicies(Map.of("account", QUESTIONS))));
	}

	@Test
	void areHalvedOnceWhereStsCannotPackOne() {
		SessionPolicies policies = new SessionPolicies(Map.of("account", QUESTIONS));
		SessionPolicy large = policies.of("question-10");
		assertThat(policies.tooLarge(large)).isTrue();
		SessionPolicy half = policies.of("question-10");
		assertThat(half.actions()).hasSizeLessThan(large.actions().size());
		assertThat(policies.tooLarge(large)).as("another account did").isTrue();
		assertThat(policies.of("question-10")).isSameAs(half);
		assertThat(policies.actions()).hasSize(120);
	}

	@Test
	void refuseAQuestionThatNoPolicyHolds() {
		List<String> actions = IntStream.range(0, 100).mapToObj((i) -> "config:DescribeThingNumber" + i).toList();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SessionPolicies(Map.of("account", Map.of("everything", actions))))
			.withMessageContaining("The 100 actions of 'everything'");
	}

	private static List<String> documents(SessionPolicies policies) {
		return policies.byName().values().stream().map(SessionPolicy::document).toList();
	}

}
