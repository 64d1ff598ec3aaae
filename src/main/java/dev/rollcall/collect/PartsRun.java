package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.rollcall.account.AccountCalls;
import dev.rollcall.account.CallLog;
import dev.rollcall.account.PageTokenRefusedException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * One reading of a cell's parts, by as many threads as come to work on it. The first part
 * that fails ends it: no further ones are begun, and those under way read no further.
 */
final class PartsRun {

	private final Iterator<Part> waiting;

	private final Class<? extends AwsServiceException> gone;

	private final Supplier<AccountCalls> calls;

	private final CellRows rows;

	private final BiFunction<AccountCalls, CellRows, CellScope> scope;

	private final Clocks clocks;

	private final CallLog log = new CallLog();

	private final List<Begun> underWay = new ArrayList<>();

	private @Nullable Throwable failure;

	private boolean over;

	PartsRun(List<Part> parts, Class<? extends AwsServiceException> gone, Supplier<AccountCalls> calls, CellRows rows,
			BiFunction<AccountCalls, CellRows, CellScope> scope, Clocks clocks) {
		this.waiting = parts.iterator();
		this.gone = gone;
		this.calls = calls;
		this.rows = rows;
		this.scope = scope;
		this.clocks = clocks;
	}

	/** Reads parts until none is left to be begun. */
	void work() {
		for (Begun part = begin(); part != null; part = begin()) {
			try {
				read(part);
				ended(part);
			}
			catch (Exception | Error ex) {
				failed(part, ex);
			}
			finally {
				left(part);
			}
		}
	}

	private synchronized @Nullable Begun begin() {
		if (this.over || !this.waiting.hasNext()) {
			return null;
		}
		Begun part = new Begun(this.waiting.next(), this.calls.get(), this.rows.ofPart());
		this.underWay.add(part);
		return part;
	}

	/**
	 * A list whose token ran out while it was read is read once more from its beginning.
	 */
	private void read(Begun part) {
		CellScope cell = this.scope.apply(part.calls(), part.rows());
		try {
			part.part().reading().accept(cell);
		}
		catch (PageTokenRefusedException ex) {
			part.rows().discard();
			part.part().reading().accept(cell);
		}
	}

	private synchronized void ended(Begun part) {
		if (!this.over) {
			this.rows.takeOver(part.rows(), this.clocks.evidence().instant());
		}
	}

	private synchronized void failed(Begun part, Throwable thrown) {
		if (!this.over && !this.gone.isInstance(thrown)) {
			this.failure = (thrown instanceof CancellationException || isFatal(thrown)) ? thrown
					: new PartFailedException(CellFailure.of(thrown, part.calls().log(), this.clocks.calls().instant())
						.ofPart(part.part().name()), thrown);
			end();
		}
	}

	private static boolean isFatal(Throwable thrown) {
		return thrown instanceof Error && !(thrown instanceof StackOverflowError);
	}

	private void end() {
		this.over = true;
		this.underWay.forEach((part) -> part.rows().abandon());
	}

	/** What a part holds that was taken over is nothing by now. */
	private synchronized void left(Begun part) {
		part.rows().discard();
		this.log.include(part.calls().log());
		this.underWay.remove(part);
		notifyAll();
	}

	/**
	 * Waits for the parts that others have begun, unless it all ends.
	 * @throws PartFailedException where one could not be read
	 * @throws CancellationException where the night is being stopped
	 */
	synchronized void finish() {
		try {
			while (isAwaited()) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			end();
			Thread.currentThread().interrupt();
			throw new CancellationException("The night is being stopped");
		}
		if (this.failure instanceof RuntimeException failed) {
			throw failed;
		}
		if (this.failure instanceof Error error) {
			throw error;
		}
	}

	private boolean isAwaited() {
		return !this.underWay.isEmpty() && (this.failure == null || this.failure instanceof PartFailedException);
	}

	/** Counts what the parts' calls came to among the cell's. */
	synchronized void countIn(AccountCalls calls) {
		calls.include(this.log);
	}

	/** A part that is being read, with calls and rows of its own. */
	private record Begun(Part part, AccountCalls calls, CellRows rows) {

	}

}
