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
 * finished: a slow account holds up nobody. A new account is begun as soon as cells of
 * others have ended, whether or not anybody takes the finished ones; how many cells may
 * be under way, and how many accounts begun and not yet taken, is bounded, and with it
 * memory, whatever the size of the organization.
 */
public final class RollCall {

	private static final int ACCOUNTS_AHEAD = 200;

	private final AccountWalk walk;

	private final Iterator<Account> waiting;

	private final RowBudget budget;

	private final int cellsAhead;

	private final BlockingQueue<CompletableFuture<WalkedAccount>> finished = new LinkedBlockingQueue<>();

	private int untaken;

	private int unendedCells;

	private boolean beginning;

	RollCall(List<Account> accounts, AccountWalk walk, int cellsAhead, RowBudget budget) {
		this.walk = walk;
		this.waiting = accounts.iterator();
		this.cellsAhead = cellsAhead;
		this.budget = budget;
	}

	/**
	 * The next finished account, in order of finishing; null after the last.
	 * @throws InterruptedException when the night is being stopped
	 */
	public @Nullable WalkedAccount next() throws InterruptedException {
		beginMore();
		if (isOver()) {
			return null;
		}
		WalkedAccount account = this.finished.take().join();
		taken();
		return account;
	}

	/** Says that an account's rows are written and no longer held. */
	public void release(WalkedAccount account) {
		this.budget.giveBack(account.results().stream().mapToInt((result) -> result.rows().size()).sum());
	}

	/**
	 * Begins accounts while there is room. One thread at a time does; it sees the room
	 * that others make meanwhile, and accounts that end at once make no deep stack.
	 */
	private void beginMore() {
		if (startBeginning()) {
			for (Account next = claim(); next != null; next = claim()) {
				begin(next);
			}
		}
	}

	private void begin(Account account) {
		CompletableFuture<WalkedAccount> walked = this.walk.walk(account, this::cellEnded);
		walked.whenComplete((result, failure) -> this.finished.add(walked));
	}

	private void cellEnded() {
		synchronized (this) {
			this.unendedCells--;
		}
		beginMore();
	}

	private synchronized boolean startBeginning() {
		boolean first = !this.beginning;
		this.beginning = true;
		return first;
	}

	private synchronized @Nullable Account claim() {
		boolean room = this.untaken < ACCOUNTS_AHEAD && this.unendedCells < this.cellsAhead;
		if (!room || !this.waiting.hasNext()) {
			this.beginning = false;
			return null;
		}
		this.untaken++;
		this.unendedCells += this.walk.cellsPerAccount();
		return this.waiting.next();
	}

	/** Over only when none waits: another thread may be about to begin the next one. */
	private synchronized boolean isOver() {
		return this.untaken == 0 && !this.waiting.hasNext();
	}

	private synchronized void taken() {
		this.untaken--;
	}

}
