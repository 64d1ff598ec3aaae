package dev.rollcall.job;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.rollcall.collect.CellResult;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Asks, once, what management and the delegated administrators answer for all. Asking
 * begins with the walk over the accounts and goes on beside it; this step awaits the end.
 */
@Component
class OrganizationTasklet implements Tasklet {

	private static final String STAGED = "organization";

	private final AwsAccess aws;

	private final StagedWriter writer;

	private final Night night;

	private @Nullable CompletableFuture<List<CellResult>> asking;

	OrganizationTasklet(AwsAccess aws, StagedWriter writer, Night night) {
		this.aws = aws;
		this.writer = writer;
		this.night = night;
	}

	/** Begins to ask, unless a launch before this one has the answers. */
	void begin() {
		if (this.night.staged(STAGED).isEmpty()) {
			this.asking = this.aws.collecting(this.night.discovery()).askOwners(this.night.administrators());
		}
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		if (this.asking != null) {
			this.night.staged(this.writer.write(STAGED, List.of(), this.asking.join(), null));
			this.asking = null;
		}
		return RepeatStatus.FINISHED;
	}

}
