package dev.rollcall.simulator.service;

import java.util.List;

import dev.rollcall.input.PublishedQuotas;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.HttpCall;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.world.Member;

/**
 * A simulated service: what it answers and all that there is to know of its calls.
 * Services are found by their type, wherever below this package they lie; what their
 * constructors ask for ({@code World}, {@code Paging}, ...) is given to them.
 */
public interface Service {

	/** What counts, quotas and faults call it. */
	String name();

	/** By which signatures are scoped and IAM actions begin: its name, unless said. */
	default String signedAs() {
		return name();
	}

	/** Whether a request that is signed so is its own; of several the most special. */
	default boolean takes(HttpCall call) {
		return true;
	}

	/** Where it answers. */
	Reach reach();

	Protocol protocol();

	/** Its operations, in the order in which they are told apart. */
	List<Operation<?>> operations();

	/** How it says that it is called too often. */
	default ErrorAnswer tooOften() {
		return new ErrorAnswer(400, "ThrottlingException", "Rate exceeded");
	}

	/** How often an operation may be called: as AWS publishes, else as is assumed. */
	default Rate quota(String operation) {
		return PublishedQuotas.perSecond(name() + ":" + operation)
			.stream()
			.mapToObj((published) -> new Rate(published, published))
			.findFirst()
			.orElseGet(this::assumedQuota);
	}

	/** How often operations may be called whose quota AWS does not publish. */
	default Rate assumedQuota() {
		return Rate.UNLIMITED;
	}

	/**
	 * What tells apart the chains of calls that an account makes in a Region: those of
	 * one chain come one after the other, as those of a cell and of one that waits for
	 * it; chains do not wait for each other.
	 */
	default String chain(String operation) {
		return name();
	}

	/**
	 * Whether it is the organization's reader that asks it for everybody, many things at
	 * once.
	 */
	default boolean isAskedByReader() {
		return false;
	}

	/**
	 * Whether one account asks an operation about all others, many at once: such calls
	 * fill its bucket and make no chain.
	 */
	default boolean isAskedAboutEverybody(String operation) {
		return false;
	}

	/** The accounts that administer it for the organization, by their position. */
	default List<Delegation> delegations() {
		return List.of();
	}

	/** By which names the organization trusts it. */
	default List<String> principals() {
		return delegations().stream().map(Delegation::principal).toList();
	}

	/**
	 * The fewest calls that are made once, and those that an account answers for the
	 * organization. Who is asked is entered for it, which it need not say.
	 */
	default void onceCalls(FewestCalls calls) {
	}

	/**
	 * The fewest calls about things that others name, such as the bucket of a trail: once
	 * a thing, in the account that owns it, however many name it; before that, in the
	 * accounts that are taken for its owner first. Who is asked is entered for it, which
	 * it need not say.
	 */
	default void thingCalls(FewestCalls calls) {
	}

	/** The fewest calls that enter an account once. */
	default void entryCalls(Member member, FewestCalls calls) {
	}

	/**
	 * The fewest calls that the reader makes for an account that is active.
	 */
	default void readerCalls(Member member, FewestCalls calls) {
	}

	/**
	 * The fewest calls in an account that lets us in; none where an answer to the whole
	 * organization says as much.
	 */
	default void accountCalls(Member member, FewestCalls calls) {
	}

	/**
	 * The fewest calls in a Region of an account that lets us in; none where an answer to
	 * the whole organization says as much.
	 */
	default void regionCalls(Member member, String region, FewestCalls calls) {
	}

	/** Where a service answers. */
	enum Reach {

		/** In one place for all Regions. */
		GLOBAL,

		/** In each Region that the account has. */
		REGION,

		/** In each Region, whether the account has it or not. */
		EVERY_REGION

	}

	/**
	 * An account that administers a service for the organization.
	 *
	 * @param position of the account
	 * @param principal such as {@code config.amazonaws.com}
	 */
	record Delegation(int position, String principal) {

	}

}
