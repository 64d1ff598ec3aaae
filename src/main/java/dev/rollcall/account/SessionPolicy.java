package dev.rollcall.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a role's session is narrowed to, whatever the role itself may do: exactly the
 * actions of the questions that are asked in it. STS takes 2,048 characters of it, and
 * packs it into a size that it does not say beforehand.
 */
public final class SessionPolicy {

	/** The version of the policy language. */
	public static final String VERSION = "2012-10-17";

	private static final int LONGEST = 2048;

	private final SortedMap<String, List<String>> questions;

	private final List<String> actions;

	/**
	 * Creates a policy.
	 * @param questions by name, each with its IAM actions, {@code service:Operation}
	 */
	SessionPolicy(Map<String, List<String>> questions) {
		this.questions = new TreeMap<>(questions);
		this.actions = List
			.copyOf(new TreeSet<>(this.questions.values().stream().flatMap(Collection::stream).toList()));
	}

	/** The actions, in order. */
	public List<String> actions() {
		return this.actions;
	}

	/** The policy as STS takes it. */
	public String document() {
		return "{\"Version\":\"" + VERSION + "\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\""
				+ String.join("\",\"", this.actions) + "\"],\"Resource\":\"*\"}]}";
	}

	boolean fits() {
		return document().length() <= LONGEST;
	}

	boolean asks(String question) {
		return this.questions.containsKey(question);
	}

	SessionPolicy with(String question, List<String> actions) {
		SortedMap<String, List<String>> more = new TreeMap<>(this.questions);
		more.put(question, actions);
		return new SessionPolicy(more);
	}

	/** The same questions in two policies; in this one where it is a single question. */
	List<SessionPolicy> halves() {
		if (this.questions.size() < 2) {
			return List.of(this);
		}
		String middle = List.copyOf(this.questions.keySet()).get(this.questions.size() / 2);
		return List.of(new SessionPolicy(this.questions.headMap(middle)),
				new SessionPolicy(this.questions.tailMap(middle)));
	}

}
