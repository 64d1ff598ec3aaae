package dev.rollcall.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import dev.rollcall.account.LimitReachedException.Limit;
import software.amazon.awssdk.http.Abortable;

/** The body of an answer, held to its limits while it is read. */
final class GuardedAnswer extends InputStream implements Abortable {

	/**
	 * AWS's answers have fewer than twenty levels; newer JDKs read XML of at most 200.
	 */
	private static final int DEEPEST = 100;

	/** The outermost element of an answer in XML ends before. */
	private static final int BEGINNING = 512;

	/** What a parser may leave unread behind the end. */
	private static final int MOST_LEFT = 4096;

	private final InputStream body;

	private final Allowance allowance;

	private final Nesting nesting = new Nesting();

	private long bytes;

	private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

	private boolean ended;

	GuardedAnswer(InputStream body, Allowance allowance) {
		this.body = body;
		this.allowance = allowance;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int count = this.body.read(buffer, offset, length);
		this.ended = count < 0;
		if (count > 0) {
			this.bytes += count;
			begins(buffer, offset, count);
			this.allowance.take(count, this.bytes);
			this.allowance.require(this.nesting.deepest(buffer, offset, count) <= DEEPEST, Limit.DEPTH,
					() -> "The answer has more than " + DEEPEST + " levels; it was read no further");
		}
		return count;
	}

	private void begins(byte[] buffer, int offset, int count) {
		int room = BEGINNING - this.beginning.size();
		if (room > 0) {
			this.beginning.write(buffer, offset, Math.min(count, room));
			this.allowance.begins(this.beginning.toString(StandardCharsets.UTF_8));
		}
	}

	/**
	 * A connection whose answer was read to its end can be used again; to close a longer
	 * one would be to read all of it.
	 */
	@Override
	public void close() throws IOException {
		byte[] rest = new byte[MOST_LEFT];
		if (!this.ended && this.body.readNBytes(rest, 0, MOST_LEFT) == MOST_LEFT) {
			abort();
		}
		this.body.close();
	}

	@Override
	public void abort() {
		if (this.body instanceof Abortable abortable) {
			abortable.abort();
		}
	}

}
