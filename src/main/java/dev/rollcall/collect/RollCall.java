package dev.rollcall.collect;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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

	/** How long accounts that are under way may take once the walk is stopped. */
	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

	private final AccountWalk walk;

	private final Iterator<Account> waiting;

	private final RowBudget budget;

	private final int cellsAhead;

	private final BlockingQueue<CompletableFuture<WalkedAccount>> finished = new LinkedBlockingQueue<>();

	private final CellMeter meter = new CellMeter() {

		@Override
		public void more(int cells) {
			expect(cells);
		}

		@Override
		public void ended() {
			cellEnded();
		}

	};

	private int untaken;

	private int unendedCells;

	private boolean beginning;

	/** When no account is waited for any longer; empty while nobody wants an end. */
	private OptionalLong endsAt = OptionalLong.empty();

	RollCall(List<Account> accounts, AccountWalk walk, int cellsAhead, RowBudget budget) {
		this.walk = walk;
		this.waiting = accounts.iterator();
		this.cellsAhead = cellsAhead;
		this.budget = budget;
	}

	/**
	 * Begins no further accounts; those that are under way have a little time to finish.
	 */
	public synchronized void stop() {
		if (this.endsAt.isEmpty()) {
			this.endsAt = OptionalLong.of(System.nanoTime() + GRACE.toNanos());
		}
	}

	/**
	 * The next finished account, in order of finishing; null after the last, or when the
	 * walk was stopped.
	 * @throws InterruptedException when the night is being stopped
	 */
	public @Nullable WalkedAccount next() throws InterruptedException {
		beginMore();
		while (!isOver()) {
			CompletableFuture<WalkedAccount> account = this.finished.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
			if (account != null) {
				taken();
				return account.join();
			}
		}
		return null;
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
		CompletableFuture<WalkedAccount> walked = walk(account);
		walked.whenComplete((result, failure) -> this.finished.add(walked));
	}

	/** Whatever keeps an account from being begun is its end, or the night would wait. */
	private CompletableFuture<WalkedAccount> walk(Account account) {
		try {
			return this.walk.walk(account, this.meter);
		}
		catch (RuntimeException | Error ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private synchronized void expect(int more) {
		this.unendedCells += more;
	}

	private void cellEnded() {
		expect(-1);
		beginMore();
	}

	private synchronized boolean startBeginning() {
		boolean first = !this.beginning;
		this.beginning = true;
		return first;
	}

	private synchronized @Nullable Account claim() {
		boolean room = this.untaken < ACCOUNTS_AHEAD && this.unendedCells < this.cellsAhead;
		if (!room || this.endsAt.isPresent() || !this.waiting.hasNext()) {
			this.beginning = false;
			return null;
		}
		this.untaken++;
		this.unendedCells += this.walk.cellsPerAccount();
		return this.waiting.next();
	}

	/** Over only when none waits: another thread may be about to begin the next one. */
	private synchronized boolean isOver() {
		if (this.endsAt.isPresent()) {
			return this.untaken == 0 || System.nanoTime() > this.endsAt.getAsLong();
		}
		return this.untaken == 0 && !this.waiting.hasNext();
	}

	private synchronized void taken() {
		this.untaken--;
	}

}
