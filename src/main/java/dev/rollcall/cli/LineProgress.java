package dev.rollcall.cli;

import java.io.PrintWriter;
import java.time.Duration;

import dev.rollcall.job.NightProgress;

/**
 * A line a step and for each quarter of the accounts, for a person without a terminal.
 */
final class LineProgress implements NightProgress {

	private static final int LINES = 4;

	private final PrintWriter out;

	private int total;

	private int walked;

	private int said;

	LineProgress(PrintWriter out) {
		this.out = out;
	}

	@Override
	public void begins(String step) {
		say(step + " ...");
	}

	@Override
	public void accounts(int total, int walked) {
		this.total = total;
		this.walked = walked;
		this.said = walked;
	}

	@Override
	public void walked(int accounts) {
		this.walked += accounts;
		if (this.walked == this.total || this.walked - this.said >= Math.max(1, this.total / LINES)) {
			this.said = this.walked;
			say("  %d of %d accounts".formatted(this.walked, this.total));
		}
	}

	@Override
	public void waits(String step, Duration since) {
		say("  still %s, for %d s".formatted(step, since.toSeconds()));
	}

	private void say(String line) {
		this.out.println(line);
		this.out.flush();
	}

}
