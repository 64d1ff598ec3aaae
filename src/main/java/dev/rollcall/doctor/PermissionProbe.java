package dev.rollcall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import dev.rollcall.account.IamAction;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.Collecting;
import dev.rollcall.collect.DistinctSource;
import dev.rollcall.collect.Known;
import dev.rollcall.collect.KnownOwners;
import dev.rollcall.collect.NamedThings;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.OwnerAnswers;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.job.WayIntoAws;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.DelegatedAdministrator;

/**
 * Runs every source once: what is asked of accounts in few of them, what is asked of the
 * organization at its owners, and what is asked about things about those that came up;
 * all in one Region.
 */
final class PermissionProbe {

	private final SourceCatalog catalog;

	private final WayIntoAws way;

	private final RecordedCalls recorded;

	PermissionProbe(SourceCatalog catalog, WayIntoAws way, RecordedCalls recorded) {
		this.catalog = catalog;
		this.way = way;
		this.recorded = recorded;
	}

	/**
	 * Runs them.
	 * @param night in one Region
	 * @param accounts those that are asked
	 */
	Probed run(NightScope night, List<Account> accounts) {
		List<CellResult> cells = new ArrayList<>(collecting(night, KnownOwners.NONE).askWhoOwns());
		List<DelegatedAdministrator> administrators = cells.stream()
			.flatMap((cell) -> cell.evidence(DelegatedAdministrator.class).stream())
			.toList();
		Collecting engine = collecting(night, new KnownOwners(administrators, List.of()));
		cells.addAll(engine.askFoundations(OwnerAnswers.held(cells)).join());
		cells.addAll(engine.askOwners(CompletableFuture.completedFuture(OwnerAnswers.held(cells))).join());
		OwnerAnswers owners = OwnerAnswers.held(cells);
		AccountRound.walk(engine, accounts, owners).forEach((account) -> cells.addAll(account.results()));
		engine.askAbout(things(night, cells), cells::add);
		return new Probed(cells, this.recorded.operations(), this.recorded.refusals());
	}

	private Collecting collecting(NightScope night, KnownOwners owners) {
		return this.way.collecting(night, Known.NOTHING, owners);
	}

	private List<NamedThings> things(NightScope night, List<CellResult> cells) {
		List<NamedThings> all = new ArrayList<>();
		for (DistinctSource source : this.catalog.distinctSources()) {
			NamedThings things = new NamedThings(source, night);
			cells.stream()
				.filter((cell) -> source.definition().dependsOn().contains(cell.cell().source()))
				.forEach((cell) -> cell.rows().forEach(things::add));
			all.add(things);
		}
		return all;
	}

	/**
	 * What came of it.
	 *
	 * @param called every operation that was called, as {@code service:Operation}
	 * @param refused those that nobody answered, and how one was refused
	 */
	record Probed(List<CellResult> cells, Set<String> called, Map<String, String> refused) {

		Probed {
			cells = List.copyOf(cells);
		}

		/** The sources that answered, in every cell that they had. */
		Set<String> answered() {
			Set<String> answered = this.cells.stream()
				.filter((cell) -> cell.status().isEvidence())
				.map((cell) -> cell.cell().source())
				.collect(Collectors.toCollection(TreeSet::new));
			this.cells.stream()
				.filter((cell) -> cell.status().isGap())
				.forEach((cell) -> answered.remove(cell.cell().source()));
			return answered;
		}

		/** The actions that were tried. */
		Set<String> actions() {
			return this.called.stream()
				.filter((operation) -> !operation.startsWith("sts:"))
				.map(IamAction::of)
				.collect(Collectors.toCollection(TreeSet::new));
		}

	}

}
