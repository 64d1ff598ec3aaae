package dev.rollcall.simulator;

import java.util.Arrays;
import java.util.Optional;

import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.HttpReply;

/** What faults make of an answer. */
final class FaultyReplies {

	private FaultyReplies() {
	}

	/**
	 * What is answered in the service's place; empty where the service answers all the
	 * same, or nobody does.
	 * @param action as {@code service:Operation}
	 * @throws dev.rollcall.simulator.wire.ErrorAnswer where the fault is a refusal
	 */
	static Optional<HttpReply> instead(Fault.Kind fault, Service service, Caller caller, String action) {
		return switch (fault) {
			case ACCESS_DENIED -> throw Refusals.denied(service, caller, action, Refusals.noIdentityPolicy(action));
			case SCP_DENY -> throw Refusals.denied(service, caller, action, Refusals.serviceControlPolicy());
			case THROTTLE -> throw Refusals.tooOften(service);
			case HTTP_500 -> throw Refusals.internal(service);
			case EXPIRED_TOKEN -> throw Refusals.expired(service);
			case HTML_500 -> Optional.of(page(500));
			case HTML_404 -> Optional.of(page(404));
			case HANG, RESET, MALFORMED -> Optional.empty();
		};
	}

	private static HttpReply page(int status) {
		return HttpReply.text(status, "text/html", "<!doctype html><html><head><title>" + status
				+ "</title></head><body><h1>Not what you expected</h1></body></html>");
	}

	/** An answer that was cut off. */
	static HttpReply half(HttpReply reply) {
		return new HttpReply(reply.status(), reply.headers(), Arrays.copyOf(reply.body(), reply.body().length / 2));
	}

}
