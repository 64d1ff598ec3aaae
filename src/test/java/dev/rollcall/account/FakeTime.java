package dev.rollcall.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Time that passes only where somebody waits, or where a test lets it. */
public final class FakeTime extends Clock implements Parking, LongSupplier {

	/** When the fake's time begins. */
	public static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

	private final AtomicLong nanos = new AtomicLong();

	private final List<Duration> parked = new ArrayList<>();

	@Override
	public synchronized void park(Duration duration) {
		this.parked.add(duration);
		pass(duration);
	}

	public void pass(Duration duration) {
		this.nanos.addAndGet(duration.toNanos());
	}

	/** How long each wait took, in order. */
	public synchronized List<Duration> parked() {
		return List.copyOf(this.parked);
	}

	@Override
	public long getAsLong() {
		return this.nanos.get();
	}

	@Override
	public Instant instant() {
		return START.plusNanos(this.nanos.get());
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("Time is UTC");
	}

}
