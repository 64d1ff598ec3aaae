package dev.rollcall.dataset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import dev.rollcall.dataset.ObjectLease.Waiting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ObjectLeaseTests {

	private final Bucket bucket = new Bucket();

	@Test
	void isTakenWhereThereIsNone() {
		try (Lease lease = take("one", new Frozen())) {
			assertThat(lease.isHeld()).isTrue();
			assertThat(this.bucket.entry().owner()).isEqualTo("one");
		}
	}

	@Test
	void isTakenAtOnceWhereItWasGivenBack() {
		take("one", new Frozen()).close();
		List<Duration> watched = new ArrayList<>();
		try (Lease lease = take("two", new Watching(watched, () -> {
		}))) {
			assertThat(lease.isHeld()).isTrue();
			assertThat(watched).isEmpty();
		}
	}

	@Test
	void isTakenOverAfterEightSecondsWithoutARenewal() throws Exception {
		Frozen frozen = new Frozen();
		ObjectLease dead = take("one", frozen);
		List<Duration> watched = new ArrayList<>();
		try (Lease lease = take("two", new Watching(watched, () -> {
		}))) {
			assertThat(lease.isHeld()).isTrue();
			assertThat(watched.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(8));
			frozen.wakeUp();
			dead.join();
			assertThat(dead.isHeld()).isFalse();
			assertThat(this.bucket.entry().owner()).isEqualTo("two");
		}
	}

	@Test
	void isRefusedAsSoonAsItIsRenewed() {
		try (Lease alive = take("one", new Frozen())) {
			assertThatExceptionOfType(LeaseHeldException.class)
				.isThrownBy(() -> take("two", new Watching(new ArrayList<>(), this.bucket::renew)))
				.withMessageContaining("run one");
			assertThat(alive.isHeld()).isTrue();
		}
	}

	@Test
	void isRefusedToTheSecondOfTwoThatSeeItAbandoned() {
		take("dead", new Frozen());
		this.bucket.beforeNextReplace = () -> this.bucket.take("quicker");
		assertThatExceptionOfType(LeaseHeldException.class)
			.isThrownBy(() -> take("slower", new Watching(new ArrayList<>(), () -> {
			})))
			.withMessageContaining("run quicker");
	}

	@Test
	void isKeptWhileTheBucketDoesNotAnswer() throws Exception {
		Frozen frozen = new Frozen();
		try (Lease lease = take("one", frozen)) {
			this.bucket.beforeNextReplace = () -> {
				throw new OutputException("no answer", new IllegalStateException());
			};
			frozen.renewOnce();
			assertThat(lease.isHeld()).isTrue();
			assertThat(this.bucket.entry().renewals()).isZero();
			frozen.renewOnce();
			assertThat(lease.isHeld()).isTrue();
			assertThat(this.bucket.entry().renewals()).isEqualTo(1);
		}
	}

	private ObjectLease take(String owner, Waiting waiting) {
		return ObjectLease.take(this.bucket, "lease", owner, waiting);
	}

	/** Pauses until it is woken up. */
	private static final class Frozen implements Waiting {

		private final Semaphore pausing = new Semaphore(0);

		private final Semaphore woken = new Semaphore(0);

		@Override
		public void pause(Duration duration) throws InterruptedException {
			this.pausing.release();
			this.woken.acquire();
		}

		void wakeUp() {
			this.woken.release();
		}

		/** Lets a pause end, and waits for the next: one renewal is done by then. */
		void renewOnce() throws InterruptedException {
			this.pausing.acquire();
			this.woken.release();
			this.pausing.acquire();
			this.pausing.release();
		}

	}

	/** Takes no time for a pause of watching; a renewal after it would never end. */
	private static final class Watching implements Waiting {

		private final List<Duration> pauses;

		private final Runnable meanwhile;

		Watching(List<Duration> pauses, Runnable meanwhile) {
			this.pauses = pauses;
			this.meanwhile = meanwhile;
		}

		@Override
		public void pause(Duration duration) throws InterruptedException {
			if (duration.equals(ObjectLease.BETWEEN_RENEWALS)) {
				new Semaphore(0).acquire();
			}
			this.pauses.add(duration);
			this.meanwhile.run();
		}

	}

	/** A bucket with one object. */
	private static final class Bucket implements ConditionalObjects {

		private final Map<String, Versioned> objects = new HashMap<>();

		private int writes;

		private @Nullable Runnable beforeNextReplace;

		@Override
		public synchronized Optional<Versioned> readVersioned(String key) {
			return Optional.ofNullable(this.objects.get(key));
		}

		@Override
		public synchronized Optional<String> replaceIf(String key, byte[] content, @Nullable String tag) {
			Runnable before = this.beforeNextReplace;
			this.beforeNextReplace = null;
			if (before != null) {
				before.run();
			}
			String present = readVersioned(key).map(Versioned::tag).orElse(null);
			return Objects.equals(present, tag) ? Optional.of(put(content)) : Optional.empty();
		}

		private String put(byte[] content) {
			Versioned written = new Versioned(content, "tag-" + ++this.writes);
			this.objects.put("lease", written);
			return written.tag();
		}

		synchronized void take(String owner) {
			put(LeaseEntry.of(owner).toJson());
		}

		synchronized void renew() {
			put(entry().renewed().toJson());
		}

		synchronized LeaseEntry entry() {
			return readVersioned("lease").map((lease) -> LeaseEntry.parse(lease.content())).orElseThrow();
		}

	}

}
