package dev.rollcall.collect;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import dev.rollcall.organization.Account;
import org.jspecify.annotations.Nullable;

/**
 * Walks the accounts of a night, many at once, and hands over each one when it is
 * finished: a slow account holds up nobody. At most a window of accounts is begun and not
 * yet taken, which bounds memory whatever the size of the organization.
 */
public final class RollCall {

	private final AccountWalk walk;

	private final Iterator<Account> waiting;

	private final RowBudget budget;

	private final int window;

	private final BlockingQueue<CompletableFuture<WalkedAccount>> finished = new LinkedBlockingQueue<>();

	private int begun;

	RollCall(List<Account> accounts, AccountWalk walk, int cellsAhead, RowBudget budget) {
		this.walk = walk;
		this.waiting = accounts.iterator();
		this.window = Math.max(2, cellsAhead / Math.max(1, walk.cellsPerAccount()));
		this.budget = budget;
	}

	/**
	 * The next finished account, in order of finishing; null after the last.
	 * @throws InterruptedException when the night is being stopped
	 */
	public @Nullable WalkedAccount next() throws InterruptedException {
		while (this.begun < this.window && this.waiting.hasNext()) {
			begin(this.waiting.next());
		}
		if (this.begun == 0) {
			return null;
		}
		WalkedAccount account = this.finished.take().join();
		this.begun--;
		return account;
	}

	/** Says that an account's rows are written and no longer held. */
	public void release(WalkedAccount account) {
		this.budget.giveBack(account.results().stream().mapToInt((result) -> result.rows().size()).sum());
	}

	private void begin(Account account) {
		this.begun++;
		CompletableFuture<WalkedAccount> walked = this.walk.walk(account);
		walked.whenComplete((result, failure) -> this.finished.add(walked));
	}

}
