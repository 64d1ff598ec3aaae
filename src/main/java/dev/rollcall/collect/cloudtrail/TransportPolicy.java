package dev.rollcall.collect.cloudtrail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;

import dev.rollcall.account.UnexpectedAnswerException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bucket's policy says of requests without TLS. Only a statement that denies them
 * to everybody, whatever the action, counts as a demand; one that narrows in a way that
 * is not weighed here is unknown, as it may leave out anything. A condition on the
 * version of TLS is none on TLS itself: without TLS there is no version to compare.
 */
final class TransportPolicy {

	private static final Set<String> ABOUT_TRANSPORT = Set.of("aws:securetransport", "s3:tlsversion");

	/** No name of an object begins so by chance. */
	private static final String ANY_OBJECT = "\u0001any";

	private final String bucket;

	private boolean wholeBucket;

	private boolean wholeObjects;

	private boolean some;

	private boolean unknown;

	private TransportPolicy(String bucket) {
		this.bucket = bucket;
	}

	/**
	 * Weighs a policy.
	 * @param bucket the bucket's ARN
	 * @param policy as S3 has it, in JSON
	 * @throws UnexpectedAnswerException where it is none
	 */
	static TransportDemand of(String bucket, String policy) {
		TransportPolicy weighed = new TransportPolicy(bucket);
		each(read(policy).path("Statement")).forEach(weighed::weigh);
		if (weighed.wholeBucket && weighed.wholeObjects) {
			return TransportDemand.ALL;
		}
		if (weighed.unknown) {
			return TransportDemand.UNKNOWN;
		}
		return weighed.some ? TransportDemand.SOME : TransportDemand.NONE;
	}

	private static JsonNode read(String policy) {
		try {
			JsonNode read = JsonMapper.shared().readTree(policy);
			if (read.path("Statement").isObject() || read.path("Statement").isArray()) {
				return read;
			}
		}
		catch (JacksonException ex) {
			throw new UnexpectedAnswerException("s3:GetBucketPolicy answered what is no JSON");
		}
		throw new UnexpectedAnswerException("s3:GetBucketPolicy answered a policy without statements");
	}

	private void weigh(JsonNode statement) {
		if (!statement.path("Effect").asString("").equals("Deny") || !isAboutTransport(statement.path("Condition"))) {
			return;
		}
		if (!isPlainDemand(statement.path("Condition")) || statement.has("NotPrincipal") || statement.has("NotAction")
				|| statement.has("NotResource")) {
			this.unknown = true;
			return;
		}
		List<String> resources = texts(statement.path("Resource"));
		boolean ofEverybody = isEverybody(statement.path("Principal"))
				&& texts(statement.path("Action")).stream().anyMatch(TransportPolicy::isEveryAction);
		this.some = true;
		this.wholeBucket |= ofEverybody
				&& resources.stream().anyMatch((pattern) -> Wildcards.meets(pattern, this.bucket));
		this.wholeObjects |= ofEverybody && resources.stream()
			.anyMatch((pattern) -> pattern.endsWith("*") && Wildcards.meets(pattern, this.bucket + "/" + ANY_OBJECT));
	}

	private static boolean isAboutTransport(JsonNode condition) {
		return condition.properties()
			.stream()
			.flatMap((operator) -> operator.getValue().propertyNames().stream())
			.anyMatch((key) -> ABOUT_TRANSPORT.contains(key.toLowerCase(Locale.ROOT)));
	}

	/** Whether nothing but requests without TLS meets the condition, and each of them. */
	private static boolean isPlainDemand(JsonNode condition) {
		if (condition.size() != 1) {
			return false;
		}
		Entry<String, JsonNode> operator = condition.properties().iterator().next();
		if (!operator.getKey().equalsIgnoreCase("Bool") && !operator.getKey().equalsIgnoreCase("BoolIfExists")) {
			return false;
		}
		Set<Entry<String, JsonNode>> keys = operator.getValue().properties();
		return keys.size() == 1 && keys.stream()
			.allMatch((key) -> key.getKey().equalsIgnoreCase("aws:SecureTransport") && List.of("false")
				.equals(texts(key.getValue()).stream().map((text) -> text.toLowerCase(Locale.ROOT)).toList()));
	}

	private static boolean isEverybody(JsonNode principal) {
		JsonNode named = principal.isObject() ? principal.path("AWS") : principal;
		return texts(named).contains("*");
	}

	private static boolean isEveryAction(String action) {
		return action.equals("*") || action.equalsIgnoreCase("s3:*");
	}

	private static List<JsonNode> each(JsonNode node) {
		List<JsonNode> each = new ArrayList<>();
		if (node.isArray()) {
			node.forEach(each::add);
		}
		else if (!node.isMissingNode()) {
			each.add(node);
		}
		return each;
	}

	private static List<String> texts(JsonNode node) {
		return each(node).stream().filter(JsonNode::isValueNode).map(JsonNode::asString).toList();
	}

}
