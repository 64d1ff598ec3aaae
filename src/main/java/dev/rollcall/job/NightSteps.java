package dev.rollcall.job;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.SimpleStepHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/**
 * Runs work as steps of one execution of the job, and hands back what it made. No step
 * keeps a database transaction open: what counts lies in the output.
 */
final class NightSteps {

	private final JobExecution execution;

	private final JobRepository repository;

	private final StepAnnouncer announcer;

	NightSteps(JobExecution execution, JobRepository repository, StepAnnouncer announcer) {
		this.execution = execution;
		this.repository = repository;
		this.announcer = announcer;
	}

	/**
	 * Runs a step that makes a value.
	 * @throws JobExecutionException where the night is being stopped
	 * @throws RuntimeException what the work threw
	 */
	<T> T run(String name, Supplier<T> work) throws JobExecutionException {
		AtomicReference<T> made = new AtomicReference<>();
		run(new StepBuilder(name, this.repository).tasklet((contribution, context) -> {
			made.set(work.get());
			return RepeatStatus.FINISHED;
		}, new ResourcelessTransactionManager()).listener(this.announcer).build());
		return Objects.requireNonNull(made.get());
	}

	/**
	 * Runs a step that reads and writes in chunks.
	 * @param chunk how many items are written at once
	 * @throws JobExecutionException where the night is being stopped
	 * @throws RuntimeException what reader or writer threw
	 */
	<T> void run(String name, int chunk, ItemReader<T> reader, ItemWriter<T> writer) throws JobExecutionException {
		run(new StepBuilder(name, this.repository).<T, T>chunk(chunk)
			.transactionManager(new ResourcelessTransactionManager())
			.reader(reader)
			.writer(writer)
			.listener(this.announcer)
			.build());
	}

	private void run(Step step) throws JobExecutionException {
		StepExecution ended = new SimpleStepHandler(this.repository).handleStep(step, this.execution);
		if (ended.getStatus() != BatchStatus.COMPLETED) {
			throw failure(ended);
		}
		this.execution.upgradeStatus(ended.getStatus());
		this.execution.setExitStatus(ended.getExitStatus());
	}

	private static RuntimeException failure(StepExecution ended) {
		List<Throwable> failures = ended.getFailureExceptions();
		if (failures.isEmpty()) {
			return new IllegalStateException("The step " + ended.getStepName() + " ended without saying why");
		}
		return (failures.get(0) instanceof RuntimeException runtime) ? runtime
				: new IllegalStateException(failures.get(0));
	}

}
