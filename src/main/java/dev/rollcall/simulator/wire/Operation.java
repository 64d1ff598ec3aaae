package dev.rollcall.simulator.wire;

import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An operation of a service, and what answers it.
 *
 * @param name as AWS writes it, such as {@code ListAccounts}
 * @param route how it is addressed where the protocol is a REST one; null otherwise
 * @param request a new, empty builder of the request's model
 * @param permission the action by which policies know it, such as {@code ListAccounts}
 * @param subject the id of the account that a call is about; null: whoever signs
 */
public record Operation<Q extends SdkPojo>(String name, @Nullable Route route, Supplier<? extends SdkPojo> request,
		Handler<Q> handler, String permission, Function<Q, @Nullable String> subject) {

	/** An operation that is named by a header or a parameter. */
	public static <Q extends SdkPojo> Operation<Q> named(String name, Supplier<? extends SdkPojo> request,
			Handler<Q> handler) {
		return new Operation<>(name, null, request, handler, name, (asked) -> null);
	}

	/**
	 * An operation that is named by method and path.
	 * @param route such as {@code GET /analyzer}
	 */
	public static <Q extends SdkPojo> Operation<Q> routed(String name, String route,
			Supplier<? extends SdkPojo> request, Handler<Q> handler) {
		return new Operation<>(name, Route.parse(route), request, handler, name, (asked) -> null);
	}

	/** The same operation, whose calls are about an account that the request names. */
	public Operation<Q> about(Function<Q, @Nullable String> named) {
		return new Operation<>(this.name, this.route, this.request, this.handler, this.permission, named);
	}

	/** The same operation, which policies know by another name. */
	public Operation<Q> permittedBy(String action) {
		return new Operation<>(this.name, this.route, this.request, this.handler, action, this.subject);
	}

	/** The id of the account that a call is about. */
	@SuppressWarnings("unchecked")
	public String about(Caller caller, SdkPojo asked) {
		String named = this.subject.apply((Q) asked);
		return (named != null) ? named : caller.member().id();
	}

	/**
	 * Answers.
	 * @param request of this operation's own model
	 * @throws ErrorAnswer where the service refuses
	 */
	@SuppressWarnings("unchecked")
	public Reply answer(Caller caller, SdkPojo request, HttpCall call) {
		return this.handler.answer(new Ask<>(caller, (Q) request, call));
	}

	/**
	 * A call with all that belongs to it.
	 */
	public record Ask<Q>(Caller caller, Q request, HttpCall http) {

	}

	/**
	 * An answer: a model, and beside it the bytes of an object where it carries one.
	 */
	public record Reply(SdkPojo model, byte @Nullable [] content) {

		public static Reply of(SdkPojo model) {
			return new Reply(model, null);
		}

	}

	/** Answers calls of an operation. */
	@FunctionalInterface
	public interface Handler<Q> {

		Reply answer(Ask<Q> ask);

	}

}
