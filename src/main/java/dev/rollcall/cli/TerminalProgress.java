package dev.rollcall.cli;

import java.time.Duration;

import dev.rollcall.job.NightProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar of walked accounts, with the time that is left. */
final class TerminalProgress implements NightProgress, AutoCloseable {

	private @Nullable ProgressBar bar;

	private int total;

	private int walked;

	@Override
	public void begins(String step) {
		if (step.equals("collect")) {
			this.bar = new ProgressBarBuilder().setTaskName("accounts")
				.setInitialMax(this.total)
				.startsFrom(this.walked, Duration.ZERO)
				.setStyle(ProgressBarStyle.ASCII)
				.showSpeed()
				.build();
			return;
		}
		close();
		System.err.println(step + " ...");
	}

	@Override
	public void accounts(int total, int walked) {
		this.total = total;
		this.walked = walked;
	}

	@Override
	public void walked(int accounts) {
		if (this.bar != null) {
			this.bar.stepBy(accounts);
		}
	}

	/** The bar shows itself that time goes by. */
	@Override
	public void waits(String step, Duration since) {
		if (this.bar == null) {
			System.err.println("still " + step + ", for " + since.toSeconds() + " s ...");
		}
	}

	@Override
	public void close() {
		if (this.bar != null) {
			this.bar.close();
			this.bar = null;
		}
	}

}
