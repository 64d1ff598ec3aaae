package dev.rollcall.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import tools.jackson.databind.JsonNode;

/**
 * Holds JSON to a shape of the SDK: no member that it lacks, none missing, each of its
 * type.
 */
final class SdkModel {

	private final List<String> mistakes = new ArrayList<>();

	private SdkModel() {
	}

	/** What a shape has against a JSON object; nothing where it is as the shape says. */
	static List<String> mistakes(JsonNode json, SdkPojo shape) {
		SdkModel model = new SdkModel();
		model.structure("", json, shape);
		return model.mistakes;
	}

	private void structure(String place, JsonNode json, SdkPojo shape) {
		for (Map.Entry<String, JsonNode> member : json.properties()) {
			Optional<SdkField<?>> field = shape.sdkFields()
				.stream()
				.filter((candidate) -> candidate.locationName().equals(member.getKey()))
				.findFirst();
			String where = place + "/" + member.getKey();
			field.ifPresentOrElse((known) -> value(where, member.getValue(), known),
					() -> this.mistakes.add(where + " is no member"));
		}
	}

	private void value(String place, JsonNode json, SdkField<?> field) {
		MarshallingType<?> type = field.marshallingType();
		if (type == MarshallingType.SDK_POJO && json.isObject()) {
			structure(place, json, (SdkPojo) field.constructor().get());
		}
		else if (type == MarshallingType.LIST && json.isArray()) {
			SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
			json.forEach((each) -> value(place + "/*", each, element));
		}
		else if (type == MarshallingType.MAP && json.isObject()) {
			SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
			json.properties().forEach((each) -> value(place + "/" + each.getKey(), each.getValue(), element));
		}
		else if (!isScalar(type, json)) {
			this.mistakes.add(place + " is no " + type.getTargetClass().getSimpleName() + ": " + json);
		}
	}

	private static boolean isScalar(MarshallingType<?> type, JsonNode json) {
		if (type == MarshallingType.STRING) {
			return json.isString() && !json.asString().isBlank();
		}
		return (type == MarshallingType.BOOLEAN) ? json.isBoolean()
				: Set.of(MarshallingType.INTEGER, MarshallingType.DOUBLE).contains(type) && json.isNumber();
	}

}
