package dev.rollcall.simulator.wire;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Fills a model of the SDK from a tree; values may be texts, as forms and headers have
 * them.
 */
final class ModelReader {

	private ModelReader() {
	}

	/**
	 * Fills a builder and builds it.
	 * @param source gives what a field holds; null where it is not there
	 * @throws ErrorAnswer with ValidationException where a value is of another type
	 */
	static SdkPojo read(SdkPojo builder, Function<SdkField<?>, @Nullable JsonNode> source) {
		for (SdkField<?> field : builder.sdkFields()) {
			JsonNode value = source.apply(field);
			if (value != null && !value.isNull()) {
				field.set(builder, value(field, value));
			}
		}
		return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
	}

	/**
	 * Reads what a field holds.
	 * @throws ErrorAnswer with ValidationException where the value is of another type
	 */
	static Object value(SdkField<?> field, JsonNode node) {
		try {
			return convert(field, node);
		}
		catch (JacksonException | IllegalArgumentException | DateTimeParseException ex) {
			throw new ErrorAnswer(400, "ValidationException",
					"The value of " + field.memberName() + " is not of the expected type.");
		}
	}

	private static Object convert(SdkField<?> field, JsonNode node) {
		MarshallingType<?> type = field.marshallingType();
		if (type == MarshallingType.SDK_POJO) {
			return read(field.constructor().get(), (member) -> node.get(member.locationName()));
		}
		if (type == MarshallingType.LIST) {
			return list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), node);
		}
		if (type == MarshallingType.MAP) {
			return map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), node);
		}
		if (type == MarshallingType.INTEGER) {
			return node.isString() ? Integer.valueOf(node.asString()) : Integer.valueOf(node.intValue());
		}
		if (type == MarshallingType.LONG) {
			return node.isString() ? Long.valueOf(node.asString()) : Long.valueOf(node.longValue());
		}
		if (type == MarshallingType.DOUBLE) {
			return node.isString() ? Double.valueOf(node.asString()) : Double.valueOf(node.doubleValue());
		}
		if (type == MarshallingType.BOOLEAN) {
			return node.isString() ? Boolean.valueOf(node.asString()) : Boolean.valueOf(node.booleanValue());
		}
		if (type == MarshallingType.INSTANT) {
			return node.isString() ? Instant.parse(node.asString())
					: Instant.ofEpochMilli((long) (node.doubleValue() * 1000));
		}
		if (type == MarshallingType.SDK_BYTES) {
			return SdkBytes.fromByteArray(Base64.getDecoder().decode(node.asString()));
		}
		if (type == MarshallingType.STRING && node.isValueNode()) {
			return node.asString();
		}
		throw new IllegalArgumentException(type.toString());
	}

	private static List<Object> list(SdkField<?> member, JsonNode node) {
		if (!node.isArray()) {
			throw new IllegalArgumentException("a list was expected");
		}
		List<Object> values = new ArrayList<>();
		node.forEach((element) -> values.add(value(member, element)));
		return values;
	}

	private static Map<String, Object> map(SdkField<?> member, JsonNode node) {
		Map<String, Object> values = new LinkedHashMap<>();
		node.properties().forEach((entry) -> values.put(entry.getKey(), value(member, entry.getValue())));
		return values;
	}

}
