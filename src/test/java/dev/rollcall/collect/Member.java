package dev.rollcall.collect;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * A member of a shape in the SDK's model.
 *
 * @param words the enumeration that its words, or those in it, are of; null for none
 */
record Member(SdkField<?> field, @Nullable Class<?> words) {

	/** The members of a shape. */
	static List<Member> of(SdkPojo shape) {
		return shape.sdkFields().stream().map((field) -> new Member(field, words(shape, field))).toList();
	}

	/** The model's builders hold words as texts; the shape itself gives them as such. */
	private static @Nullable Class<?> words(SdkPojo shape, SdkField<?> field) {
		Class<?> type = shape.getClass();
		Class<?> model = type.getName().contains("$") ? type.getEnclosingClass() : type;
		List<Method> methods = Arrays.asList(model.getMethods());
		boolean word = methods.stream().anyMatch((method) -> isCalled(method, field.memberName() + "AsString"));
		boolean several = methods.stream().anyMatch((method) -> isCalled(method, field.memberName() + "AsStrings"));
		if (!word && !several) {
			return null;
		}
		return methods.stream()
			.filter((method) -> isCalled(method, field.memberName()))
			.map((method) -> word ? method.getReturnType() : element(method))
			.filter((found) -> found != null && found.isEnum())
			.findFirst()
			.orElse(null);
	}

	private static boolean isCalled(Method method, String name) {
		return method.getParameterCount() == 0 && method.getName().equalsIgnoreCase(name);
	}

	private static @Nullable Class<?> element(Method method) {
		String type = method.getGenericReturnType().getTypeName();
		String element = type.substring(type.indexOf('<') + 1, type.length() - 1);
		try {
			return Class.forName(element.substring(element.lastIndexOf(' ') + 1));
		}
		catch (ClassNotFoundException ex) {
			return null;
		}
	}

	String name() {
		return this.field.memberName();
	}

	/** A new builder of the shape below it, or in it; null where there is none. */
	@Nullable SdkPojo shape() {
		return shape(this.field);
	}

	private static @Nullable SdkPojo shape(SdkField<?> field) {
		if (isShape(field)) {
			return field.constructor().get();
		}
		if (field.marshallingType() == MarshallingType.LIST) {
			return shape(field.getRequiredTrait(ListTrait.class).memberFieldInfo());
		}
		if (field.marshallingType() == MarshallingType.MAP) {
			return shape(field.getRequiredTrait(MapTrait.class).valueFieldInfo());
		}
		return null;
	}

	/** Whether it is a shape itself, which matters by its members. */
	boolean isShape() {
		return isShape(this.field);
	}

	private static boolean isShape(SdkField<?> field) {
		return field.marshallingType() == MarshallingType.SDK_POJO;
	}

	/** The words of its enumeration, as they are sent. */
	List<String> knownWords() {
		List<String> known = new ArrayList<>();
		if (this.words != null) {
			for (Object word : this.words.getEnumConstants()) {
				if (!((Enum<?>) word).name().equals("UNKNOWN_TO_SDK_VERSION")) {
					known.add(word.toString());
				}
			}
		}
		return known;
	}

}
