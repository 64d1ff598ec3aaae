package dev.rollcall.dataset;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease that is an object, renewed by compare-and-set as long as its owner lives. Who
 * finds one watches it: if it is renewed, its owner lives; if not, it is taken over.
 * Clocks are not compared. An owner that was frozen meanwhile finds its next renewal
 * refused.
 */
final class ObjectLease implements Lease {

	static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(2);

	/** How long a newcomer watches. */
	static final Duration WATCHED = Duration.ofSeconds(8);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

	private static final Logger logger = LoggerFactory.getLogger(ObjectLease.class);

	private final ConditionalObjects objects;

	private final String key;

	private final Waiting waiting;

	private final Thread renewer = new Thread(this::renewUntilClosed, "lease");

	private LeaseEntry entry;

	private String tag;

	private volatile boolean held = true;

	private volatile boolean closed;

	private ObjectLease(ConditionalObjects objects, String key, LeaseEntry entry, String tag, Waiting waiting) {
		this.objects = objects;
		this.key = key;
		this.entry = entry;
		this.tag = tag;
		this.waiting = waiting;
		this.renewer.setDaemon(true);
	}

	/**
	 * Takes a lease, and renews it from now on.
	 * @throws LeaseHeldException where another run has it and renews it
	 */
	static ObjectLease take(ConditionalObjects objects, String key, String owner, Waiting waiting) {
		LeaseEntry entry = LeaseEntry.of(owner);
		String tag = objects.replaceIf(key, entry.toJson(), abandonedTag(objects, key, waiting))
			.orElseThrow(() -> new LeaseHeldException(holder(objects.readVersioned(key).orElse(null))));
		ObjectLease lease = new ObjectLease(objects, key, entry, tag, waiting);
		lease.renewer.start();
		return lease;
	}

	/** The tag of a lease that nobody renews; null where there is none at all. */
	private static @Nullable String abandonedTag(ConditionalObjects objects, String key, Waiting waiting) {
		Versioned first = objects.readVersioned(key).orElse(null);
		if (first == null) {
			return null;
		}
		LeaseEntry found = LeaseEntry.parse(first.content());
		if (found != null && found.released()) {
			return first.tag();
		}
		for (Duration watched = Duration.ZERO; watched.compareTo(WATCHED) < 0; watched = watched.plus(BETWEEN_LOOKS)) {
			pause(waiting, BETWEEN_LOOKS);
			Versioned now = objects.readVersioned(key).orElse(null);
			if (now == null || !now.tag().equals(first.tag())) {
				throw new LeaseHeldException(holder(now));
			}
		}
		return first.tag();
	}

	private static void pause(Waiting waiting, Duration duration) {
		try {
			waiting.pause(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LeaseHeldException("stopped while another run was watched");
		}
	}

	private static String holder(@Nullable Versioned lease) {
		LeaseEntry entry = (lease != null) ? LeaseEntry.parse(lease.content()) : null;
		return (entry != null) ? "run " + entry.owner() + ", process " + entry.process() : "another run";
	}

	private void renewUntilClosed() {
		try {
			while (this.held && !this.closed) {
				this.waiting.pause(BETWEEN_RENEWALS);
				renew();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void renew() {
		if (!this.closed) {
			replace(this.entry.renewed());
		}
	}

	/**
	 * An output that does not answer does not take a lease away: the next renewal tells.
	 */
	private void replace(LeaseEntry next) {
		try {
			Optional<String> renewed = this.objects.replaceIf(this.key, next.toJson(), this.tag);
			this.held = renewed.isPresent();
			this.tag = renewed.orElse(this.tag);
			this.entry = next;
		}
		catch (OutputException ex) {
			logger.warn("The lease could not be renewed and is tried again: {}", ex.getMessage());
		}
	}

	/** Waits until it is renewed no longer: closed, or lost. */
	void join() throws InterruptedException {
		this.renewer.join();
	}

	@Override
	public boolean isHeld() {
		return this.held;
	}

	@Override
	public synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			this.renewer.interrupt();
			if (this.held) {
				replace(this.entry.givenBack());
			}
		}
	}

	/** How to wait. */
	@FunctionalInterface
	interface Waiting {

		void pause(Duration duration) throws InterruptedException;

	}

}
