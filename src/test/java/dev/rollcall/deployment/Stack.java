package dev.rollcall.deployment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A template with its parameters' values: what CloudFormation would make. A resource's
 * attributes stand as {@code <Resource.Attribute>}.
 */
final class Stack {

	static final String PARTITION = "aws-cn";

	static final String ACCOUNT = "444455556666";

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

	private static final Object NOTHING = new Object();

	private final Template template;

	private final Map<String, Object> values;

	Stack(Template template, Map<String, Object> parameters) {
		this.template = template;
		this.values = new LinkedHashMap<>(parameters);
		this.values.putAll(Map.of("AWS::Partition", PARTITION, "AWS::AccountId", ACCOUNT, "AWS::Region", "cn-north-1",
				"AWS::StackName", "rollcall", "AWS::NoValue", NOTHING));
	}

	/** Whether it has a resource. */
	boolean has(String resource) {
		Object condition = Nodes.mapping(Nodes.at(this.template.section("Resources"), resource)).get("Condition");
		return condition == null || holds(condition.toString());
	}

	/** What lies in the properties of a resource. */
	Object property(String resource, Object... path) {
		Object properties = Nodes.at(this.template.section("Resources"), resource, "Properties");
		return Nodes.at(resolve(properties), path);
	}

	/** What an output says. */
	Object output(String name) {
		return resolve(Nodes.at(this.template.section("Outputs"), name, "Value"));
	}

	private Object resolve(Object node) {
		if (node instanceof List<?> list) {
			return list.stream().map(this::resolve).filter((each) -> each != NOTHING).toList();
		}
		if (!(node instanceof Map<?, ?>)) {
			return node;
		}
		Map<String, Object> map = Nodes.mapping(node);
		Object called = (map.size() == 1) ? call(map.keySet().iterator().next(), map.values().iterator().next()) : null;
		if (called != null) {
			return called;
		}
		Map<String, Object> resolved = new LinkedHashMap<>();
		map.forEach((key, value) -> {
			Object found = resolve(value);
			if (found != NOTHING) {
				resolved.put(key, found);
			}
		});
		return resolved;
	}

	private @Nullable Object call(String function, Object argument) {
		return switch (function) {
			case "Ref" -> this.values.getOrDefault(argument, "<" + argument + ">");
			case "Fn::GetAtt" -> "<" + argument + ">";
			case "Fn::Sub" -> substitute(argument);
			case "Fn::If" -> {
				List<Object> arms = Nodes.list(argument);
				yield resolve(arms.get(holds(arms.get(0).toString()) ? 1 : 2));
			}
			case "Fn::Join" -> ((List<?>) resolve(Nodes.at(argument, 1))).stream()
				.map(Object::toString)
				.collect(Collectors.joining(Nodes.at(argument, 0).toString()));
			case "Fn::Split" -> Arrays.asList(
					resolve(Nodes.at(argument, 1)).toString().split(Pattern.quote(Nodes.at(argument, 0).toString())));
			case "Fn::Select" ->
				Nodes.at(resolve(Nodes.at(argument, 1)), Integer.valueOf(Nodes.at(argument, 0).toString()));
			case "Fn::FindInMap" -> {
				List<?> path = (List<?>) resolve(argument);
				yield Nodes.at(this.template.section("Mappings"), path.toArray());
			}
			default -> {
				if (function.startsWith("Fn::")) {
					throw new AssertionError(function + " is not known here");
				}
				yield null;
			}
		};
	}

	private String substitute(Object argument) {
		if (!(argument instanceof List<?> list)) {
			return substitute(argument.toString(), Map.of());
		}
		return substitute(list.get(0).toString(), Nodes.mapping(resolve(list.get(1))));
	}

	private String substitute(String text, Map<String, Object> own) {
		return VARIABLE.matcher(text)
			.replaceAll((found) -> Matcher.quoteReplacement(value(found, own)))
			.replace("${!", "${");
	}

	private String value(MatchResult variable, Map<String, Object> own) {
		String name = variable.group(1);
		return own.getOrDefault(name, this.values.getOrDefault(name, "<" + name + ">")).toString();
	}

	private boolean holds(String condition) {
		return holds(Nodes.at(this.template.section("Conditions"), condition));
	}

	private boolean holds(Object condition) {
		Map.Entry<String, Object> function = Nodes.mapping(condition).entrySet().iterator().next();
		List<Object> arguments = (function.getValue() instanceof List<?>) ? Nodes.list(function.getValue()) : List.of();
		return switch (function.getKey()) {
			case "Fn::Equals" -> resolve(arguments.get(0)).equals(resolve(arguments.get(1)));
			case "Fn::Not" -> !holds(arguments.get(0));
			case "Fn::And" -> arguments.stream().allMatch(this::holds);
			case "Fn::Or" -> arguments.stream().anyMatch(this::holds);
			case "Condition" -> holds(function.getValue().toString());
			default -> throw new AssertionError(function + " is no condition");
		};
	}

}
