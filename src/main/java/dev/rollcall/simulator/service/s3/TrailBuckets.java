package dev.rollcall.simulator.service.s3;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.cloudtrail.TrailState;
import dev.rollcall.simulator.service.cloudtrail.Trails;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.Grant;

/**
 * The buckets to which trails deliver: every account has one that is named by its id, and
 * one that is named by its position, {@code central-7}, so that nobody can tell from the
 * name whose it is. One whose name begins with {@code outside-} is a stranger's, and lets
 * nobody in.
 */
final class TrailBuckets {

	private static final Pattern NAMED = Pattern.compile("trail-(\\d{12})");

	private static final Pattern CENTRAL = Pattern.compile("central-(\\d{1,6})");

	private static final String STRANGERS = "outside-";

	private static final List<String> QUESTIONS = List.of("GetPublicAccessBlock", "GetBucketPolicyStatus",
			"GetBucketPolicy", "GetBucketAcl", "GetBucketLogging", "GetBucketVersioning", "GetObjectLockConfiguration");

	private final World world;

	TrailBuckets(World world) {
		this.world = world;
	}

	List<Operation<?>> operations() {
		return List.of(
				Operation
					.routed("GetPublicAccessBlock", "GET /{Bucket}?publicAccessBlock",
							GetPublicAccessBlockRequest::builder, this::block)
					.permittedBy("GetBucketPublicAccessBlock"),
				Operation.routed("GetBucketPolicyStatus", "GET /{Bucket}?policyStatus",
						GetBucketPolicyStatusRequest::builder, this::status),
				Operation.routed("GetBucketPolicy", "GET /{Bucket}?policy", GetBucketPolicyRequest::builder,
						this::policy),
				Operation.routed("GetBucketAcl", "GET /{Bucket}?acl", GetBucketAclRequest::builder, this::acl),
				Operation.routed("GetBucketLogging", "GET /{Bucket}?logging", GetBucketLoggingRequest::builder,
						this::logging),
				Operation.routed("GetBucketVersioning", "GET /{Bucket}?versioning", GetBucketVersioningRequest::builder,
						this::versioning),
				Operation
					.routed("GetObjectLockConfiguration", "GET /{Bucket}?object-lock",
							GetObjectLockConfigurationRequest::builder, this::lock)
					.permittedBy("GetBucketObjectLockConfiguration"));
	}

	/**
	 * Each is asked about once; whoever made the trail is taken for its owner first. That
	 * of an account which nothing names is found in its own list; a stranger's is looked
	 * for in every list.
	 */
	void calls(FewestCalls calls) {
		List<TrailState> trails = this.world.members(0)
			.filter(Member::isActive)
			.flatMap((member) -> this.world.of(member, Trails.FACET).all().stream())
			.toList();
		List<String> names = trails.stream().map(TrailState::bucket).distinct().toList();
		names.forEach((name) -> calls(trails, name, calls));
		lists(trails, names).forEach((lister) -> calls.add(lister.position(), World.GLOBAL, "s3:ListBuckets", 1));
	}

	private Stream<Member> lists(List<TrailState> trails, List<String> names) {
		if (names.stream().anyMatch((name) -> name.startsWith(STRANGERS))) {
			return this.world.members(0).filter(Member::isActive);
		}
		return names.stream()
			.filter((name) -> CENTRAL.matcher(name).matches())
			.flatMap((name) -> owner(name).filter((owner) -> !owner.equals(first(trails, name))).stream())
			.distinct();
	}

	private void calls(List<TrailState> trails, String name, FewestCalls calls) {
		Optional<Member> owner = owner(name);
		Member first = first(trails, name);
		if (!owner.equals(Optional.of(first))) {
			calls.add(first.position(), World.GLOBAL, "s3:" + QUESTIONS.get(0), 1);
		}
		owner.ifPresent(
				(its) -> QUESTIONS.forEach((question) -> calls.add(its.position(), World.GLOBAL, "s3:" + question, 1)));
	}

	/** The account whose trail names a bucket first. */
	private Member first(List<TrailState> trails, String name) {
		return trails.stream()
			.filter((trail) -> trail.bucket().equals(name))
			.findFirst()
			.flatMap((trail) -> this.world.member(trail.owner()))
			.orElseThrow();
	}

	private Optional<Member> owner(String name) {
		Matcher named = NAMED.matcher(name);
		Matcher central = CENTRAL.matcher(name);
		if (central.matches()) {
			return Optional.of(Integer.parseInt(central.group(1)))
				.filter((position) -> position < this.world.size())
				.map(this.world::member);
		}
		return named.matches() ? this.world.member(named.group(1)) : Optional.empty();
	}

	/** The names of the buckets that an account owns. */
	static List<String> of(Member member) {
		return List.of("central-" + member.position(), "trail-" + member.id());
	}

	private TrailBucketState require(Caller caller, String name, @Nullable String expected) {
		boolean strangers = name.startsWith(STRANGERS);
		String owner = owner(name).map(Member::id).orElse("");
		if (!strangers && owner.isEmpty()) {
			throw new ErrorAnswer(404, "NoSuchBucket", "The specified bucket does not exist");
		}
		if (strangers || !owner.equals(caller.member().id()) || (expected != null && !expected.equals(owner))) {
			throw new ErrorAnswer(403, "AccessDenied", "Access Denied");
		}
		return this.world.of(caller.member(), TrailBucketState.FACET);
	}

	private Reply block(Ask<GetPublicAccessBlockRequest> ask) {
		TrailBucketState state = require(ask.caller(), ask.request().bucket(), ask.request().expectedBucketOwner());
		return reply(state != TrailBucketState.LOOSE, "NoSuchPublicAccessBlockConfiguration",
				() -> GetPublicAccessBlockResponse.builder()
					.publicAccessBlockConfiguration((block) -> block.blockPublicAcls(true)
						.ignorePublicAcls(true)
						.blockPublicPolicy(true)
						.restrictPublicBuckets(true))
					.build());
	}

	private Reply status(Ask<GetBucketPolicyStatusRequest> ask) {
		TrailBucketState state = require(ask.caller(), ask.request().bucket(), ask.request().expectedBucketOwner());
		return reply(state != TrailBucketState.LOOSE, "NoSuchBucketPolicy",
				() -> GetBucketPolicyStatusResponse.builder().policyStatus((status) -> status.isPublic(false)).build());
	}

	private Reply policy(Ask<GetBucketPolicyRequest> ask) {
		String name = ask.request().bucket();
		TrailBucketState state = require(ask.caller(), name, ask.request().expectedBucketOwner());
		if (state == TrailBucketState.LOOSE) {
			throw unset("NoSuchBucketPolicy");
		}
		String arn = this.world.partition().arn("s3", "", "", name);
		String actions = (state == TrailBucketState.GUARDED) ? "s3:*" : "s3:GetObject";
		return new Reply(GetBucketPolicyResponse.builder().build(), """
				{"Version": "2012-10-17", "Statement": [
				{"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:PutObject",
				 "Resource": "%s/AWSLogs/*"},
				{"Effect": "Deny", "Principal": "*", "Action": "%s", "Resource": ["%s", "%s/*"],
				 "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}""".formatted(arn, actions, arn, arn)
			.getBytes(StandardCharsets.UTF_8));
	}

	private Reply acl(Ask<GetBucketAclRequest> ask) {
		TrailBucketState state = require(ask.caller(), ask.request().bucket(), ask.request().expectedBucketOwner());
		String canonical = "%064x".formatted(ask.caller().member().position() + 1);
		Grant own = Grant.builder()
			.permission("FULL_CONTROL")
			.grantee((grantee) -> grantee.type("CanonicalUser").id(canonical))
			.build();
		Grant everybody = Grant.builder()
			.permission("READ")
			.grantee((grantee) -> grantee.type("Group").uri("http://acs.amazonaws.com/groups/global/AllUsers"))
			.build();
		return Reply.of(GetBucketAclResponse.builder()
			.owner((owner) -> owner.id(canonical))
			.grants((state == TrailBucketState.LOOSE) ? List.of(own, everybody) : List.of(own))
			.build());
	}

	private Reply logging(Ask<GetBucketLoggingRequest> ask) {
		TrailBucketState state = require(ask.caller(), ask.request().bucket(), ask.request().expectedBucketOwner());
		GetBucketLoggingResponse.Builder answer = GetBucketLoggingResponse.builder();
		if (state == TrailBucketState.GUARDED) {
			answer.loggingEnabled(
					(logging) -> logging.targetBucket("access-" + ask.caller().member().id()).targetPrefix("trail/"));
		}
		return Reply.of(answer.build());
	}

	private Reply versioning(Ask<GetBucketVersioningRequest> ask) {
		TrailBucketState state = require(ask.caller(), ask.request().bucket(), ask.request().expectedBucketOwner());
		return Reply.of(GetBucketVersioningResponse.builder().status(switch (state) {
			case GUARDED -> "Enabled";
			case PLAIN -> "Suspended";
			case LOOSE -> null;
		}).build());
	}

	private Reply lock(Ask<GetObjectLockConfigurationRequest> ask) {
		TrailBucketState state = require(ask.caller(), ask.request().bucket(), ask.request().expectedBucketOwner());
		return reply(state == TrailBucketState.GUARDED, "ObjectLockConfigurationNotFoundError",
				() -> GetObjectLockConfigurationResponse.builder()
					.objectLockConfiguration((lock) -> lock.objectLockEnabled("Enabled")
						.rule((rule) -> rule.defaultRetention((retention) -> retention.mode("COMPLIANCE").years(1))))
					.build());
	}

	private static Reply reply(boolean set, String unset, Supplier<SdkPojo> answer) {
		if (!set) {
			throw unset(unset);
		}
		return Reply.of(Objects.requireNonNull(answer.get()));
	}

	private static ErrorAnswer unset(String code) {
		return new ErrorAnswer(404, code, "It was never set");
	}

}
