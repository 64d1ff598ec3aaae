package dev.rollcall.account;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a role's session is narrowed to, whatever the role itself may do. STS takes 2,048
 * characters of it, and packs it into a size that it does not say beforehand.
 */
public final class SessionPolicy {

	/** The version of the policy language. */
	public static final String VERSION = "2012-10-17";

	private static final int LONGEST = 2048;

	private final List<String> actions;

	/**
	 * Creates a policy.
	 * @param actions IAM actions, {@code service:Operation}
	 */
	public SessionPolicy(Collection<String> actions) {
		this.actions = List.copyOf(new TreeSet<>(actions));
	}

	/** The actions, in order. */
	public List<String> actions() {
		return this.actions;
	}

	/** Exactly the actions while that fits into 2,048 characters, else {@link #wide}. */
	public String exact() {
		String policy = document(this.actions);
		return (policy.length() <= LONGEST) ? policy : wide();
	}

	/** Everything that describes, gets or lists in the services of the actions. */
	public String wide() {
		return document(this.actions.stream()
			.map((action) -> action.substring(0, action.indexOf(':')))
			.distinct()
			.flatMap((service) -> List.of("Describe*", "Get*", "List*").stream().map((verb) -> service + ":" + verb))
			.collect(Collectors.toCollection(() -> new TreeSet<>(generating()))));
	}

	private List<String> generating() {
		return this.actions.stream().filter((action) -> action.contains(":Generate")).toList();
	}

	private static String document(Collection<String> actions) {
		return "{\"Version\":\"" + VERSION + "\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\""
				+ String.join("\",\"", actions) + "\"],\"Resource\":\"*\"}]}";
	}

}
