package dev.rollcall.job;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Asks, once, what management and the delegated administrators answer for all. */
@Component
class OrganizationTasklet implements Tasklet {

	private static final String STAGED = "organization";

	private final AwsAccess aws;

	private final StagedWriter writer;

	private final Night night;

	OrganizationTasklet(AwsAccess aws, StagedWriter writer, Night night) {
		this.aws = aws;
		this.writer = writer;
		this.night = night;
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		if (this.night.staged(STAGED).isEmpty()) {
			var results = this.aws.collecting(this.night.discovery()).askOwners(this.night.administrators());
			this.night.staged(this.writer.write(STAGED, List.of(), results, null));
		}
		return RepeatStatus.FINISHED;
	}

}
