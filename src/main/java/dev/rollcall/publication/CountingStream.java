package dev.rollcall.publication;

import java.io.OutputStream;

/** Counts what is written, and keeps nothing. */
final class CountingStream extends OutputStream {

	private long bytes;

	long bytes() {
		return this.bytes;
	}

	@Override
	public void write(int value) {
		this.bytes++;
	}

	@Override
	public void write(byte[] content, int from, int length) {
		this.bytes += length;
	}

}
