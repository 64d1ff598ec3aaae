package dev.rollcall.job;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.account.SessionPolicy;

/**
 * A statement of an IAM policy.
 *
 * @param condition by operator, then by key; empty for none
 */
record Statement(String id, String effect, Collection<String> actions, List<String> resources,
		Map<String, Map<String, Object>> condition) {

	static Statement allow(String id, Collection<String> actions, List<String> resources) {
		return new Statement(id, "Allow", actions, resources, Map.of());
	}

	static Statement deny(String id, Collection<String> actions, List<String> resources) {
		return new Statement(id, "Deny", actions, resources, Map.of());
	}

	Statement where(Map<String, Map<String, Object>> condition) {
		return new Statement(this.id, this.effect, this.actions, this.resources, condition);
	}

	/** The policy that these make, as JSON has it. */
	static Map<String, Object> policy(List<Statement> statements) {
		return document(statements.stream().map(Statement::asMap).toList());
	}

	/** The same of statements that are written otherwise. */
	static Map<String, Object> document(List<Map<String, Object>> statements) {
		Map<String, Object> policy = new LinkedHashMap<>();
		policy.put("Version", SessionPolicy.VERSION);
		policy.put("Statement", statements);
		return policy;
	}

	private Map<String, Object> asMap() {
		Map<String, Object> statement = new LinkedHashMap<>();
		statement.put("Sid", this.id);
		statement.put("Effect", this.effect);
		statement.put("Action", this.actions);
		statement.put("Resource", this.resources);
		if (!this.condition.isEmpty()) {
			statement.put("Condition", this.condition);
		}
		return statement;
	}

}
