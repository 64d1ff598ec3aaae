package dev.rollcall.simulator;

import java.util.Arrays;
import java.util.Optional;

import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.HttpReply;
import dev.rollcall.simulator.wire.Operation;

/** What faults make of an answer. */
final class FaultyReplies {

	private FaultyReplies() {
	}

	/**
	 * What is answered in the service's place; empty where the service answers all the
	 * same, or nobody does.
	 * @param action as {@code service:Operation}
	 * @throws ErrorAnswer where the fault is a refusal
	 */
	static Optional<HttpReply> instead(Fault.Effect fault, Service service, Caller caller, String action) {
		if (fault instanceof Fault.Refused refused) {
			throw new ErrorAnswer(refused.status(), refused.code(), refused.message());
		}
		return (fault instanceof Fault.Kind kind) ? instead(kind, service, caller, action) : Optional.empty();
	}

	private static Optional<HttpReply> instead(Fault.Kind fault, Service service, Caller caller, String action) {
		return switch (fault) {
			case ACCESS_DENIED -> throw Refusals.denied(service, caller, action, Refusals.noIdentityPolicy(action));
			case SCP_DENY -> throw Refusals.denied(service, caller, action, Refusals.serviceControlPolicy());
			case THROTTLE -> throw service.tooOften();
			case HTTP_500 -> throw Refusals.internal(service);
			case HTTP_503 -> throw Refusals.unavailable();
			case EXPIRED_TOKEN -> throw Refusals.expired(service);
			case HTML_500 -> Optional.of(page(500));
			case HTML_404 -> Optional.of(page(404));
			case HANG, RESET, MALFORMED, WRONG_TYPE, EMPTY, DRIP -> Optional.empty();
		};
	}

	private static HttpReply page(int status) {
		return HttpReply.text(status, "text/html", "<!doctype html><html><head><title>" + status
				+ "</title></head><body><h1>Not what you expected</h1></body></html>");
	}

	/** What the service answers instead. */
	static Operation.Reply changed(Fault.Effect fault, Operation.Reply answer) {
		return (fault instanceof Fault.Changed changed)
				? new Operation.Reply(changed.in(answer.model()), answer.content()) : answer;
	}

	/** What becomes of the service's own answer. */
	static HttpReply changed(Fault.Effect fault, HttpReply reply) {
		byte[] body = reply.body();
		if (fault instanceof Fault.Huge huge) {
			return reply.withBody(AnswerText.of(body).padded(huge.bytes()));
		}
		if (fault instanceof Fault.Deep deep) {
			return reply.withBody(AnswerText.of(body).nested(deep.levels()));
		}
		if (fault == Fault.Kind.MALFORMED) {
			return reply.withBody(Arrays.copyOf(body, body.length / 2));
		}
		if (fault == Fault.Kind.WRONG_TYPE) {
			return reply.withBody(AnswerText.of(body).ofOtherTypes());
		}
		return (fault == Fault.Kind.EMPTY) ? reply.withBody(new byte[0]) : reply;
	}

}
