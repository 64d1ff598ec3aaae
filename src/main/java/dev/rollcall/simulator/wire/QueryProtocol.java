package dev.rollcall.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** AWS Query: a form asks, XML answers. */
public final class QueryProtocol implements Protocol {

	private final String namespace;

	/**
	 * A service's dialect.
	 * @param namespace of its answers
	 */
	public QueryProtocol(String namespace) {
		this.namespace = namespace;
	}

	@Override
	public Operation<?> operation(HttpCall call, List<Operation<?>> operations) {
		String name = call.form().getOrDefault("Action", "");
		return operations.stream()
			.filter((operation) -> operation.name().equals(name))
			.findFirst()
			.orElseThrow(
					() -> new ErrorAnswer(400, "InvalidAction", "Could not find operation " + name + " for version"));
	}

	@Override
	public SdkPojo request(HttpCall call, Operation<?> operation) {
		JsonNode tree = lists(tree(call.form()));
		return ModelReader.read(operation.request().get(), (field) -> tree.get(field.locationName()));
	}

	private static ObjectNode tree(Map<String, String> form) {
		ObjectNode root = JsonNodeFactory.instance.objectNode();
		form.forEach((name, value) -> {
			Deque<String> way = new ArrayDeque<>(Arrays.asList(name.split("\\.")));
			String last = way.removeLast();
			ObjectNode node = root;
			for (String step : way) {
				node = (node.get(step) instanceof ObjectNode below) ? below : node.putObject(step);
			}
			node.put(last, value);
		});
		return root;
	}

	/** {@code {"member": {"1": a, "2": b}}} is the list of a and b. */
	private static JsonNode lists(JsonNode node) {
		if (!(node instanceof ObjectNode object)) {
			return node;
		}
		if (object.size() == 1 && object.get("member") instanceof ObjectNode members) {
			var list = JsonNodeFactory.instance.arrayNode();
			members.forEach((member) -> list.add(lists(member)));
			return list;
		}
		ObjectNode copy = JsonNodeFactory.instance.objectNode();
		object.properties().forEach((entry) -> copy.set(entry.getKey(), lists(entry.getValue())));
		return copy;
	}

	@Override
	public HttpReply answer(Operation<?> operation, Operation.Reply reply, String requestId) {
		String name = operation.name();
		XmlWriter xml = new XmlWriter().root(name + "Response", this.namespace)
			.open(name + "Result")
			.fields(reply.model())
			.close(name + "Result")
			.open("ResponseMetadata")
			.element("RequestId", requestId)
			.close("ResponseMetadata")
			.close(name + "Response");
		return reply(200, xml, requestId);
	}

	@Override
	public HttpReply error(ErrorAnswer error, String requestId) {
		XmlWriter xml = new XmlWriter().root("ErrorResponse", this.namespace)
			.open("Error")
			.element("Type", (error.status() < 500) ? "Sender" : "Receiver")
			.element("Code", error.code())
			.element("Message", error.sentence())
			.close("Error")
			.element("RequestId", requestId)
			.close("ErrorResponse");
		return reply(error.status(), xml, requestId);
	}

	private static HttpReply reply(int status, XmlWriter xml, String requestId) {
		return new HttpReply(status, Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId),
				xml.toString().getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public boolean namesErrorsShortly() {
		return true;
	}

}
