package dev.rollcall.control;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.rollcall.dataset.Schema;

/** The names that a projection may not take. */
final class ReservedNames {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

	/** What lies in an output beside datasets, and the views that Athena has of it. */
	private static final Set<String> OUTPUT = Set.of("lease", "manifests", "night", "reports", "run", "staging");

	/** What a night is judged and rendered by. */
	static final Set<String> WORKING = Set.of("accepted", "changed", "compared", "control_now", "control_source",
			"earlier_account", "earlier_control", "earlier_finding", "earlier_naming", "earlier_parameter",
			"earlier_score", "evaluated", "evaluated_now", "excused", "expected_region", "followed", "gone", "granted",
			"healed", "judged", "matched", "matched_now", "missing", "moved", "night_score", "previous_finding",
			"previous_findings", "recent_change", "rehearsal_account", "rehearsal_cell", "reached", "scope",
			"rule_seen", "rule_about", "rule_named", "rule_accepted", "rule_left", "succession", "thing_sight", "units",
			"unread_cell");

	private final Set<String> published = new TreeSet<>(JudgedDatasets.names());

	/** Those of a night that has these datasets of evidence. */
	ReservedNames(NightShape night) {
		night.schemas().stream().map(Schema::dataset).forEach(this.published::add);
	}

	/** Why a name may not be taken; empty where it may. */
	Optional<String> refusal(String name) {
		if (!NAME.matcher(name).matches()) {
			return Optional.of("a name of small letters, digits and '_' was expected");
		}
		if (this.published.contains(name)) {
			return Optional.of("a dataset of that name is published already");
		}
		return (OUTPUT.contains(name) || WORKING.contains(name))
				? Optional.of("the name is Rollcall's own; another was expected") : Optional.empty();
	}

}
