package dev.rollcall.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/** A body that is sent a byte a second. */
final class DrippingEntity implements AsyncEntityProducer {

	private final ByteBuffer body;

	private final ScheduledExecutorService timer;

	private volatile boolean due = true;

	DrippingEntity(byte[] body, ScheduledExecutorService timer) {
		this.body = ByteBuffer.wrap(body);
		this.timer = timer;
	}

	@Override
	public int available() {
		return this.due ? 1 : 0;
	}

	@Override
	public void produce(DataStreamChannel channel) throws IOException {
		if (!this.due) {
			return;
		}
		if (!this.body.hasRemaining()) {
			channel.endStream(List.of());
			return;
		}
		this.due = false;
		channel.write(ByteBuffer.wrap(new byte[] { this.body.get() }));
		this.timer.schedule(() -> {
			this.due = true;
			channel.requestOutput();
		}, 1, TimeUnit.SECONDS);
	}

	@Override
	public long getContentLength() {
		return this.body.capacity();
	}

	@Override
	public boolean isRepeatable() {
		return false;
	}

	@Override
	public boolean isChunked() {
		return false;
	}

	@Override
	public @Nullable String getContentType() {
		return null;
	}

	@Override
	public @Nullable String getContentEncoding() {
		return null;
	}

	@Override
	public @Nullable Set<String> getTrailerNames() {
		return null;
	}

	@Override
	public void failed(Exception cause) {
		// The caller did not wait.
	}

	@Override
	public void releaseResources() {
		// There are none.
	}

}
