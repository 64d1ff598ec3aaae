package dev.rollcall.collect;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.rollcall.account.AccountCalls;
import dev.rollcall.account.AccountId;
import dev.rollcall.organization.Account;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/** What a source has at hand while it reads a cell. */
public final class CellScope {

	private final Cell cell;

	private final Account account;

	private final Region region;

	private final NightScope night;

	private final AccountCalls calls;

	private final Dependencies dependencies;

	private final CellRows rows;

	private final Clock clock;

	CellScope(Cell cell, Account account, Region region, NightScope night, AccountCalls calls,
			Dependencies dependencies, CellRows rows, Clock clock) {
		this.cell = cell;
		this.account = account;
		this.region = region;
		this.night = night;
		this.calls = calls;
		this.dependencies = dependencies;
		this.rows = rows;
		this.clock = clock;
	}

	/** The account that the question is about. */
	public Account account() {
		return this.account;
	}

	/** The cell's Region; for a global one, the Region where we run. */
	public Region region() {
		return this.region;
	}

	public NightScope night() {
		return this.night;
	}

	/** A client in the cell's Region, with the credentials that this source asks with. */
	public <C extends SdkClient> C client(Class<C> type) {
		return client(type, this.region);
	}

	/** A client in another Region. */
	public <C extends SdkClient> C client(Class<C> type, Region region) {
		return this.calls.client(type, region);
	}

	/** Waits for something that AWS prepares; bounded by the cell's deadline. */
	public void await(Duration duration) {
		this.calls.await(duration);
	}

	/**
	 * What the sources that this one depends on found: of its own account, in the same
	 * Region or globally.
	 */
	public <E extends Record> List<E> evidence(Class<E> type) {
		return this.dependencies.evidence(type);
	}

	/** Adds a row of evidence. */
	public void emit(Record evidence) {
		emit(this.cell.account(), this.cell.region(), evidence);
	}

	/** Adds a row about a thing that is at home elsewhere. */
	public void emit(AccountId account, String region, Record evidence) {
		if (this.rows.add(account, region, evidence, this.clock.instant())) {
			this.calls.foundRow();
		}
	}

	/**
	 * Says how much was found and is not emitted yet, where a source must see all of it
	 * first.
	 * @throws dev.rollcall.account.LimitReachedException where it is more than a cell may
	 * have
	 */
	public void holds(int things) {
		this.rows.requireRoom(things);
	}

	/** READ where something was emitted, else NOT_ENABLED. */
	public Source.Answer notEnabledWhenEmpty() {
		return this.rows.isEmpty() ? Source.Answer.NOT_ENABLED : Source.Answer.READ;
	}

}
