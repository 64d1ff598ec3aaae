package dev.rollcall.collect;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.rollcall.account.AccountCalls;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Reads what a cell asks part by part: parts side by side, and the cell all or nothing.
 */
final class Parts {

	/**
	 * How many parts of a cell are under way: as many calls a second as the services
	 * allow that are asked for the organization. Slots and token buckets bound the rest.
	 */
	private static final int AT_ONCE = 16;

	private final Supplier<AccountCalls> each;

	private final AccountCalls calls;

	private final CellRows rows;

	private final Executor executor;

	private final Clocks clocks;

	/**
	 * Prepares the parts of a cell.
	 * @param each gives the calls of a part
	 * @param calls the cell's own, which its parts' count among
	 * @param rows the cell's, which take over those of each part that was read
	 */
	Parts(Supplier<AccountCalls> each, AccountCalls calls, CellRows rows, Executor executor, Clocks clocks) {
		this.each = each;
		this.calls = calls;
		this.rows = rows;
		this.executor = executor;
		this.clocks = clocks;
	}

	/**
	 * Reads parts. The cell's own thread reads along, and waits for nobody who has not
	 * begun: that no thread is free to help delays it, and cannot stop it.
	 * @param gone says that a part is no longer there
	 * @param scope what a part has at hand, of its calls and rows
	 * @throws PartFailedException where a part could not be read
	 */
	void read(List<Part> parts, Class<? extends AwsServiceException> gone,
			BiFunction<AccountCalls, CellRows, CellScope> scope) {
		PartsRun run = new PartsRun(parts, gone, this.each, this.rows, scope, this.clocks);
		for (int helpers = Math.min(AT_ONCE, parts.size()) - 1; helpers > 0; helpers--) {
			this.executor.execute(run::work);
		}
		run.work();
		try {
			run.finish();
		}
		finally {
			run.countIn(this.calls);
		}
	}

}
