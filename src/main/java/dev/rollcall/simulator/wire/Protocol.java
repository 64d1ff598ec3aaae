package dev.rollcall.simulator.wire;

import java.util.List;

import software.amazon.awssdk.core.SdkPojo;

/** How the calls of a service look on the wire. */
public interface Protocol {

	/**
	 * The operation that is called.
	 * @throws ErrorAnswer where it is none of these
	 */
	Operation<?> operation(HttpCall call, List<Operation<?>> operations);

	/**
	 * What the operation is called with.
	 * @throws ErrorAnswer where it cannot be read
	 */
	SdkPojo request(HttpCall call, Operation<?> operation);

	HttpReply answer(Operation<?> operation, Operation.Reply reply, String requestId);

	HttpReply error(ErrorAnswer error, String requestId);

	/**
	 * Whether an expired session, and an unknown key, have the older protocols' names.
	 */
	default boolean namesErrorsShortly() {
		return false;
	}

}
