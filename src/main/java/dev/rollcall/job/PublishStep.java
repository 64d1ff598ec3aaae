package dev.rollcall.job;

import dev.rollcall.collect.Clocks;
import dev.rollcall.dataset.Lease;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output.PutIfAbsent;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.Publication;
import dev.rollcall.publication.Sealing;
import org.springframework.stereotype.Component;

/** Publishes the night: its objects, its manifest, its commit. */
@Component
class PublishStep {

	private final NightRequest request;

	private final Lease lease;

	private final Workspace workspace;

	private final Sealing sealing;

	private final Clocks clocks;

	PublishStep(NightRequest request, Lease lease, Workspace workspace, Sealing sealing, Clocks clocks) {
		this.request = request;
		this.lease = lease;
		this.workspace = workspace;
		this.sealing = sealing;
		this.clocks = clocks;
	}

	/**
	 * Publishes the night.
	 * @return what it came to
	 * @throws NightFailure where it is not known to be ours that is published
	 */
	NightOutcome publish(Rendered rendered) {
		NightId id = this.request.night();
		return switch (commit(id, rendered)) {
			case WRITTEN -> rendered.night().outcome();
			case PRESENT -> throw new NightFailure(NightFailure.Reason.ALREADY_PUBLISHED,
					"Another run has published " + id.snapshotDate() + ", attempt " + id.attempt());
			case UNKNOWN -> throw new NightFailure(NightFailure.Reason.UNKNOWN_COMMIT,
					"The output did not say whether " + this.request.output().locate(id.commit())
							+ " was written; 'verify' or the next run finds it or does not");
		};
	}

	private PutIfAbsent commit(NightId id, Rendered rendered) {
		try (Publication publication = new Publication(this.request.output(), id, this.workspace, this.sealing)) {
			rendered.night()
				.files()
				.whole()
				.forEach((schema, file) -> publication.put(id.data(schema.dataset()), file.path(), file.rows()));
			publication.put(id.workbook(), rendered.workbook(), null);
			NightFailure.throwUnlessHeld(this.lease);
			return publication.commit(TonightsRun.of(this.request, rendered.night(), this.clocks.evidence().instant()));
		}
	}

}
