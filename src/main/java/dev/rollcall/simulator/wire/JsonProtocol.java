package dev.rollcall.simulator.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AWS JSON 1.1: the operation is named by a header, all else is in the body. */
public final class JsonProtocol implements Protocol {

	private static final String TARGET = "x-amz-target";

	private static final JsonMapper JSON = JsonMapper.shared();

	@Override
	public Operation<?> operation(HttpCall call, List<Operation<?>> operations) {
		String target = call.header(TARGET).orElse("");
		String name = target.substring(target.lastIndexOf('.') + 1);
		return operations.stream()
			.filter((operation) -> operation.name().equals(name))
			.findFirst()
			.orElseThrow(
					() -> new ErrorAnswer(400, "UnknownOperationException", "The operation is not known: " + target));
	}

	@Override
	public SdkPojo request(HttpCall call, Operation<?> operation) {
		JsonNode body = body(call);
		return ModelReader.read(operation.request().get(), (field) -> body.get(field.locationName()));
	}

	/** The body as a tree; an empty object where there is no body. */
	static JsonNode body(HttpCall call) {
		try {
			JsonNode body = (call.body().length > 0) ? JSON.readTree(call.body()) : JSON.createObjectNode();
			if (body.isObject()) {
				return body;
			}
		}
		catch (JacksonException ex) {
			throw new ErrorAnswer(400, "SerializationException", "The body is not valid JSON.");
		}
		throw new ErrorAnswer(400, "SerializationException", "The body is not a JSON object.");
	}

	@Override
	public HttpReply answer(Operation<?> operation, Operation.Reply reply, String requestId) {
		return new HttpReply(200, Map.of("Content-Type", "application/x-amz-json-1.1", "x-amzn-RequestId", requestId),
				JsonWriter.write(reply.model()));
	}

	@Override
	public HttpReply error(ErrorAnswer error, String requestId) {
		return errorReply(error, requestId, "application/x-amz-json-1.1");
	}

	static HttpReply errorReply(ErrorAnswer error, String requestId, String contentType) {
		Map<String, String> body = new LinkedHashMap<>();
		body.put("__type", error.code());
		body.put("message", error.sentence());
		return new HttpReply(error.status(),
				Map.of("Content-Type", contentType, "x-amzn-RequestId", requestId, "x-amzn-ErrorType", error.code()),
				JSON.writeValueAsBytes(body));
	}

}
