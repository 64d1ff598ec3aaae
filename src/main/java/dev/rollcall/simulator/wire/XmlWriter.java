package dev.rollcall.simulator.wire;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/** Writes models of the SDK as XML. */
final class XmlWriter {

	private final StringBuilder xml = new StringBuilder(1024);

	XmlWriter open(String name) {
		this.xml.append('<').append(name).append('>');
		return this;
	}

	/** Opens the outermost element, in its namespace. */
	XmlWriter root(String name, String namespace) {
		this.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
			.append(name)
			.append(" xmlns=\"")
			.append(namespace)
			.append("\">");
		return this;
	}

	XmlWriter close(String name) {
		this.xml.append("</").append(name).append('>');
		return this;
	}

	XmlWriter element(String name, String text) {
		open(name);
		escape(text);
		return close(name);
	}

	/** The fields of a model that belong into the body, an element each. */
	XmlWriter fields(SdkPojo model) {
		for (SdkField<?> field : model.sdkFields()) {
			Object value = Models.value(field, model);
			if (value != null && field.location() == MarshallLocation.PAYLOAD && !isAttribute(field)) {
				field(field, field.unmarshallLocationName(), value);
			}
		}
		return this;
	}

	private void field(SdkField<?> field, String name, Object value) {
		if (value instanceof List<?> list) {
			list(field.getRequiredTrait(ListTrait.class), name, list);
		}
		else if (value instanceof Map<?, ?> map) {
			map(field.getRequiredTrait(MapTrait.class), name, map);
		}
		else if (value instanceof SdkPojo model) {
			open(name, model).fields(model).close(name);
		}
		else if (value instanceof SdkBytes bytes) {
			element(name, Base64.getEncoder().encodeToString(bytes.asByteArray()));
		}
		else if (value instanceof Instant) {
			element(name, Models.text(field, value, Format.ISO_8601));
		}
		else {
			element(name, String.valueOf(value));
		}
	}

	/** Opens an element with those fields of a model that are attributes of it. */
	private XmlWriter open(String name, SdkPojo model) {
		this.xml.append('<').append(name);
		for (SdkField<?> field : model.sdkFields()) {
			Object value = Models.value(field, model);
			if (value != null && isAttribute(field)) {
				this.xml.append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ")
					.append(field.unmarshallLocationName())
					.append("=\"");
				escape(String.valueOf(value));
				this.xml.append('"');
			}
		}
		this.xml.append('>');
		return this;
	}

	private static boolean isAttribute(SdkField<?> field) {
		return field.containsTrait(XmlAttributeTrait.class);
	}

	private void list(ListTrait trait, String name, List<?> list) {
		String member = (trait.memberLocationName() != null) ? trait.memberLocationName() : "member";
		if (trait.isFlattened()) {
			list.forEach((element) -> field(trait.memberFieldInfo(), name, element));
			return;
		}
		open(name);
		list.forEach((element) -> field(trait.memberFieldInfo(), member, element));
		close(name);
	}

	private void map(MapTrait trait, String name, Map<?, ?> map) {
		open(name);
		map.forEach((key, element) -> {
			open("entry").element(trait.keyLocationName(), String.valueOf(key));
			field(trait.valueFieldInfo(), trait.valueLocationName(), element);
			close("entry");
		});
		close(name);
	}

	/** XML cannot hold control characters in any form. */
	private void escape(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '&' -> this.xml.append("&amp;");
				case '<' -> this.xml.append("&lt;");
				case '>' -> this.xml.append("&gt;");
				case '\r' -> this.xml.append("&#xD;");
				case '\t', '\n' -> this.xml.append(c);
				default -> this.xml.append((c < ' ') ? '\uFFFD' : c);
			}
		}
	}

	@Override
	public String toString() {
		return this.xml.toString();
	}

}
