package dev.rollcall.doctor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.doctor.Diagnosis.Subject;

/**
 * The Regions that a policy of the organization closes, and what to write under
 * {@code expected-gaps} where that is meant.
 */
final class ClosedRegions {

	private final SourceCatalog catalog;

	private final ExpectedGaps expected;

	ClosedRegions(SourceCatalog catalog, ExpectedGaps expected) {
		this.catalog = catalog;
		this.expected = expected;
	}

	/** What is to be said of each Region that is closed for anybody. */
	List<Diagnosis> of(List<AccountChart> accounts) {
		Map<String, List<CellResult>> closed = accounts.stream()
			.flatMap((account) -> account.closed().stream())
			.collect(Collectors.groupingBy((cell) -> cell.cell().region(), TreeMap::new, Collectors.toList()));
		List<Diagnosis> diagnoses = new ArrayList<>();
		closed.forEach((region, cells) -> diagnoses.add(diagnosis(region, cells, answering(region, accounts))));
		return diagnoses;
	}

	/** What was asked in a Region and not closed, of those who let us in. */
	private static List<CellResult> answering(String region, List<AccountChart> accounts) {
		return accounts.stream()
			.filter(AccountChart::isEntered)
			.flatMap((account) -> account.results()
				.stream()
				.filter((result) -> result.cell().region().equals(region) && !account.closed().contains(result)))
			.filter((result) -> result.status().isEvidence() || result.status().isGap())
			.toList();
	}

	private Diagnosis diagnosis(String region, List<CellResult> closed, List<CellResult> answering) {
		Set<AccountId> accounts = closed.stream()
			.map((cell) -> cell.cell().account())
			.collect(Collectors.toCollection(TreeSet::new));
		String finding = "a policy of the organization (%s) closes it for %s".formatted(policies(closed),
				answering.isEmpty() ? "every account" : some(accounts));
		if (closed.stream().allMatch((cell) -> Coverage.of(cell, this.expected).expected())) {
			return Diagnosis.note(Subject.REGION, region, finding + ", as the configuration expects", null);
		}
		return Diagnosis.fault(Subject.REGION, region, finding, "where that is meant, write under expected-gaps:\n"
				+ String.join("\n", entries(region, closed, answering)));
	}

	private static String policies(List<CellResult> closed) {
		return closed.stream()
			.map((cell) -> String.valueOf((cell.failure() != null) ? cell.failure().deniedBy() : null))
			.distinct()
			.sorted()
			.collect(Collectors.joining(", "));
	}

	private static String some(Set<AccountId> accounts) {
		String first = accounts.stream().limit(5).map(AccountId::value).collect(Collectors.joining(", "));
		return accounts.size() + ((accounts.size() == 1) ? " account: " : " accounts: ") + first
				+ ((accounts.size() > 5) ? ", ..." : "");
	}

	/** As few entries as name no cell that answers. */
	private List<String> entries(String region, List<CellResult> closed, List<CellResult> answering) {
		if (answering.isEmpty()) {
			return List.of(entry("region: " + region));
		}
		Set<AccountId> open = answering.stream().map((cell) -> cell.cell().account()).collect(Collectors.toSet());
		Set<String> entries = new LinkedHashSet<>();
		for (CellResult cell : closed) {
			String there = "account: \"" + cell.cell().account() + "\", region: " + region;
			if (open.contains(cell.cell().account())) {
				likewise(cell.cell().source()).forEach((source) -> entries.add(entry(there + ", source: " + source)));
			}
			else {
				entries.add(entry(there));
			}
		}
		return List.copyOf(entries);
	}

	/** The Regional sources of the same service: a policy closes it for all of them. */
	private List<String> likewise(String name) {
		SourceDefinition asked = this.catalog.definitions()
			.stream()
			.filter((source) -> source.name().equals(name))
			.findFirst()
			.orElseThrow();
		return this.catalog.definitions()
			.stream()
			.filter((source) -> source.isRegional() && source.service().equals(asked.service()))
			.map(SourceDefinition::name)
			.toList();
	}

	private static String entry(String cells) {
		return "- {" + cells + ", status: " + CellStatus.DENIED + "}";
	}

}
