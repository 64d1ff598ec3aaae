package dev.rollcall.simulator.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another value somewhere in an answer.
 *
 * @param path members as AWS names them, such as {@code trailList[*].IsMultiRegionTrail}
 * or {@code SummaryMap.AccountMFAEnabled}; an element of a list is {@code [0]},
 * {@code [*]} (each), {@code [Name=x]} (those with that member) or {@code [+]} (one more)
 * @param value the value, or JSON where it is a structure or a list; null takes the
 * member, the element or the key away
 */
public record ModelChange(String path, @Nullable String value) {

	private static final Pattern STEP = Pattern.compile("\\G(?:\\.?([^.\\[\\]]+)|\\[([^\\[\\]]+)])");

	/**
	 * Checks the path.
	 * @throws IllegalArgumentException where it is no path
	 */
	public ModelChange {
		if (steps(path).isEmpty()) {
			throw new IllegalArgumentException("'" + path + "': a path such as trailList[0].Name was expected");
		}
	}

	/** The steps of a path: names, and what stands in brackets with its bracket. */
	private static List<String> steps(String path) {
		List<String> steps = new ArrayList<>();
		Matcher matcher = STEP.matcher(path);
		int end = 0;
		while (matcher.find()) {
			steps.add((matcher.group(1) != null) ? matcher.group(1) : "[" + matcher.group(2));
			end = matcher.end();
		}
		return (end == path.length()) ? steps : List.of();
	}

	/**
	 * The answer with the value in its place; as it is where no element is meant.
	 * @throws IllegalArgumentException where it has no such member, or the value is of
	 * another type
	 */
	public SdkPojo in(SdkPojo answer) {
		return structure(answer, steps(this.path));
	}

	private SdkPojo structure(SdkPojo model, List<String> steps) {
		SdkField<?> field = model.sdkFields()
			.stream()
			.filter((one) -> steps.get(0).equals(one.locationName()) || steps.get(0).equals(one.memberName()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"%s: %s has no '%s'".formatted(this.path, model.getClass().getSimpleName(), steps.get(0))));
		Object builder = ((ToCopyableBuilder<?, ?>) model).toBuilder();
		field.set(builder, changed(field, field.getValueOrDefault(model), steps.subList(1, steps.size())));
		return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
	}

	private @Nullable Object changed(SdkField<?> field, @Nullable Object before, List<String> steps) {
		if (steps.isEmpty()) {
			return (this.value != null) ? ModelReader.value(field, json(field, this.value)) : null;
		}
		MarshallingType<?> type = field.marshallingType();
		if (type == MarshallingType.SDK_POJO) {
			return structure(
					(before != null) ? (SdkPojo) before : ModelReader.read(field.constructor().get(), (one) -> null),
					steps);
		}
		if (type == MarshallingType.LIST) {
			return list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), elements(before), steps);
		}
		if (type == MarshallingType.MAP) {
			return map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), before, steps);
		}
		throw new IllegalArgumentException("%s: nothing is below '%s'".formatted(this.path, field.memberName()));
	}

	private List<Object> list(SdkField<?> member, List<Object> before, List<String> steps) {
		String selector = steps.get(0).substring(1);
		List<String> rest = steps.subList(1, steps.size());
		List<Object> elements = new ArrayList<>();
		for (int i = 0; i < before.size(); i++) {
			Object element = before.get(i);
			Object after = isMeant(selector, i, element) ? changed(member, element, rest) : element;
			if (after != null) {
				elements.add(after);
			}
		}
		if (selector.equals("+")) {
			elements.add(Objects.requireNonNull(changed(member, null, rest), this.path));
		}
		return elements;
	}

	private static boolean isMeant(String selector, int index, Object element) {
		if (selector.equals("*") || selector.equals(String.valueOf(index))) {
			return true;
		}
		String[] pair = selector.split("=", 2);
		return pair.length == 2 && element instanceof SdkPojo model
				&& model.sdkFields()
					.stream()
					.anyMatch((field) -> pair[0].equals(field.locationName())
							&& pair[1].equals(String.valueOf(field.getValueOrDefault(model))));
	}

	private Map<Object, Object> map(SdkField<?> values, @Nullable Object before, List<String> steps) {
		Map<Object, Object> entries = new LinkedHashMap<>();
		if (before instanceof Map<?, ?> known) {
			entries.putAll(known);
		}
		Object after = changed(values, entries.get(steps.get(0)), steps.subList(1, steps.size()));
		if (after != null) {
			entries.put(steps.get(0), after);
		}
		else {
			entries.remove(steps.get(0));
		}
		return entries;
	}

	private static List<Object> elements(@Nullable Object list) {
		return (list instanceof List<?> known) ? new ArrayList<>(known) : List.of();
	}

	private JsonNode json(SdkField<?> field, String text) {
		MarshallingType<?> type = field.marshallingType();
		boolean plain = type != MarshallingType.SDK_POJO && type != MarshallingType.LIST && type != MarshallingType.MAP;
		try {
			return plain ? JsonMapper.shared().getNodeFactory().stringNode(text) : JsonMapper.shared().readTree(text);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(this.path + ": JSON was expected", ex);
		}
	}

}
