package dev.rollcall.collect.cloudtrail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;

/**
 * What an advanced selector asks of a field of an event. Operators that select are joined
 * by OR, those that deselect leave out what either of them meets.
 */
record FieldCondition(String field, Map<String, List<String>> selecting, Map<String, List<String>> deselecting) {

	private static final Set<String> KNOWN = Set.of("eventCategory", "readOnly", "eventSource", "eventName",
			"eventType", "errorCode", "resources.type", "resources.ARN", "userIdentity.arn",
			"sessionCredentialFromConsole", "vpcEndpointId");

	/** So many values of a condition are told. */
	private static final int TOLD = 3;

	static FieldCondition of(AdvancedFieldSelector selector) {
		return new FieldCondition(selector.field(),
				given("Equals", selector.equalsValue(), "StartsWith", selector.startsWith(), "EndsWith",
						selector.endsWith()),
				given("NotEquals", selector.notEquals(), "NotStartsWith", selector.notStartsWith(), "NotEndsWith",
						selector.notEndsWith()));
	}

	private static Map<String, List<String>> given(String equal, List<String> equals, String start, List<String> starts,
			String end, List<String> ends) {
		Map<String, List<String>> given = new LinkedHashMap<>();
		given.put(equal, equals);
		given.put(start, starts);
		given.put(end, ends);
		given.values().removeIf(List::isEmpty);
		return given;
	}

	/**
	 * Whether this version can tell what it asks: the field is one that CloudTrail has
	 * had, and an operator that it knows has values.
	 */
	boolean isKnown() {
		return KNOWN.contains(this.field) && !(this.selecting.isEmpty() && this.deselecting.isEmpty());
	}

	boolean isOf(String name) {
		return this.field.equals(name);
	}

	/** Whether nothing but what it names is recorded. */
	boolean selects() {
		return !this.selecting.isEmpty();
	}

	/** The values of an operator where it is the only one; else none. */
	List<String> alone(String operator) {
		Map<String, List<String>> all = new LinkedHashMap<>(this.selecting);
		all.putAll(this.deselecting);
		return (all.size() == 1) ? all.getOrDefault(operator, List.of()) : List.of();
	}

	boolean admits(String value) {
		return (this.selecting.isEmpty() || isMet(this.selecting, value)) && !isMet(this.deselecting, value);
	}

	private static boolean isMet(Map<String, List<String>> operators, String value) {
		return operators.entrySet()
			.stream()
			.anyMatch(
					(operator) -> operator.getValue().stream().anyMatch((one) -> isMet(operator.getKey(), value, one)));
	}

	/** Whether a value is one that an operator names, to select or to deselect it. */
	private static boolean isMet(String operator, String value, String named) {
		return switch (operator) {
			case "StartsWith", "NotStartsWith" -> value.startsWith(named);
			case "EndsWith", "NotEndsWith" -> value.endsWith(named);
			default -> value.equalsIgnoreCase(named);
		};
	}

	/** As a person reads it: {@code eventSource NotEquals kms.amazonaws.com}. */
	String text() {
		List<String> texts = new ArrayList<>();
		this.selecting.forEach((operator, values) -> texts.add(this.field + " " + operator + " " + told(values)));
		this.deselecting.forEach((operator, values) -> texts.add(this.field + " " + operator + " " + told(values)));
		return String.join(" and ", texts);
	}

	/** The first values, and how many more there are. */
	static String told(List<String> values) {
		String first = values.stream().limit(TOLD).collect(Collectors.joining(", "));
		return (values.size() > TOLD) ? first + " and " + (values.size() - TOLD) + " more" : first;
	}

}
