package dev.rollcall.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.PayloadTrait;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * REST-XML as Amazon S3 speaks it: method, path and markers name the operation; bodies
 * that are no objects are XML. Bodies of requests are left to the operation.
 */
public final class RestXmlProtocol implements Protocol {

	/** What makes of a call on an object another operation, none of which is served. */
	private static final Set<String> OTHER_OPERATIONS = Set.of("acl", "attributes", "legal-hold", "renameObject",
			"retention", "tagging", "torrent");

	private final String namespace;

	private final Map<String, String> roots;

	/** Whether an error stands in an element of its own, as S3 Control has it. */
	private final boolean errorsWrapped;

	/**
	 * A service's dialect.
	 * @param roots the outermost elements of the answers that have a body, by operation
	 */
	public RestXmlProtocol(String namespace, Map<String, String> roots) {
		this(namespace, roots, false);
	}

	private RestXmlProtocol(String namespace, Map<String, String> roots, boolean errorsWrapped) {
		this.namespace = namespace;
		this.roots = roots;
		this.errorsWrapped = errorsWrapped;
	}

	/** The same with errors as all but S3 itself write them. */
	public RestXmlProtocol withErrorsWrapped() {
		return new RestXmlProtocol(this.namespace, this.roots, true);
	}

	@Override
	public Operation<?> operation(HttpCall call, List<Operation<?>> operations) {
		if (isOther(call)) {
			throw ErrorAnswer.notImplemented();
		}
		return RestRequests.operation(call, operations)
			.orElseThrow(() -> new ErrorAnswer(405, "MethodNotAllowed",
					"The specified method is not allowed against this resource."));
	}

	/** A copy would else put an empty object, and to list parts would get one. */
	private static boolean isOther(HttpCall call) {
		return call.header("x-amz-copy-source").isPresent()
				|| (call.method().equals("GET") && call.query().containsKey("uploadId"))
				|| (call.path().indexOf('/', 1) > 0
						&& call.query().keySet().stream().anyMatch(OTHER_OPERATIONS::contains));
	}

	@Override
	public SdkPojo request(HttpCall call, Operation<?> operation) {
		return RestRequests.request(call, operation, JsonNodeFactory.instance.objectNode());
	}

	@Override
	public HttpReply answer(Operation<?> operation, Operation.Reply reply, String requestId) {
		Map<String, String> headers = new LinkedHashMap<>(Models.headers(reply.model()));
		// The server counts the bytes itself.
		headers.keySet().removeIf((name) -> name.equalsIgnoreCase("Content-Length"));
		headers.put("x-amz-request-id", requestId);
		byte[] content = reply.content();
		if (content != null) {
			return new HttpReply(status(operation, reply.model()), headers, content);
		}
		String root = this.roots.get(operation.name());
		if (root == null) {
			return new HttpReply(status(operation, reply.model()), headers, new byte[0]);
		}
		headers.put("Content-Type", "application/xml");
		XmlWriter xml = new XmlWriter().root(root, this.namespace).fields(body(reply.model())).close(root);
		return new HttpReply(200, headers, xml.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** What the body is: the one member that is the payload, where a model has one. */
	private static SdkPojo body(SdkPojo model) {
		return model.sdkFields()
			.stream()
			.filter((field) -> field.containsTrait(PayloadTrait.class))
			.map((field) -> Models.value(field, model))
			.filter(SdkPojo.class::isInstance)
			.map(SdkPojo.class::cast)
			.findFirst()
			.orElse(model);
	}

	private static int status(Operation<?> operation, SdkPojo model) {
		return operation.name().startsWith("Delete") || operation.name().startsWith("Abort") ? 204
				: isPartial(model) ? 206 : 200;
	}

	private static boolean isPartial(SdkPojo model) {
		return model.sdkFields()
			.stream()
			.filter((field) -> field.location() == MarshallLocation.HEADER)
			.filter((field) -> field.locationName().equals("Content-Range"))
			.anyMatch((field) -> Models.value(field, model) != null);
	}

	@Override
	public HttpReply error(ErrorAnswer error, String requestId) {
		XmlWriter xml = new XmlWriter();
		if (this.errorsWrapped) {
			xml.root("ErrorResponse", this.namespace);
		}
		xml.open("Error").element("Code", error.code()).element("Message", error.sentence());
		if (this.errorsWrapped) {
			xml.close("Error").element("RequestId", requestId).close("ErrorResponse");
		}
		else {
			xml.element("RequestId", requestId).close("Error");
		}
		return new HttpReply(error.status(), Map.of("Content-Type", "application/xml", "x-amz-request-id", requestId),
				xml.toString().getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public boolean namesErrorsShortly() {
		return true;
	}

}
