package dev.rollcall.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.rollcall.dataset.Workspace;
import dev.rollcall.job.NightStop;

/**
 * What happens when a signal ends the program: what is walked is staged, the local files
 * go, and a line says what to do. It is over before Fargate, which waits 30 seconds,
 * kills the task.
 */
final class Stop implements AutoCloseable {

	private static final Duration MOST = Duration.ofSeconds(20);

	private final AtomicBoolean ended = new AtomicBoolean();

	/**
	 * Prepares for a signal.
	 * @param night the night that the program runs, if it runs one
	 */
	Stop(Workspace workspace, NightStop night) {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			if (!this.ended.get()) {
				stop(workspace, night);
			}
		}, "stop"));
	}

	private static void stop(Workspace workspace, NightStop night) {
		try {
			night.stop(MOST);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		System.err.println(night.isPublished() ? "rollcall: stopped after the night was published"
				: "rollcall: stopped; the same command goes on where this one was");
		workspace.close();
	}

	/** Says that the program ends by itself. */
	@Override
	public void close() {
		this.ended.set(true);
	}

}
