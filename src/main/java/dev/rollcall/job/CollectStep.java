package dev.rollcall.job;

import dev.rollcall.collect.WalkedAccount;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;

/**
 * Walks the accounts in chunks, each of which is staged. How large a chunk is depends on
 * how many accounts there are, which is known when the step runs.
 */
@Component
class CollectStep implements Step {

	/** A chunk is about a fiftieth of the accounts, so that a crash costs little. */
	private static final int CHUNKS = 50;

	private static final int LARGEST_CHUNK = 50;

	private final JobRepository repository;

	private final StepAnnouncer announcer;

	private final WalkedAccountReader reader;

	private final WalkedAccountWriter writer;

	private final Night night;

	CollectStep(JobRepository repository, StepAnnouncer announcer, WalkedAccountReader reader,
			WalkedAccountWriter writer, Night night) {
		this.repository = repository;
		this.announcer = announcer;
		this.reader = reader;
		this.writer = writer;
		this.night = night;
	}

	@Override
	public String getName() {
		return NightJob.COLLECT;
	}

	@Override
	public void execute(StepExecution stepExecution) throws JobInterruptedException {
		new StepBuilder(getName(), this.repository).<WalkedAccount, WalkedAccount>chunk(chunk())
			.transactionManager(new ResourcelessTransactionManager())
			.reader(this.reader)
			.writer(this.writer)
			.listener(this.announcer)
			.build()
			.execute(stepExecution);
	}

	private int chunk() {
		int accounts = this.night.discovery().accounts().size();
		return Math.min(LARGEST_CHUNK, Math.max(1, accounts / CHUNKS));
	}

}
