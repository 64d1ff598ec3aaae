package dev.rollcall.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.IamAction;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellFailure;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.doctor.Diagnosis.Subject;
import dev.rollcall.doctor.PermissionProbe.Probed;
import dev.rollcall.organization.OrganizationReader;
import dev.rollcall.organization.Roster;

/**
 * What the probe says of permissions: a refusal once, with all accounts in which it was
 * met and all sources that it stopped.
 */
final class PermissionChart {

	private final SourceCatalog catalog;

	private final Configuration configuration;

	private final Remedy remedy;

	PermissionChart(SourceCatalog catalog, Configuration configuration, Remedy remedy) {
		this.catalog = catalog;
		this.configuration = configuration;
		this.remedy = remedy;
	}

	/**
	 * What is to be said.
	 * @param region the Region that was asked
	 * @param accounts those that were asked all
	 * @param closed those that let nobody in, of which that is said
	 */
	List<Diagnosis> of(Probed probed, String region, List<String> accounts, Set<AccountId> closed) {
		List<Diagnosis> diagnoses = new ArrayList<>();
		diagnoses.add(Diagnosis.ok(Subject.PERMISSION, null,
				"%d sources answered, to %d actions, in %s: accounts %s, and those who answer for the organization"
					.formatted(probed.answered().size(), probed.actions().size(), region,
							String.join(", ", accounts))));
		refusals(probed, closed).forEach((refusal, gaps) -> diagnoses.add(diagnosis(gaps)));
		diagnoses.addAll(swallowed(probed));
		untried(probed).ifPresent(diagnoses::add);
		return diagnoses;
	}

	/**
	 * Refusals that no cell names: of things, that may be strangers', the source goes on
	 * to ask others.
	 */
	private static List<Diagnosis> swallowed(Probed probed) {
		Map<String, String> refused = new TreeMap<>(probed.refused());
		probed.cells()
			.stream()
			.map(CellResult::failure)
			.filter(Objects::nonNull)
			.forEach((failure) -> refused.remove(String.valueOf(failure.operation())));
		return refused.entrySet()
			.stream()
			.map((refusal) -> Diagnosis.note(Subject.PERMISSION, null,
					"nobody answered " + refusal.getKey() + ", such as: " + refusal.getValue(),
					"where the thing is the organization's own, allow " + IamAction.of(refusal.getKey())
							+ " to the roles ('rollcall policy', 'permissions')"))
			.toList();
	}

	/**
	 * The same refusal of the same grantor: the rest of the key tells who could lift it.
	 */
	private Map<List<String>, List<CellResult>> refusals(Probed probed, Set<AccountId> closed) {
		return probed.cells()
			.stream()
			.filter((cell) -> cell.status().isGap() && cell.failure() != null)
			.filter((cell) -> !AccountChart.isEntry(cell) || !closed.contains(cell.cell().account()))
			.collect(Collectors.groupingBy(this::refusal, LinkedHashMap::new, Collectors.toList()));
	}

	private List<String> refusal(CellResult gap) {
		CellFailure failure = gap.failure();
		return (failure == null) ? List.of() : List.of(String.valueOf(failure.operation()), failure.errorCode(),
				String.valueOf(failure.deniedBy()), this.remedy.grantor(gap));
	}

	private Diagnosis diagnosis(List<CellResult> gaps) {
		CellResult first = gaps.get(0);
		String places = gaps.stream().map(PermissionChart::place).distinct().collect(Collectors.joining(", "));
		String sources = gaps.stream().map((gap) -> gap.cell().source()).distinct().collect(Collectors.joining(", "));
		return this.remedy.diagnosis(Subject.PERMISSION, places,
				AccountChart.reason(first, this.configuration.expectedGaps()) + " That stops " + sources + ".", first,
				this.configuration.expectedGaps());
	}

	private static String place(CellResult gap) {
		return gap.cell().account() + (gap.cell().isGlobal() ? "" : " " + gap.cell().region());
	}

	/**
	 * What was not asked, because nothing there needs it or something before it failed.
	 */
	private Optional<Diagnosis> untried(Probed probed) {
		Set<String> untried = new TreeSet<>();
		this.catalog.definitions()
			.stream()
			.filter((source) -> !this.configuration.excludedSources().contains(source.name()))
			.filter((source) -> this.configuration.roster() == Roster.ORGANIZATION
					|| source.askedIn() == AskedIn.ACCOUNT)
			.forEach((source) -> source.actions().forEach(untried::add));
		if (this.configuration.roster() == Roster.ORGANIZATION) {
			untried.addAll(OrganizationReader.OPERATIONS);
		}
		untried.removeAll(probed.actions());
		return untried.isEmpty() ? Optional.empty()
				: Optional.of(
						Diagnosis.note(Subject.PERMISSION, null,
								"not tried, as nothing there asks for it or what comes before was refused: "
										+ String.join(", ", untried),
								"--accounts names other accounts to try them in"));
	}

}
