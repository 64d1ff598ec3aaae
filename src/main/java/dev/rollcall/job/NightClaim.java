package dev.rollcall.job;

import dev.rollcall.dataset.Lease;
import dev.rollcall.dataset.LeaseHeldException;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Staging;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.CommittedRuns;
import dev.rollcall.publication.Sealing;

/**
 * A night that is this run's to make, and no other's as long as it lives: its attempt is
 * chosen, its lease taken.
 */
public final class NightClaim implements AutoCloseable {

	private final NightRequest request;

	private final Lease lease;

	private final Sealing sealing;

	private NightClaim(NightRequest request, Lease lease, Sealing sealing) {
		this.request = request;
		this.lease = lease;
		this.sealing = sealing;
	}

	/**
	 * Claims the night that is wished for. Nothing of AWS is called but the output.
	 * @param wish its attempt and what it calls committed are chosen here
	 * @throws BadInputException where the output holds nights of the other kind, the
	 * night was begun as another, cannot be guarded as the configuration asks, or there
	 * is nothing to top up
	 * @throws NightFailure where the date is published, or another run holds it
	 */
	public static NightClaim of(NightRequest wish, Workspace workspace) {
		int least = 1;
		while (true) {
			NightRequest request = next(wish, least, workspace);
			Sealing sealing = Sealings.of(request.configuration().seal(), request.output());
			Lease lease = lease(request);
			boolean ours = false;
			try {
				if (isOpen(request, workspace)) {
					ours = !isForeign(request);
					if (ours) {
						return new NightClaim(request, lease, sealing);
					}
					least = request.night().attempt() + 1;
				}
			}
			finally {
				if (!ours) {
					lease.close();
				}
			}
		}
	}

	/** The wish as the output allows it. */
	private static NightRequest next(NightRequest wish, int least, Workspace workspace) {
		CommittedRuns committed = CommittedRuns.of(wish.output(), workspace);
		NightId wished = wish.night();
		if (committed.hold(!wish.isSimulated())) {
			throw new BadInputException(
					"--out: " + wish.output() + (wish.isSimulated() ? " holds real nights and takes no simulated one"
							: " holds simulated nights and takes no real one"));
		}
		if (!wish.mode().isNewAttempt() && committed.isPublished(wished.snapshotDate())) {
			throw new NightFailure(NightFailure.Reason.ALREADY_PUBLISHED, wished.snapshotDate() + " is in "
					+ wish.output() + "; --again makes a new attempt, --top-up one that reads only the gaps");
		}
		int attempt = Math.max(least, committed.nextAttempt(wished.snapshotDate()));
		NightId night = new NightId(wished.snapshotDate(), attempt, wished.runId());
		return wish.as(night, committed, wish.mode().topUp() ? lastAttempt(wish, committed) : null);
	}

	private static CommittedRun lastAttempt(NightRequest wish, CommittedRuns committed) {
		CommittedRun last = committed.latestFullAttempt(wish.night().snapshotDate())
			.orElseThrow(() -> new BadInputException("--top-up: " + wish.output() + " holds no full night of "
					+ wish.night().snapshotDate() + " whose gaps could be read; leave --top-up out"));
		String version = last.run().toolVersion();
		if (!version.equals(wish.toolVersion())) {
			throw new BadInputException(
					"--top-up: attempt " + last.run().attempt() + " of " + last.snapshotDate() + " was made by version "
							+ version + ", and this is " + wish.toolVersion() + "; --again makes a whole new attempt");
		}
		return last;
	}

	private static Lease lease(NightRequest request) {
		Output output = request.output();
		NightId night = request.night();
		try {
			return output.lease(night.lease(), night.runId());
		}
		catch (LeaseHeldException ex) {
			throw new NightFailure(NightFailure.Reason.HELD,
					night.snapshotDate() + ", attempt " + night.attempt() + ", in " + output + ": " + ex.getMessage());
		}
	}

	/** Whether nobody has committed the attempt before we had its lease. */
	private static boolean isOpen(NightRequest request, Workspace workspace) {
		NightId night = request.night();
		return CommittedRuns.of(request.output(), workspace).nextAttempt(night.snapshotDate()) <= night.attempt();
	}

	/**
	 * Whether the attempt was begun as something else.
	 * @throws BadInputException where it was, and no new attempt is asked for
	 */
	private static boolean isForeign(NightRequest request) {
		boolean foreign = Staging.isForeign(request.output(), request.night(), request.identity());
		if (foreign && !request.mode().again()) {
			throw new BadInputException(
					"The night of " + request.night().snapshotDate() + ", attempt " + request.night().attempt()
							+ ", was begun with another configuration, other flags, other controls or another version;"
							+ " go on with those, or give --again to begin a new attempt");
		}
		return foreign;
	}

	public NightRequest request() {
		return this.request;
	}

	Lease lease() {
		return this.lease;
	}

	/** How the night will be guarded: the key has signed, the bucket retains. */
	Sealing sealing() {
		return this.sealing;
	}

	/**
	 * Why a night really failed, once its claim is closed. One that was frozen finds
	 * calls timed out, or its staging gone, because another run has taken it over: the
	 * lease, which could not be given back, says so.
	 */
	public RuntimeException reason(RuntimeException failure) {
		return (failure instanceof NightFailure || this.lease.isHeld()) ? failure : NightFailure.takenOver();
	}

	@Override
	public void close() {
		this.lease.close();
	}

}
