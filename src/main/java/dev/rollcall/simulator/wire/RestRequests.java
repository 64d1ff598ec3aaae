package dev.rollcall.simulator.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests of the REST protocols: path, query string, headers and a body. */
final class RestRequests {

	private RestRequests() {
	}

	static Optional<Operation<?>> operation(HttpCall call, List<Operation<?>> operations) {
		for (Operation<?> operation : operations) {
			if (route(operation).match(call).isPresent()) {
				return Optional.of(operation);
			}
		}
		return Optional.empty();
	}

	/**
	 * Reads a request.
	 * @param body what the fields of the body are taken from
	 */
	static SdkPojo request(HttpCall call, Operation<?> operation, JsonNode body) {
		Map<String, String> path = route(operation).match(call).orElse(Map.of());
		return ModelReader.read(operation.request().get(), (field) -> switch (field.location()) {
			case PATH, GREEDY_PATH -> text(path.get(field.locationName()));
			case QUERY_PARAM -> text(field, call.query().get(field.locationName()));
			case HEADER -> header(call, field);
			default -> body.get(field.locationName());
		});
	}

	private static Route route(Operation<?> operation) {
		return Objects.requireNonNull(operation.route(), operation.name() + " has no route");
	}

	private static @Nullable JsonNode header(HttpCall call, SdkField<?> field) {
		String name = field.locationName().toLowerCase(Locale.ROOT);
		if (field.marshallingType() != MarshallingType.MAP) {
			return text(field, call.headers().get(name));
		}
		ObjectNode map = JsonNodeFactory.instance.objectNode();
		call.headers()
			.entrySet()
			.stream()
			.filter((header) -> header.getKey().startsWith(name))
			.forEach((header) -> map.put(header.getKey().substring(name.length()), header.getValue()));
		return map;
	}

	private static @Nullable JsonNode text(SdkField<?> field, @Nullable String value) {
		if (value != null && field.containsTrait(ListTrait.class)) {
			return JsonNodeFactory.instance.arrayNode().add(value);
		}
		return (field.marshallingType() == MarshallingType.INSTANT) ? null : text(value);
	}

	private static @Nullable JsonNode text(@Nullable String value) {
		return (value != null) ? JsonNodeFactory.instance.stringNode(value) : null;
	}

}
