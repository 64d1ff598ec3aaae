package dev.rollcall.job;

import java.util.List;

import dev.rollcall.collect.Collecting;
import dev.rollcall.collect.KnownOwners;
import dev.rollcall.collect.NamedThings;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Staged;
import dev.rollcall.dataset.Workspace;
import org.springframework.stereotype.Component;

/**
 * Asks once about each thing that the evidence of all accounts names, such as the bucket
 * of a trail. Which those are is fixed when the walk has ended; they are staged in one
 * file, and no launch asks again that finds it.
 */
@Component
class DistinctStep {

	static final String NAME = "distinct";

	private final SourceCatalog catalog;

	private final AwsAccess aws;

	private final Kept kept;

	private final StagedWriter writer;

	private final Workspace workspace;

	DistinctStep(SourceCatalog catalog, AwsAccess aws, Kept kept, StagedWriter writer, Workspace workspace) {
		this.catalog = catalog;
		this.aws = aws;
		this.kept = kept;
		this.writer = writer;
		this.workspace = workspace;
	}

	/**
	 * Asks what launches before this one have not, and the attempt before has not kept.
	 */
	Collected ask(Collected walked) {
		if (this.catalog.distinctSources().isEmpty()) {
			return walked;
		}
		List<NamedThings> open = open(walked);
		return open.isEmpty() ? walked : walked.with(stage(walked, open));
	}

	/** What has to be asked about; empty where every thing has its cell. */
	private List<NamedThings> open(Collected walked) {
		NightScope night = this.aws.night(walked.discovery());
		AnswerFiles files = new AnswerFiles(this.catalog, walked.staged().files(), this.kept, this.workspace);
		try (Database database = files.open()) {
			List<NamedThings> named = EvidenceThings.named(this.catalog, night, database, AnswerFiles::name);
			return isWhole(named, database) ? List.of() : named;
		}
	}

	/**
	 * Whether every thing has its cell, and nothing else has one: what was staged before
	 * some accounts had to be walked again may be about other things.
	 */
	private static boolean isWhole(List<NamedThings> named, Database database) {
		String coverage = AnswerFiles.name(DatasetFiles.coverage());
		return named.stream()
			.allMatch((things) -> EvidenceThings.asked(database, coverage, things.asking())
				.equals(List.copyOf(things.arns())));
	}

	private StagedNight stage(Collected walked, List<NamedThings> named) {
		Collecting collecting = this.aws.collecting(walked.discovery(), KnownOwners.NONE);
		StagedNight others = walked.staged().without(NAME);
		Staged staged = this.writer.write(others.basis(), NAME, List.of(), (use) -> collecting.askAbout(named, use),
				null);
		return others.with(staged);
	}

}
