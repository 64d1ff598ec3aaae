package dev.rollcall.job;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.rollcall.collect.Collecting;
import dev.rollcall.collect.OwnerAnswers;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.dataset.Staged;
import dev.rollcall.dataset.Workspace;
import org.springframework.stereotype.Component;

/**
 * What accounts' cells need of the organization. It is asked beside the walk, and staged
 * before any account that it answers is: a launch that goes on with the night reads the
 * same answers, and its accounts agree with those staged before.
 */
@Component
class Foundations {

	private static final String STAGED = "foundations";

	private final SourceCatalog catalog;

	private final Kept kept;

	private final StagedWriter writer;

	private final AwsAccess aws;

	private final Workspace workspace;

	Foundations(SourceCatalog catalog, Kept kept, StagedWriter writer, AwsAccess aws, Workspace workspace) {
		this.catalog = catalog;
		this.kept = kept;
		this.writer = writer;
		this.aws = aws;
		this.workspace = workspace;
	}

	/** Begins to ask what launches before this one have not staged. */
	Begun begin(Discovered discovered, Collecting collecting) {
		List<Staged> before = discovered.staged().ofNoAccount();
		StagedAnswers known = answers(discovered, before);
		if (this.catalog.foundations().isEmpty() || discovered.staged().named(STAGED).isPresent()) {
			return new Begun(CompletableFuture.completedFuture(Optional.empty()),
					CompletableFuture.completedFuture(known));
		}
		CompletableFuture<Staged> staged = collecting.askFoundations(known).thenApplyAsync((results) -> {
			known.close();
			return this.writer.write(discovered.staged().basis(), STAGED, List.of(), results, null);
		}, this.aws.executor());
		return new Begun(staged.thenApply(Optional::of), staged
			.thenApply((file) -> answers(discovered, Stream.concat(before.stream(), Stream.of(file)).toList())));
	}

	private StagedAnswers answers(Discovered discovered, List<Staged> files) {
		return new StagedAnswers(new AnswerFiles(this.catalog, files, this.kept, this.workspace), this.catalog,
				discovered.discovery());
	}

	/** What is being asked, or was. */
	record Begun(CompletableFuture<Optional<Staged>> staged,
			CompletableFuture<StagedAnswers> opened) implements AutoCloseable {

		/** What is staged of it, as soon as all is. */
		CompletableFuture<OwnerAnswers> answers() {
			return this.opened.thenApply((answers) -> answers);
		}

		/** The night with what was staged of it now. */
		StagedNight in(StagedNight night) {
			return this.staged.join().map(night::with).orElse(night);
		}

		@Override
		public void close() {
			this.opened.thenAccept(StagedAnswers::close);
		}

	}

}
