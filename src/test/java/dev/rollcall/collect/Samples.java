package dev.rollcall.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import dev.rollcall.collect.MemberUse.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Answers in which every member has a value, and others in which one has another. */
final class Samples {

	static final String UNHEARD_OF = "ROLLCALL_NEVER_HEARD_OF";

	private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

	/** Shapes that hold themselves end somewhere. */
	private static final int DEEPEST = 4;

	private Samples() {
	}

	/** The answer, with a value in each member that it lacks and that is let in. */
	static SdkPojo filled(SdkPojo shape, Map<String, MemberUse> uses, String prefix) {
		SdkPojo builder = builder(shape);
		for (Member member : Member.of(shape)) {
			MemberUse use = uses.get(prefix + member.name());
			if (use == null || use.kind() == Kind.REFUSES || use.kind() == Kind.PAGING) {
				continue;
			}
			Object there = member.field().getValueOrDefault(shape);
			Object value = isNothing(there) ? sample(member, use.kind() == Kind.IRRELEVANT) : there;
			member.field().set(builder, each(value, (below) -> filled(below, uses, prefix + member.name() + ".")));
		}
		return build(builder);
	}

	/** The answer with another value in a member, wherever that stands. */
	static SdkPojo with(SdkPojo shape, String path, UnaryOperator<@Nullable Object> value) {
		SdkPojo builder = builder(shape);
		String[] names = path.split("\\.", 2);
		for (Member member : Member.of(shape)) {
			if (member.name().equals(names[0])) {
				Object there = member.field().getValueOrDefault(shape);
				member.field()
					.set(builder, (names.length == 1) ? value.apply(there)
							: each(there, (below) -> with(below, names[1], value)));
			}
		}
		return build(builder);
	}

	/** Values that a member could have instead of one; nothing among them. */
	static List<@Nullable Object> others(Member member, @Nullable Object than) {
		List<@Nullable Object> values = new ArrayList<>();
		if (member.knownWords().isEmpty()) {
			values.add(other(member.field(), than));
		}
		for (String word : member.knownWords()) {
			values.add(isMany(member) ? List.of(word) : word);
		}
		values.removeIf((value) -> Objects.equals(value, than));
		values.add(isMany(member) ? List.of() : null);
		return values;
	}

	/** A word, or words, that the member's enumeration does not have. */
	static Object unheardOf(Member member) {
		return isMany(member) ? List.of(UNHEARD_OF) : UNHEARD_OF;
	}

	/** A value of a member, with everything in it. */
	static Object sample(Member member, boolean deep) {
		if (!member.knownWords().isEmpty()) {
			String word = member.knownWords().get(0);
			return isMany(member) ? List.of(word) : word;
		}
		return sample(member.field(), deep ? 0 : DEEPEST);
	}

	private static boolean isMany(Member member) {
		return member.field().marshallingType() == MarshallingType.LIST;
	}

	private static Object sample(SdkField<?> field, int depth) {
		MarshallingType<?> type = field.marshallingType();
		if (type == MarshallingType.SDK_POJO) {
			return whole(field.constructor().get(), depth);
		}
		if (type == MarshallingType.LIST) {
			return List.of(sample(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), depth));
		}
		if (type == MarshallingType.MAP) {
			return Map.of("key", sample(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), depth));
		}
		return scalar(type);
	}

	private static SdkPojo whole(SdkPojo builder, int depth) {
		if (depth < DEEPEST) {
			for (Member member : Member.of(build(builder))) {
				member.field().set(builder, sample(member.field(), depth + 1));
			}
		}
		return build(builder);
	}

	private static Object scalar(MarshallingType<?> type) {
		if (type == MarshallingType.BOOLEAN) {
			return true;
		}
		if (type == MarshallingType.INTEGER) {
			return 1;
		}
		if (type == MarshallingType.LONG) {
			return 1L;
		}
		if (type == MarshallingType.DOUBLE) {
			return 1.0;
		}
		if (type == MarshallingType.INSTANT) {
			return TIME;
		}
		return (type == MarshallingType.SDK_BYTES) ? SdkBytes.fromUtf8String("text") : "text";
	}

	private static @Nullable Object other(SdkField<?> field, @Nullable Object than) {
		if (than instanceof Boolean flag) {
			return !flag;
		}
		if (than instanceof Integer number) {
			return number + 1;
		}
		if (than instanceof Long number) {
			return number + 1;
		}
		if (than instanceof Double number) {
			return number + 1;
		}
		if (than instanceof Instant time) {
			return time.plus(Duration.ofDays(1));
		}
		if (than instanceof SdkBytes) {
			return SdkBytes.fromUtf8String("another text");
		}
		if (than instanceof List<?> || than instanceof Map<?, ?>
				|| field.marshallingType() == MarshallingType.SDK_POJO) {
			return null;
		}
		return "another text";
	}

	private static boolean isNothing(@Nullable Object value) {
		return value == null || (value instanceof List<?> list && list.isEmpty())
				|| (value instanceof Map<?, ?> map && map.isEmpty());
	}

	private static @Nullable Object each(@Nullable Object value, UnaryOperator<SdkPojo> change) {
		if (value instanceof SdkPojo shape) {
			return change.apply(shape);
		}
		if (value instanceof List<?> list) {
			return list.stream().map((element) -> each(element, change)).toList();
		}
		if (value instanceof Map<?, ?> map) {
			Map<Object, @Nullable Object> changed = new LinkedHashMap<>();
			map.forEach((key, element) -> changed.put(key, each(element, change)));
			return changed;
		}
		return value;
	}

	private static SdkPojo builder(SdkPojo shape) {
		return (SdkPojo) ((ToCopyableBuilder<?, ?>) shape).toBuilder();
	}

	private static SdkPojo build(SdkPojo builder) {
		return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
	}

}
