package dev.rollcall.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

/**
 * The bucket as one launch sees it. Each operation is an event, before which and after
 * which the launch may meet its fate. The lease is the one of S3, whose seconds of
 * watching take no time: while somebody watches, an owner that lives renews it.
 */
public final class SimulatedOutput implements Output, ConditionalObjects {

	private final SimulatedBucket bucket;

	private final Fate fate;

	private final Runnable watched;

	private final Semaphore renewals = new Semaphore(0);

	private final Semaphore renewed = new Semaphore(0);

	private final Semaphore tried = new Semaphore(0);

	/**
	 * Shows the bucket to a launch.
	 * @param fate what its operations meet
	 * @param watched runs while this launch watches another's lease
	 */
	public SimulatedOutput(SimulatedBucket bucket, Fate fate, Runnable watched) {
		this.bucket = bucket;
		this.fate = fate;
		this.watched = watched;
	}

	/** Lets the lease of this launch be renewed once: it is alive. */
	public void renewLease() {
		this.renewed.acquireUninterruptibly();
		this.renewals.release();
		this.renewed.acquireUninterruptibly();
		this.renewed.release();
	}

	/** Lets the lease be renewed, or found to be another's. */
	public void wakeUp() {
		this.tried.drainPermits();
		this.renewals.release();
		this.tried.acquireUninterruptibly();
	}

	@Override
	public @Nullable String put(String key, Path file, @Nullable Retention retention) {
		this.fate.before("put", key);
		try {
			this.bucket.put(key, Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.fate.after("put", key);
		return null;
	}

	@Override
	public PutIfAbsent putIfAbsent(String key, byte[] content, @Nullable Retention retention) {
		this.fate.before("commit", key);
		PutIfAbsent outcome = this.bucket.putIf(key, content, null).isPresent() ? PutIfAbsent.WRITTEN
				: PutIfAbsent.PRESENT;
		this.fate.after("commit", key);
		return this.fate.isAnswered(key) ? outcome : PutIfAbsent.UNKNOWN;
	}

	@Override
	public boolean retains() {
		return false;
	}

	@Override
	public Optional<byte[]> read(String key) {
		return readVersioned(key).map(Versioned::content);
	}

	@Override
	public Optional<InputStream> open(String key) {
		return read(key).map(ByteArrayInputStream::new);
	}

	@Override
	public Optional<InputStream> openVersion(String key, String version) {
		return Optional.empty();
	}

	@Override
	public boolean fetch(String key, Path to) {
		Optional<byte[]> content = read(key);
		try {
			if (content.isPresent()) {
				Files.write(to, content.get());
			}
			return content.isPresent();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public List<String> list(String prefix) {
		this.fate.before("list", prefix);
		return this.bucket.list(prefix);
	}

	@Override
	public void delete(String key) {
		this.fate.before("delete", key);
		this.bucket.delete(key);
		this.fate.after("delete", key);
	}

	@Override
	public Lease lease(String key, String owner) {
		return ObjectLease.take(this, key, owner, this::pause);
	}

	private void pause(Duration duration) throws InterruptedException {
		if (duration.equals(ObjectLease.BETWEEN_RENEWALS)) {
			this.renewed.release();
			this.renewals.acquire();
		}
		else {
			this.watched.run();
		}
	}

	@Override
	public Optional<Versioned> readVersioned(String key) {
		this.fate.before("read", key);
		return this.bucket.read(key);
	}

	@Override
	public Optional<String> replaceIf(String key, byte[] content, @Nullable String tag) {
		this.fate.before("replace", key);
		Optional<String> replaced = this.bucket.putIf(key, content, tag);
		this.fate.after("replace", key);
		this.tried.release();
		return replaced;
	}

	/** Copies all objects into a directory. */
	public void copyTo(Path directory) {
		for (String key : this.bucket.list("")) {
			try {
				Path file = directory.resolve(key);
				Files.createDirectories(file.resolveSibling("."));
				Files.write(file, read(key).orElseThrow());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	@Override
	public String locate(String key) {
		return "simulated://" + key;
	}

	@Override
	public String toString() {
		return "simulated://";
	}

	/**
	 * What becomes of a launch at its operations; what it throws is what the launch
	 * meets.
	 */
	public interface Fate {

		/** Nothing happens. */
		Fate NONE = new Fate() {

			@Override
			public void before(String operation, String key) {
			}

			@Override
			public void after(String operation, String key) {
			}

			@Override
			public boolean isAnswered(String key) {
				return true;
			}

		};

		/** An operation is asked for, and not done yet. */
		void before(String operation, String key);

		/** An operation is done, and not answered yet. */
		void after(String operation, String key);

		/** Whether the answer to a commit arrives. */
		boolean isAnswered(String key);

	}

}
