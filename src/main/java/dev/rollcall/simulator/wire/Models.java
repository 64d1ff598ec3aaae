package dev.rollcall.simulator.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.DateUtils;

/** What all formats have in common. */
final class Models {

	private Models() {
	}

	/** A field's value; null where nobody set it. */
	static @Nullable Object value(SdkField<?> field, SdkPojo model) {
		Object value = field.getValueOrDefault(model);
		return (value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap) ? null : value;
	}

	/** The fields that belong into headers. */
	static Map<String, String> headers(SdkPojo model) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (SdkField<?> field : model.sdkFields()) {
			Object value = value(field, model);
			if (value == null || field.location() != MarshallLocation.HEADER) {
				continue;
			}
			if (value instanceof Map<?, ?> map && field.containsTrait(MapTrait.class)) {
				map.forEach((key, element) -> headers.put(field.locationName() + key, String.valueOf(element)));
			}
			else {
				headers.put(field.locationName(), text(field, value, Format.RFC_822));
			}
		}
		return headers;
	}

	/** A scalar as text. */
	static String text(SdkField<?> field, Object value, Format otherwise) {
		if (value instanceof Instant instant) {
			return text(field.getOptionalTrait(TimestampFormatTrait.class)
				.map(TimestampFormatTrait::format)
				.orElse(otherwise), instant);
		}
		return String.valueOf(value);
	}

	static String text(Format format, Instant instant) {
		return switch (format) {
			case ISO_8601 -> DateUtils.formatIso8601Date(instant);
			case RFC_822 -> DateUtils.formatRfc822Date(instant);
			default -> DateUtils.formatUnixTimestampInstant(instant);
		};
	}

}
