package dev.rollcall.collect;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.rollcall.account.AccountCalls;
import dev.rollcall.account.AccountId;
import dev.rollcall.organization.Account;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/** What a source has at hand while it reads a cell. */
public final class CellScope {

	private final Cell cell;

	private final Asked asked;

	private final Region region;

	private final NightScope night;

	private final AccountCalls calls;

	private final Dependencies dependencies;

	private final CellRows rows;

	private final @Nullable Parts parts;

	private final Clock clock;

	CellScope(Cell cell, Asked asked, Region region, NightScope night, AccountCalls calls, Dependencies dependencies,
			CellRows rows, @Nullable Parts parts, Clock clock) {
		this.cell = cell;
		this.asked = asked;
		this.region = region;
		this.night = night;
		this.calls = calls;
		this.dependencies = dependencies;
		this.rows = rows;
		this.parts = parts;
		this.clock = clock;
	}

	/** The account that the question is about. */
	public Account account() {
		return this.asked.about();
	}

	/**
	 * The ARN of the thing that the question is about.
	 * @throws IllegalStateException where it is about none
	 */
	public String thing() {
		String thing = this.cell.resourceId();
		if (thing == null) {
			throw new IllegalStateException(this.cell + " is about no single thing");
		}
		return thing;
	}

	/** Whether the account itself has listed the thing as its own. */
	public boolean isOwner() {
		return this.asked.owner();
	}

	/** Whether the account that the question is about is the one that is asked. */
	public boolean isAskedOfItself() {
		return this.asked.session().account().equals(account().id());
	}

	/** The cell's Region; for a global one, the Region where we run. */
	public Region region() {
		return this.region;
	}

	public NightScope night() {
		return this.night;
	}

	/**
	 * The Regions in which this account is asked and answers, as its own list has them;
	 * those that the night starts with come first.
	 */
	public List<String> regionsAsked() {
		return this.night.regionsAsked(this.asked.regions());
	}

	/**
	 * Whether this night calls a cell, as far as can be said before calling. In which
	 * Regions another account is asked beyond those that the night starts with, only that
	 * account's own cells know.
	 */
	public boolean isCalled(Cell other) {
		return this.night.calls(other, other.account().equals(this.cell.account()) ? this.asked.regions()
				: OwnRegions.unknown(other.account()));
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
	 * What the sources that this one depends on found, in the same Region or globally;
	 * all Regions' where this cell has none. An account's cell sees of its own account,
	 * and of what was asked once for the organization what is said about it and about
	 * those who were asked. A cell about a thing sees none: its source was given the rows
	 * that name the thing, and took from them what it needs.
	 */
	public <E extends Record> List<E> evidence(Class<E> type) {
		requireAccountsCell();
		return this.dependencies.evidence(type);
	}

	/**
	 * Hands over the same one after another, where there may be more than memory should
	 * hold.
	 */
	public <E extends Record> void each(Class<E> type, Consumer<E> use) {
		requireAccountsCell();
		this.dependencies.cells().forEach((cell) -> cell.each(type, use));
	}

	/** The same with the account that each is about. */
	public <E extends Record> void eachOf(Class<E> type, BiConsumer<AccountId, E> use) {
		requireAccountsCell();
		this.dependencies.cells().forEach((cell) -> cell.eachOf(type, use));
	}

	private void requireAccountsCell() {
		if (this.cell.resourceId() != null) {
			throw new IllegalStateException(this.cell + " sees no evidence of others: it would be taken for none");
		}
	}

	/**
	 * Reads the cell part by part, several side by side, each with limits and repeats of
	 * its own. What a part emits counts once the part is read to its end, and a thing
	 * that several parts show counts once. A part that fails fails the cell, and is named
	 * in coverage.
	 * @param things what there is a part for; each part emits its own thing's row too
	 * @param name what coverage calls a part that fails
	 * @param gone what a part throws whose thing is no longer there: it is left out, with
	 * whatever it emitted
	 * @param reading reads a part; used by several threads at once, and a part has no
	 * parts
	 */
	public <T> void parts(Collection<T> things, Function<T, String> name, Class<? extends AwsServiceException> gone,
			BiConsumer<T, CellScope> reading) {
		if (this.parts == null) {
			throw new IllegalStateException("A part of " + this.cell + " has no parts");
		}
		List<Part> each = things.stream()
			.map((thing) -> new Part(name.apply(thing), (part) -> reading.accept(thing, part)))
			.toList();
		this.parts.read(each, gone, this::part);
	}

	private CellScope part(AccountCalls partCalls, CellRows partRows) {
		return new CellScope(this.cell, this.asked, this.region, this.night, partCalls, this.dependencies, partRows,
				null, this.clock);
	}

	/** Adds a row of evidence. */
	public void emit(Record evidence) {
		emit(this.cell.account(), this.cell.region(), evidence);
	}

	/** Adds a row about a thing that is at home elsewhere. */
	public void emit(AccountId account, String region, Record evidence) {
		requireOfThing(evidence);
		if (this.rows.add(account, region, evidence, this.clock.instant())) {
			this.calls.foundRow();
		}
	}

	/** A row that says of another thing, or of none, could not be told from others. */
	private void requireOfThing(Record evidence) {
		String thing = this.cell.resourceId();
		if (thing != null && !(evidence instanceof OfThing of && of.arn().equals(thing))) {
			throw new IllegalStateException("A row of " + this.cell + " is not about it: " + evidence);
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
