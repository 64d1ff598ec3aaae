package dev.rollcall.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.rollcall.job.NightProgress;

/**
 * A sign of life while a step tells nothing: who waits sees what for, and since when.
 */
final class Heartbeat implements NightProgress, AutoCloseable {

	static final Duration SILENCE = Duration.ofSeconds(20);

	private final NightProgress progress;

	private final Clock clock;

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, (run) -> {
		Thread thread = new Thread(run, "heartbeat");
		thread.setDaemon(true);
		return thread;
	});

	private String step = "start";

	private Instant began;

	private Instant told;

	/** Beats by nobody but the caller. */
	Heartbeat(NightProgress progress, Clock clock) {
		this.progress = progress;
		this.clock = clock;
		this.began = clock.instant();
		this.told = this.began;
	}

	/** Beats as time passes, until it is closed. */
	static Heartbeat of(NightProgress progress, Clock clock) {
		Heartbeat heartbeat = new Heartbeat(progress, clock);
		heartbeat.timer.scheduleWithFixedDelay(heartbeat::beat, SILENCE.toMillis(), SILENCE.toMillis() / 4,
				TimeUnit.MILLISECONDS);
		return heartbeat;
	}

	/** Says that the step goes on, where nothing was told for a while. */
	synchronized void beat() {
		Instant now = this.clock.instant();
		if (Duration.between(this.told, now).compareTo(SILENCE) >= 0) {
			this.told = now;
			this.progress.waits(this.step, Duration.between(this.began, now));
		}
	}

	@Override
	public synchronized void begins(String step) {
		this.step = step;
		this.began = this.clock.instant();
		this.told = this.began;
		this.progress.begins(step);
	}

	@Override
	public synchronized void accounts(int total, int walked) {
		this.told = this.clock.instant();
		this.progress.accounts(total, walked);
	}

	@Override
	public synchronized void walked(int accounts) {
		this.told = this.clock.instant();
		this.progress.walked(accounts);
	}

	@Override
	public void waits(String step, Duration since) {
		this.progress.waits(step, since);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
