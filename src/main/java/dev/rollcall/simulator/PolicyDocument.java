package dev.rollcall.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.rollcall.simulator.wire.ErrorAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy of IAM, so far as it says which actions are allowed. Resources and conditions
 * are not weighed.
 */
final class PolicyDocument {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final List<Pattern> allowed = new ArrayList<>();

	private final List<Pattern> denied = new ArrayList<>();

	/** What was decided before: there are few policies and few actions. */
	private final Map<String, Boolean> decided = new ConcurrentHashMap<>();

	private PolicyDocument() {
	}

	/**
	 * Reads a policy.
	 * @throws ErrorAnswer with MalformedPolicyDocument where it is none
	 */
	static PolicyDocument parse(String text) {
		PolicyDocument policy = new PolicyDocument();
		try {
			JsonNode statements = JSON.readTree(text).path("Statement");
			if (statements.isMissingNode()) {
				throw malformed();
			}
			(statements.isArray() ? statements : JSON.createArrayNode().add(statements)).forEach(policy::add);
			return policy;
		}
		catch (JacksonException ex) {
			throw malformed();
		}
	}

	private void add(JsonNode statement) {
		List<Pattern> actions = switch (statement.path("Effect").asString("")) {
			case "Allow" -> this.allowed;
			case "Deny" -> this.denied;
			default -> throw malformed();
		};
		JsonNode named = statement.path("Action");
		(named.isArray() ? named : JSON.createArrayNode().add(named))
			.forEach((action) -> actions.add(pattern(action.asString())));
	}

	private static Pattern pattern(String action) {
		return Pattern.compile(action.toLowerCase(Locale.ROOT)
			.chars()
			.mapToObj((c) -> (c == '*') ? ".*" : (c == '?') ? "." : Pattern.quote(Character.toString(c)))
			.collect(Collectors.joining()));
	}

	/**
	 * Whether an action is allowed and not denied.
	 * @param action as {@code service:Operation}
	 */
	boolean allows(String action) {
		return this.decided.computeIfAbsent(action.toLowerCase(Locale.ROOT), this::decide);
	}

	private boolean decide(String name) {
		return this.allowed.stream().anyMatch((pattern) -> pattern.matcher(name).matches())
				&& this.denied.stream().noneMatch((pattern) -> pattern.matcher(name).matches());
	}

	private static ErrorAnswer malformed() {
		return new ErrorAnswer(400, "MalformedPolicyDocument", "The policy is not in the valid JSON format.");
	}

}
