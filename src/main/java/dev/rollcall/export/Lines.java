package dev.rollcall.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Lines on their way into a file, in UTF-8. */
final class Lines {

	private final OutputStream out;

	private long written;

	Lines(OutputStream out) {
		this.out = out;
	}

	/**
	 * Adds a line.
	 * @param line with its end
	 * @throws UncheckedIOException where it cannot be written
	 */
	void add(String line) {
		try {
			this.out.write(line.getBytes(StandardCharsets.UTF_8));
			this.written++;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How many there are. */
	long written() {
		return this.written;
	}

}
