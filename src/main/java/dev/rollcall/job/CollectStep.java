package dev.rollcall.job;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.Collecting;
import dev.rollcall.collect.RollCall;
import dev.rollcall.organization.Account;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.stereotype.Component;

/**
 * Walks the accounts in chunks, each of which is staged, and beside them asks once what
 * management and the delegated administrators answer for all.
 */
@Component
class CollectStep {

	/** The step that awaits what is asked once for the organization. */
	static final String ORGANIZATION = "organization";

	/** A chunk is about a fiftieth of the accounts, so that a crash costs little. */
	private static final int CHUNKS = 50;

	private static final int LARGEST_CHUNK = 50;

	private final NightRequest request;

	private final AwsAccess aws;

	private final Foundations foundations;

	private final Kept kept;

	private final StagedWriter writer;

	private final NightStop stop;

	private final NightProgress progress;

	CollectStep(NightRequest request, AwsAccess aws, Foundations foundations, Kept kept, StagedWriter writer,
			NightStop stop, NightProgress progress) {
		this.request = request;
		this.aws = aws;
		this.foundations = foundations;
		this.kept = kept;
		this.writer = writer;
		this.stop = stop;
		this.progress = progress;
	}

	/**
	 * Collects what launches before this one have not staged.
	 * @throws JobExecutionException where the night is being stopped
	 */
	Collected collect(Discovered discovered, NightSteps steps) throws JobExecutionException {
		Collecting collecting = this.aws.collecting(discovered.discovery(), discovered.owners());
		try (Foundations.Begun foundations = this.foundations.begin(discovered, collecting)) {
			CompletableFuture<List<CellResult>> organization = askOwners(discovered, collecting, foundations);
			StagedNight accounts = walk(discovered, collecting, foundations, steps);
			StagedNight staged = steps.run(ORGANIZATION, () -> stage(organization.join(), foundations.in(accounts)));
			return new Collected(discovered.discovery(), staged);
		}
	}

	private CompletableFuture<List<CellResult>> askOwners(Discovered discovered, Collecting collecting,
			Foundations.Begun foundations) {
		return isAsked(discovered.staged()) ? CompletableFuture.completedFuture(List.of())
				: collecting.askOwners(foundations.answers());
	}

	private static boolean isAsked(StagedNight staged) {
		return staged.named(ORGANIZATION).isPresent();
	}

	private StagedNight stage(List<CellResult> organization, StagedNight staged) {
		return isAsked(staged) ? staged
				: staged.with(this.writer.write(staged.basis(), ORGANIZATION, List.of(), organization, null));
	}

	private StagedNight walk(Discovered discovered, Collecting collecting, Foundations.Begun foundations,
			NightSteps steps) throws JobExecutionException {
		RollCall rollCall = collecting.call(missing(discovered), foundations.answers());
		WalkedAccountWriter accounts = new WalkedAccountWriter(discovered.staged(), this.writer, rollCall, this.kept,
				this.progress, this.request.configuration().rollups());
		this.stop.walking(rollCall::stop);
		steps.run(NightJob.COLLECT, chunk(discovered), rollCall::next, accounts);
		return accounts.staged();
	}

	/** The accounts that are not staged and have something to be asked. */
	private List<Account> missing(Discovered discovered) {
		Set<String> staged = discovered.staged().accounts();
		return discovered.discovery()
			.accounts()
			.stream()
			.filter((account) -> !staged.contains(account.id().value()))
			.filter(this.kept::leavesOpen)
			.toList();
	}

	private static int chunk(Discovered discovered) {
		int accounts = discovered.discovery().accounts().size();
		return Math.min(LARGEST_CHUNK, Math.max(1, accounts / CHUNKS));
	}

}
