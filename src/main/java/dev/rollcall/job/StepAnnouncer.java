package dev.rollcall.job;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Tells the progress which step begins. */
@Component
class StepAnnouncer implements StepExecutionListener {

	private final NightProgress progress;

	StepAnnouncer(NightProgress progress) {
		this.progress = progress;
	}

	@Override
	public void beforeStep(StepExecution stepExecution) {
		this.progress.begins(stepExecution.getStepName());
	}

}
