package dev.rollcall.publication;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.Defect.Kind;

/**
 * Walks the committed nights of an output and holds each to its commit, and all to their
 * chain. Nothing that is read is believed before its hash is, and nothing is written.
 */
public final class Verification {

	private final Output output;

	private final Workspace workspace;

	private final VerificationScope scope;

	private final PublicKeys keys;

	private final Progress progress;

	/**
	 * Prepares a verification.
	 * @param keys whose signatures are believed; none where signatures are not checked
	 */
	public Verification(Output output, Workspace workspace, VerificationScope scope, PublicKeys keys,
			Progress progress) {
		this.output = output;
		this.workspace = workspace;
		this.scope = scope;
		this.keys = keys;
		this.progress = progress;
	}

	/**
	 * Verifies.
	 * @throws dev.rollcall.dataset.OutputException where the output cannot be listed
	 */
	public VerificationReport run() {
		Inventory inventory = Inventory.of(this.output);
		List<CommitKey> commits = inventory.commits(this.scope::contains);
		List<NightCheck> nights = new ArrayList<>();
		List<String> notes = new ArrayList<>();
		try (Database database = new Database(this.workspace.directory("duckdb"))) {
			ObjectReader reader = new ObjectReader(this.output, this.workspace, database);
			for (CommitKey commit : commits) {
				this.progress.night(nights.size(), commits.size());
				NightCheck night = new NightCheck(reader, inventory, this.keys, commit);
				night.run();
				nights.add(night);
			}
			this.progress.night(nights.size(), commits.size());
			Unlisted unlisted = new Unlisted(reader, inventory, this.scope, nights, notes);
			List<Defect> others = unlisted.check();
			others.addAll(checkChain(new ChainCheck(reader, inventory, this.scope, nights, notes), nights));
			return VerificationReport.of(this.output.toString(), this.scope, nights, others, notes, unlisted.unread());
		}
	}

	private List<Defect> checkChain(ChainCheck chain, List<NightCheck> nights) {
		nights.forEach(chain::check);
		List<Defect> missing = chain.missingCommits();
		String expected = this.scope.expectedLatest();
		if (expected == null) {
			return missing;
		}
		if (nights.isEmpty()) {
			return List.of(new Defect(Kind.MISSING, "run/",
					"no night is there, where one with the manifest hash " + expected + " was expected"));
		}
		chain.checkLatest(nights.get(nights.size() - 1), expected);
		return missing;
	}

	/** Hears how far a verification is. */
	@FunctionalInterface
	public interface Progress {

		/** Says that so many nights are verified. */
		void night(int verified, int all);

	}

}
