package dev.rollcall.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.rollcall.job.NightProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each step, and one for each twentieth of the accounts. */
final class LogProgress implements NightProgress {

	private static final Logger logger = LoggerFactory.getLogger(LogProgress.class);

	private static final int LINES = 20;

	private final Clock clock;

	private Instant began;

	private int total;

	private int resumed;

	private int walked;

	private int said;

	LogProgress(Clock clock) {
		this.clock = clock;
		this.began = clock.instant();
	}

	@Override
	public void begins(String step) {
		this.began = this.clock.instant();
		logger.atInfo().addKeyValue("step", step).log("step");
	}

	@Override
	public void accounts(int total, int walked) {
		this.total = total;
		this.resumed = walked;
		this.walked = walked;
		logger.atInfo().addKeyValue("accounts", total).addKeyValue("already_walked", walked).log("roster");
	}

	@Override
	public void waits(String step, Duration since) {
		logger.atInfo()
			.addKeyValue("step", step)
			.addKeyValue("seconds", since.toSeconds())
			.addKeyValue("walked", this.walked)
			.addKeyValue("accounts", this.total)
			.log("waiting");
	}

	@Override
	public void walked(int accounts) {
		this.walked += accounts;
		if (this.walked < this.total && this.walked - this.said < this.total / LINES) {
			return;
		}
		this.said = this.walked;
		Duration spent = Duration.between(this.began, this.clock.instant());
		int fresh = Math.max(1, this.walked - this.resumed);
		Duration left = spent.multipliedBy(this.total - this.walked).dividedBy(fresh);
		logger.atInfo()
			.addKeyValue("walked", this.walked)
			.addKeyValue("accounts", this.total)
			.addKeyValue("eta_seconds", left.toSeconds())
			.log("progress");
	}

}
