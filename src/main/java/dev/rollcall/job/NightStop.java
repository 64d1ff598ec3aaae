package dev.rollcall.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;

/**
 * Ends a running night early, in a state from which the same command goes on: accounts
 * that are walked are staged, no further ones are begun.
 */
public final class NightStop {

	private final CountDownLatch ended = new CountDownLatch(1);

	private @Nullable StepExecution step;

	private @Nullable Runnable walk;

	private boolean requested;

	private boolean published;

	/**
	 * Asks the night to end, and waits where that saves something: while accounts are
	 * walked, and while the night is being published.
	 * @param most how long it waits at most
	 */
	public void stop(Duration most) throws InterruptedException {
		if (request()) {
			this.ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/** Whether the running step is worth waiting for. */
	private synchronized boolean request() {
		this.requested = true;
		StepExecution running = this.step;
		if (running == null) {
			return false;
		}
		if (this.walk != null && running.getStepName().equals(NightJob.COLLECT)) {
			this.walk.run();
			return true;
		}
		end(running);
		return running.getStepName().equals(NightJob.PUBLISH);
	}

	/** A step begins; none does that is asked for after the night was to end. */
	synchronized void begins(StepExecution begun) {
		this.step = begun;
		if (this.requested) {
			end(begun);
		}
	}

	private static void end(StepExecution running) {
		running.setTerminateOnly();
		running.getJobExecution().setStatus(BatchStatus.STOPPING);
	}

	/** Says how the walk over the accounts is ended. */
	synchronized void walking(Runnable end) {
		this.walk = end;
		if (this.requested) {
			end.run();
		}
	}

	/** Whether somebody has asked for an end. */
	public synchronized boolean isRequested() {
		return this.requested;
	}

	/** Whether the night is published, whatever else it was asked for. */
	public synchronized boolean isPublished() {
		return this.published;
	}

	/** Says that the night is published. */
	synchronized void published() {
		this.published = true;
	}

	/** Says that nothing of the night runs any longer. */
	public void ended() {
		this.ended.countDown();
	}

}
