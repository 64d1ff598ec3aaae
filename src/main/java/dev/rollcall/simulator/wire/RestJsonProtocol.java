package dev.rollcall.simulator.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkPojo;

/** REST-JSON: method and path name the operation, the body is JSON. */
public final class RestJsonProtocol implements Protocol {

	private static final String JSON = "application/json";

	@Override
	public Operation<?> operation(HttpCall call, List<Operation<?>> operations) {
		return RestRequests.operation(call, operations)
			.orElseThrow(() -> new ErrorAnswer(404, "UnknownOperationException",
					"No operation is at " + call.method() + " " + call.path()));
	}

	@Override
	public SdkPojo request(HttpCall call, Operation<?> operation) {
		return RestRequests.request(call, operation, JsonProtocol.body(call));
	}

	@Override
	public HttpReply answer(Operation<?> operation, Operation.Reply reply, String requestId) {
		Map<String, String> headers = new LinkedHashMap<>(Models.headers(reply.model()));
		headers.put("Content-Type", JSON);
		headers.put("x-amzn-RequestId", requestId);
		return new HttpReply(200, headers, JsonWriter.write(reply.model()));
	}

	@Override
	public HttpReply error(ErrorAnswer error, String requestId) {
		return JsonProtocol.errorReply(error, requestId, JSON);
	}

}
