package dev.rollcall.account;

import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The deadlines of calls, on the clock of {@link Lateness}: while this program has no
 * processor, no deadline comes nearer. A call that is answered leaves no task behind: at
 * full speed they would be many.
 */
final class PatientTimer extends ScheduledThreadPoolExecutor {

	private final Lateness lateness;

	PatientTimer(Lateness lateness) {
		super(1, (task) -> {
			Thread thread = new Thread(task, "deadlines");
			thread.setDaemon(true);
			return thread;
		});
		this.lateness = lateness;
		setRemoveOnCancelPolicy(true);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		Alarm alarm = new Alarm(command, this.lateness.ownTime() + unit.toNanos(delay));
		alarm.set();
		return alarm;
	}

	private ScheduledFuture<?> waiting(Alarm alarm, long nanos) {
		return super.schedule(alarm, nanos, TimeUnit.NANOSECONDS);
	}

	private final class Alarm extends FutureTask<@Nullable Void> implements ScheduledFuture<@Nullable Void> {

		private final long due;

		private @Nullable ScheduledFuture<?> next;

		Alarm(Runnable command, long due) {
			super(command, null);
			this.due = due;
		}

		synchronized void set() {
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

		private long left() {
			return this.due - PatientTimer.this.lateness.ownTime();
		}

	}

}
