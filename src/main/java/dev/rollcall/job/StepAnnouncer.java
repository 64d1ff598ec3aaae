package dev.rollcall.job;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Tells the progress which step begins, and who may have to stop it. */
@Component
class StepAnnouncer implements StepExecutionListener {

	private final NightProgress progress;

	private final NightStop stop;

	StepAnnouncer(NightProgress progress, NightStop stop) {
		this.progress = progress;
		this.stop = stop;
	}

	@Override
	public void beforeStep(StepExecution stepExecution) {
		this.stop.begins(stepExecution);
		this.progress.begins(stepExecution.getStepName());
	}

}
