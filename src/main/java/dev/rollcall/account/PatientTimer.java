package dev.rollcall.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The deadlines of calls, on the clock of {@link Lateness}: while this program has no
 * processor, no deadline comes nearer. That of an attempt begins when its request is
 * sent: what comes before is our own work. A call that is answered leaves no task behind:
 * at full speed they would be many.
 */
final class PatientTimer extends ScheduledThreadPoolExecutor implements ExecutionInterceptor {

	private final Lateness lateness;

	private final long attempt;

	/** The attempts that this thread has not sent yet. */
	private final ThreadLocal<List<Alarm>> unsent = ThreadLocal.withInitial(ArrayList::new);

	/**
	 * A timer.
	 * @param attempt the deadline of an attempt; longer ones begin at once
	 */
	PatientTimer(Lateness lateness, Duration attempt) {
		super(1, (task) -> {
			Thread thread = new Thread(task, "deadlines");
			thread.setDaemon(true);
			return thread;
		});
		this.lateness = lateness;
		this.attempt = attempt.toNanos();
		setRemoveOnCancelPolicy(true);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		Alarm alarm = new Alarm(command, unit.toNanos(delay));
		if (unit.toNanos(delay) > this.attempt) {
			alarm.begin();
		}
		else {
			List<Alarm> attempts = this.unsent.get();
			attempts.removeIf(Alarm::isDone);
			attempts.add(alarm);
		}
		return alarm;
	}

	/** The thread that asked for a deadline sends its request now. */
	@Override
	public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
		sends();
	}

	void sends() {
		this.unsent.get().forEach(Alarm::begin);
		this.unsent.remove();
	}

	private ScheduledFuture<?> waiting(Alarm alarm, long nanos) {
		return super.schedule(alarm, nanos, TimeUnit.NANOSECONDS);
	}

	private final class Alarm extends FutureTask<@Nullable Void> implements ScheduledFuture<@Nullable Void> {

		private final long length;

		private long due;

		private @Nullable ScheduledFuture<?> next;

		Alarm(Runnable command, long length) {
			super(command, null);
			this.length = length;
		}

		synchronized void begin() {
			this.due = PatientTimer.this.lateness.ownTime() + this.length;
			set();
		}

		private synchronized void set() {
			if (!isDone()) {
				this.next = waiting(this, left());
			}
		}

		@Override
		public void run() {
			if (left() > 0) {
				set();
			}
			else {
				super.run();
			}
		}

		@Override
		public synchronized boolean cancel(boolean mayInterrupt) {
			if (this.next != null) {
				this.next.cancel(false);
			}
			return super.cancel(mayInterrupt);
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(left(), TimeUnit.NANOSECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
		}

		private synchronized long left() {
			return this.due - PatientTimer.this.lateness.ownTime();
		}

	}

}
