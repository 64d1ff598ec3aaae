package dev.rollcall.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The session policies of a night: as few for each kind of entry as hold the actions of
 * all its questions, each by its name. The same questions give the same policies. Used by
 * many threads at once.
 */
public final class SessionPolicies implements Narrowing {

	private final Map<String, List<SessionPolicy>> kinds = new LinkedHashMap<>();

	/**
	 * Packs the questions.
	 * @param kinds the kinds of entry, by name: the questions asked there, by name, each
	 * with its IAM actions
	 * @throws IllegalArgumentException where a single question has more actions than a
	 * policy takes
	 */
	public SessionPolicies(Map<String, Map<String, List<String>>> kinds) {
		kinds.forEach((kind, questions) -> this.kinds.put(kind, packed(new TreeMap<>(questions))));
	}

	private static List<SessionPolicy> packed(SortedMap<String, List<String>> questions) {
		List<SessionPolicy> policies = new ArrayList<>();
		questions.forEach((question, actions) -> {
			for (int i = 0; i < policies.size(); i++) {
				SessionPolicy more = policies.get(i).with(question, actions);
				if (more.fits()) {
					policies.set(i, more);
					return;
				}
			}
			SessionPolicy alone = new SessionPolicy(Map.of(question, actions));
			if (!alone.fits()) {
				throw new IllegalArgumentException("The " + actions.size() + " actions of '" + question
						+ "' are more than a session policy takes; what can be denied separately is a source each");
			}
			policies.add(alone);
		});
		return policies;
	}

	/** All actions, in order. */
	public synchronized List<String> actions() {
		return policies().stream().flatMap((policy) -> policy.actions().stream()).distinct().sorted().toList();
	}

	/** The policies by the name of their kind, numbered where a kind has several. */
	public synchronized Map<String, SessionPolicy> byName() {
		Map<String, SessionPolicy> named = new LinkedHashMap<>();
		this.kinds.forEach((kind, policies) -> {
			for (int i = 0; i < policies.size(); i++) {
				named.put((policies.size() == 1) ? kind : kind + "-" + (i + 1), policies.get(i));
			}
		});
		return named;
	}

	@Override
	public synchronized SessionPolicy of(String question) {
		return policies().stream()
			.filter((policy) -> policy.asks(question))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No kind of entry has the question '" + question + "'"));
	}

	/** Halves the policy for all accounts, unless another account did. */
	@Override
	public synchronized boolean tooLarge(SessionPolicy policy) {
		for (List<SessionPolicy> policies : this.kinds.values()) {
			int place = policies.indexOf(policy);
			if (place >= 0) {
				List<SessionPolicy> halves = policy.halves();
				policies.remove(place);
				policies.addAll(place, halves);
				return halves.size() > 1;
			}
		}
		return true;
	}

	private List<SessionPolicy> policies() {
		return this.kinds.values().stream().flatMap(Collection::stream).toList();
	}

}
