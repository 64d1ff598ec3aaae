package dev.rollcall.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * AWS Query as Amazon EC2 speaks it: answers and errors have envelopes of their own.
 * Requests that it serves hold single values, no lists.
 */
public final class Ec2QueryProtocol implements Protocol {

	private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";

	@Override
	public Operation<?> operation(HttpCall call, List<Operation<?>> operations) {
		String name = call.form().getOrDefault("Action", "");
		return operations.stream()
			.filter((operation) -> operation.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new ErrorAnswer(400, "InvalidAction",
					"The action " + name + " is not valid for this web service."));
	}

	@Override
	public SdkPojo request(HttpCall call, Operation<?> operation) {
		Map<String, String> form = call.form();
		return ModelReader.read(operation.request().get(), (field) -> {
			String value = form.get(field.locationName());
			return (value != null) ? JsonNodeFactory.instance.stringNode(value) : null;
		});
	}

	@Override
	public HttpReply answer(Operation<?> operation, Operation.Reply reply, String requestId) {
		String root = operation.name() + "Response";
		XmlWriter xml = new XmlWriter().root(root, NAMESPACE)
			.element("requestId", requestId)
			.fields(reply.model())
			.close(root);
		return reply(200, xml, requestId);
	}

	@Override
	public HttpReply error(ErrorAnswer error, String requestId) {
		XmlWriter xml = new XmlWriter().open("Response")
			.open("Errors")
			.open("Error")
			.element("Code", error.code())
			.element("Message", error.sentence())
			.close("Error")
			.close("Errors")
			.element("RequestID", requestId)
			.close("Response");
		return reply(error.status(), xml, requestId);
	}

	private static HttpReply reply(int status, XmlWriter xml, String requestId) {
		return new HttpReply(status, Map.of("Content-Type", "text/xml;charset=UTF-8", "x-amzn-RequestId", requestId),
				xml.toString().getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public boolean namesErrorsShortly() {
		return true;
	}

}
