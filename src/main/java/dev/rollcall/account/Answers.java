package dev.rollcall.account;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Tells an answer that has nothing in it from one that says "none". AWS names its list
 * even where it is empty; a body that has no member of the answer at all (an empty one,
 * {@code {}}, a page in HTML with status 200) would otherwise read as no analyzers, no
 * trails, no findings.
 */
final class Answers {

	/**
	 * What says where the next page is, as services call it; a page of these alone has
	 * lost its list.
	 */
	private static final Pattern PAGING = Pattern.compile("(?i)(is)?truncated|(next)?(token|marker)");

	/**
	 * Operations of S3 whose answer holds nothing where what they ask for is off, and the
	 * element that it is all the same.
	 */
	private static final Map<String, String> NOTHING = Map.of("s3:GetBucketLogging", "<BucketLoggingStatus",
			"s3:GetBucketVersioning", "<VersioningConfiguration");

	private Answers() {
	}

	/**
	 * Checks that an answer has any of its members beside those that say where the next
	 * page is, and its lists have something in each place.
	 * @param beginning how its body began
	 * @throws UnexpectedAnswerException when it does not
	 */
	static void requireAny(String operation, AwsResponse response, String beginning) {
		List<SdkField<?>> members = response.sdkFields()
			.stream()
			.filter((member) -> !PAGING.matcher(member.memberName()).matches())
			.toList();
		if (!members.isEmpty() && !isNothing(operation, beginning)
				&& members.stream().noneMatch((member) -> isPresent(member.getValueOrDefault(response)))) {
			throw new UnexpectedAnswerException(operation + " was answered by a body that holds nothing of an answer");
		}
		if (members.stream().anyMatch((member) -> holdsNothing(member.getValueOrDefault(response)))) {
			throw new UnexpectedAnswerException(operation + " was answered by a list that holds nothing in a place");
		}
	}

	private static boolean isNothing(String operation, String beginning) {
		String element = NOTHING.get(operation);
		return element != null && beginning.contains(element);
	}

	private static boolean holdsNothing(@Nullable Object value) {
		return value instanceof List<?> list && !(value instanceof SdkAutoConstructList)
				&& list.stream().anyMatch(Objects::isNull);
	}

	private static boolean isPresent(@Nullable Object value) {
		return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
	}

}
