package dev.rollcall.cli;

import dev.rollcall.publication.Verification;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar of verified nights, where a person watches. */
final class VerifyProgress implements Verification.Progress, AutoCloseable {

	private @Nullable ProgressBar bar;

	@Override
	public void night(int verified, int all) {
		if (this.bar == null && Terminal.isInteractive()) {
			this.bar = new ProgressBarBuilder().setTaskName("nights")
				.setInitialMax(all)
				.setStyle(ProgressBarStyle.ASCII)
				.build();
		}
		if (this.bar != null) {
			this.bar.stepTo(verified);
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
