package dev.rollcall.job;

import java.time.Clock;

import dev.rollcall.account.AccountId;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.control.Severity;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Staging;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.Discovery;
import dev.rollcall.publication.Publication;
import dev.rollcall.publication.Run;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Publishes the night: its objects, its manifest, its commit. */
@Component
class PublishTasklet implements Tasklet {

	private static final Logger logger = LoggerFactory.getLogger(PublishTasklet.class);

	private final NightRequest request;

	private final Night night;

	private final DatasetFiles files;

	private final Staging staging;

	private final Workspace workspace;

	private final Clock clock;

	PublishTasklet(NightRequest request, Night night, DatasetFiles files, Staging staging, Workspace workspace,
			Clock clock) {
		this.request = request;
		this.night = night;
		this.files = files;
		this.staging = staging;
		this.workspace = workspace;
		this.clock = clock;
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		NightId id = this.request.night();
		NightOutcome outcome = outcome(id);
		Publication publication = new Publication(this.request.output(), id);
		this.files.finished()
			.forEach((schema, file) -> publication.put(id.data(schema.dataset()), file, this.files.rows(schema)));
		publication.put(id.workbook(), this.workspace.directory("workbook").resolve(RenderTasklet.WORKBOOK), null);
		switch (publication.commit(run(outcome), this.workspace)) {
			case WRITTEN -> {
				this.night.published(outcome);
				clearStaging();
			}
			case PRESENT -> throw new NightFailure(NightFailure.Reason.ALREADY_PUBLISHED,
					"Another run has published " + id.snapshotDate() + ", attempt " + id.attempt());
			case UNKNOWN -> throw new NightFailure(NightFailure.Reason.UNKNOWN_COMMIT,
					"The output did not say whether " + this.request.output().locate(id.commit()) + " was written");
		}
		return RepeatStatus.FINISHED;
	}

	/** The commit decided; what is left over is no failure. */
	private void clearStaging() {
		try {
			this.staging.clear();
		}
		catch (OutputException ex) {
			logger.warn("The night is published; its staging is left behind", ex);
		}
	}

	private Run run(NightOutcome outcome) {
		NightId id = this.request.night();
		Discovery discovery = this.night.discovery();
		Configuration configuration = this.request.configuration();
		AccountId management = discovery.managementAccount();
		return new Run(id.runId(), id.attempt(), this.request.startedAt(), this.clock.instant(),
				this.request.toolVersion(), this.request.configSha256(), outcome.accounts(), outcome.cells(),
				outcome.gaps(), outcome.findings(), this.request.isPartial(), this.request.isSimulated(), null,
				discovery.organizationId(), (management != null) ? management.value() : null, discovery.regions(),
				configuration.deadlines().inWords(), this.request.connection().simulation().orElse(null),
				configuration.locale(), configuration.csf().number(), this.night.comparedWith());
	}

	private NightOutcome outcome(NightId id) {
		try (Database database = this.files.open()) {
			long failing = this.request.configuration().failOn().map((least) -> failing(database, least)).orElse(0L);
			return new NightOutcome(database.number("SELECT count(*) FROM account"),
					database.number("SELECT count(*) FROM coverage"),
					database
						.number("""
								SELECT count(*) FROM coverage WHERE status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED')"""),
					database.number("SELECT count(*) FROM coverage WHERE expected"),
					database.number("SELECT count(*) FROM finding"),
					database.number("SELECT count(*) FROM finding WHERE verdict = 'NON_COMPLIANT'"), failing,
					this.request.isPartial(), this.request.output().locate(id.workbook()));
		}
	}

	private static long failing(Database database, Severity least) {
		long failing = 0;
		for (Severity severity : Severity.values()) {
			if (severity.isAtLeast(least)) {
				failing += database.number(
						"SELECT count(*) FROM finding WHERE verdict = 'NON_COMPLIANT' AND waiver_id IS NULL AND severity = '"
								+ severity.name() + "'");
			}
		}
		return failing;
	}

}
