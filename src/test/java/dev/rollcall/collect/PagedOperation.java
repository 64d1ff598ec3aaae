package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import dev.rollcall.account.FakeAws.Answer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An operation whose answers have pages.
 *
 * @param answer a new answer
 * @param list the member that holds the items
 * @param item makes the n-th item
 * @param kinds how many items there are of which each is of another kind
 */
public record PagedOperation(String name, Supplier<AwsResponse.Builder> answer, String list, IntFunction<Object> item,
		int kinds) {

	public PagedOperation(String name, Supplier<AwsResponse.Builder> answer, String list, IntFunction<Object> item) {
		this(name, answer, list, item, 1);
	}

	/** How services call what says where the next page is. */
	private static final Pattern TOKEN = Pattern.compile("(?i)(next|continuation)?(token|marker)");

	/** How they call what says that there is one. */
	private static final Pattern TRUNCATED = Pattern.compile("(?i)(is)?truncated");

	/** The answer of one item of each kind. */
	Answer one() {
		return Answer.of(page(items(0, this.kinds), null));
	}

	/** The answer of no item. */
	Answer none() {
		return Answer.of(page(items(0, 0), null));
	}

	/** The items from one to another, the latter not included. */
	List<@Nullable Object> items(int from, int to) {
		List<@Nullable Object> items = new ArrayList<>();
		for (int i = from; i < to; i++) {
			items.add(this.item.apply(i));
		}
		return items;
	}

	/** A page, and the token of the next; null for the last. */
	AwsResponse page(List<@Nullable Object> items, @Nullable String next) {
		AwsResponse.Builder builder = this.answer.get();
		SdkPojo pojo = (SdkPojo) builder;
		field(pojo, this.list).set(builder, items);
		pojo.sdkFields().forEach((field) -> {
			if (isToken(field)) {
				field.set(builder, next);
			}
			else if (TRUNCATED.matcher(field.memberName()).matches()) {
				field.set(builder, next != null);
			}
		});
		return (AwsResponse) builder.build();
	}

	/** The token with which a page is asked for. */
	static @Nullable String token(AwsRequest request) {
		SdkField<?> token = request.sdkFields().stream().filter(PagedOperation::isToken).findFirst().orElseThrow();
		return (String) token.getValueOrDefault(request);
	}

	static boolean isToken(SdkField<?> field) {
		return TOKEN.matcher(field.memberName()).matches();
	}

	/** Whether a member says where the next page is, or that there is one. */
	static boolean isPaging(SdkField<?> field) {
		return isToken(field) || TRUNCATED.matcher(field.memberName()).matches();
	}

	private static SdkField<?> field(SdkPojo pojo, String name) {
		return pojo.sdkFields()
			.stream()
			.filter((field) -> field.memberName().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError(pojo.getClass() + " has no " + name));
	}

	String service() {
		return this.name.substring(0, this.name.indexOf(':'));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
