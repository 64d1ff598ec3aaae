package dev.rollcall.collect;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;

import dev.rollcall.account.AccountCalls;
import dev.rollcall.account.AccountSession;
import dev.rollcall.account.PageTokenRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;

/**
 * Reads one cell, all or nothing. The one place where whatever a source throws becomes
 * the cell's failure.
 */
final class CellReader {

	private static final Logger logger = LoggerFactory.getLogger(CellReader.class);

	private final NightScope night;

	private final Region home;

	private final RowBudget budget;

	private final Spill.Store spills;

	private final Executor executor;

	private final Clocks clocks;

	CellReader(NightScope night, Region home, RowBudget budget, Spill.Store spills, Executor executor, Clocks clocks) {
		this.night = night;
		this.home = home;
		this.budget = budget;
		this.spills = spills;
		this.executor = executor;
		this.clocks = clocks;
	}

	/**
	 * Reads a cell.
	 * @param dependencies what became of the cells that this one depends on
	 */
	CellResult read(Cell cell, Source source, Asked asked, Dependencies dependencies) {
		Optional<CellResult> blocker = dependencies.blocker();
		if (blocker.isPresent()) {
			return CellResult.notCalled(cell, blocker.get().status(), blocker.get().failure(),
					this.clocks.evidence().instant());
		}
		return ask(cell, source, asked, dependencies);
	}

	/**
	 * The same of a cell for which nothing is missing, and which may not be the last
	 * word.
	 */
	CellResult ask(Cell cell, Source source, Asked asked, Dependencies dependencies) {
		Region region = cell.isGlobal() ? this.home : Region.of(cell.region());
		AccountSession session = asked.session();
		AccountCalls calls = session.calls(cell.source());
		CellRows rows = new CellRows(cell, this.budget, this.spills);
		Parts parts = new Parts(() -> session.calls(cell.source()), calls, rows, this.executor, this.clocks);
		CellScope scope = new CellScope(cell, asked, region, this.night, calls, dependencies, rows, parts,
				this.clocks.evidence());
		return collect(cell, source, scope, asked.regions(), rows, calls, System.nanoTime())
			.waited(calls.log().waitedMillis());
	}

	/**
	 * What the answer of the organization's owner proves about a cell; empty where the
	 * account has to be asked. Of several owners none proves anything: they could
	 * contradict each other.
	 * @param owners what became of the owner's cells
	 */
	Optional<CellResult> answered(Cell cell, Source source, List<CellResult> owners) {
		if (owners.size() != 1 || owners.get(0).status() != CellStatus.READ) {
			return Optional.empty();
		}
		CellResult owner = owners.get(0);
		CellRows rows = new CellRows(cell, this.budget, this.spills);
		Optional<CellResult> answered = proven(cell, source, owner, rows)
			.map((status) -> new CellResult(cell, status, null, 0, 0, owner.requestId(), 0, owner.collectedAt(),
					rows.rows(owner.collectedAt()), rows.spilled(), owner.cell(), 0));
		if (answered.isEmpty()) {
			rows.discard();
		}
		return answered;
	}

	/** An answer that the source cannot take for what it says proves nothing. */
	private static Optional<CellStatus> proven(Cell cell, Source source, CellResult owner, CellRows rows) {
		try {
			return switch (source.prove(new OwnerAnswer(cell, owner, rows))) {
				case READ -> Optional.of(CellStatus.READ);
				case NOT_ENABLED -> Optional.of(CellStatus.NOT_ENABLED);
				case NOT_AVAILABLE -> Optional.of(CellStatus.NOT_AVAILABLE);
				case NOTHING -> Optional.empty();
			};
		}
		catch (RuntimeException ex) {
			logger.warn("{} is asked: the answer of {} could not be used", cell, owner.cell(), ex);
			return Optional.empty();
		}
	}

	private CellResult collect(Cell cell, Source source, CellScope scope, OwnRegions own, CellRows rows,
			AccountCalls calls, long started) {
		try {
			CellStatus status = switch (collect(source, scope, rows)) {
				case READ -> CellStatus.READ;
				case NOT_ENABLED -> CellStatus.NOT_ENABLED;
				case NOT_OWNER -> throw new NotOwnerException(cell);
			};
			var now = this.clocks.evidence().instant();
			return new CellResult(cell, status, null, calls.log().calls(), calls.log().repeated(),
					calls.log().lastRequestId(), millisSince(started), now, rows.rows(now), rows.spilled());
		}
		catch (CancellationException ex) {
			rows.discard();
			throw ex;
		}
		catch (Exception | StackOverflowError ex) {
			rows.discard();
			CellFailure failure = failure(cell, own, CellFailure.of(ex, calls.log(), this.clocks.calls().instant()));
			logger.debug("{} failed", cell, ex);
			return new CellResult(cell, failure.status(), failure, calls.log().calls(), calls.log().repeated(),
					failure.requestId(), millisSince(started), this.clocks.evidence().instant(), List.of(), List.of());
		}
	}

	/**
	 * A list whose token ran out while it was read is read once more from its beginning.
	 */
	private static Source.Answer collect(Source source, CellScope scope, CellRows rows) {
		try {
			return source.collect(scope);
		}
		catch (PageTokenRefusedException ex) {
			rows.discard();
			return source.collect(scope);
		}
	}

	/**
	 * A global service has no Region to be disabled or unsupported in, a thing that
	 * somebody names is where it is, and of a Region that the account's own list calls
	 * enabled no service can say that it is not.
	 */
	private static CellFailure failure(Cell cell, OwnRegions own, CellFailure failure) {
		if (failure.status() == CellStatus.ACCOUNT_NOT_ACTIVE) {
			return failure;
		}
		if (cell.isGlobal() || cell.resourceId() != null) {
			return failure.asGap();
		}
		return own.enabled(cell.region()).map(failure::contradicted).orElse(failure);
	}

	private static long millisSince(long nanos) {
		return (System.nanoTime() - nanos) / 1_000_000;
	}

}
