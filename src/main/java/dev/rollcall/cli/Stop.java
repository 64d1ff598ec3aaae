package dev.rollcall.cli;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.rollcall.dataset.Workspace;

/**
 * What happens when a signal ends the program: nothing is to be saved, for what counts is
 * staged already; the local files go, and a line says what to do.
 */
final class Stop implements AutoCloseable {

	private final AtomicBoolean ended = new AtomicBoolean();

	private final Thread hook;

	Stop(Workspace workspace) {
		this.hook = new Thread(() -> {
			if (!this.ended.get()) {
				System.err.println("rollcall: stopped; the same command goes on where this one was");
				workspace.close();
			}
		}, "stop");
		Runtime.getRuntime().addShutdownHook(this.hook);
	}

	/** Says that the program ends by itself. */
	@Override
	public void close() {
		this.ended.set(true);
	}

}
