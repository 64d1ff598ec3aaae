package dev.rollcall.simulator.wire;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes models of the SDK as JSON. */
final class JsonWriter {

	private static final JsonMapper JSON = JsonMapper.shared();

	private JsonWriter() {
	}

	/** What of a model belongs into the body. */
	static byte[] write(SdkPojo model) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
		try (JsonGenerator json = JSON.createGenerator(bytes)) {
			write(json, model);
		}
		return bytes.toByteArray();
	}

	private static void write(JsonGenerator json, SdkPojo model) {
		json.writeStartObject();
		for (SdkField<?> field : model.sdkFields()) {
			Object value = Models.value(field, model);
			if (value != null && field.location() == MarshallLocation.PAYLOAD) {
				json.writeName(field.locationName());
				write(json, field, value);
			}
		}
		json.writeEndObject();
	}

	private static void write(JsonGenerator json, SdkField<?> field, Object value) {
		if (value instanceof SdkPojo model) {
			write(json, model);
		}
		else if (value instanceof List<?> list) {
			json.writeStartArray();
			list.forEach((element) -> write(json, field.getRequiredTrait(ListTrait.class).memberFieldInfo(), element));
			json.writeEndArray();
		}
		else if (value instanceof Map<?, ?> map) {
			json.writeStartObject();
			map.forEach((key, element) -> {
				json.writeName(String.valueOf(key));
				write(json, field.getRequiredTrait(MapTrait.class).valueFieldInfo(), element);
			});
			json.writeEndObject();
		}
		else if (value instanceof Instant instant) {
			write(json, field, instant);
		}
		else if (value instanceof SdkBytes bytes) {
			json.writeBinary(bytes.asByteArray());
		}
		else {
			json.writePOJO(value);
		}
	}

	private static void write(JsonGenerator json, SdkField<?> field, Instant instant) {
		Format format = field.getOptionalTrait(TimestampFormatTrait.class)
			.map(TimestampFormatTrait::format)
			.orElse(Format.UNIX_TIMESTAMP);
		if (format == Format.UNIX_TIMESTAMP) {
			json.writeNumber(BigDecimal.valueOf(instant.toEpochMilli(), 3));
		}
		else {
			json.writeString(Models.text(format, instant));
		}
	}

}
