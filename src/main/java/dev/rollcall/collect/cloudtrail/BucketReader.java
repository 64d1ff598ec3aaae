package dev.rollcall.collect.cloudtrail;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.Vocabulary;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRule;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** Reads all that is judged of a bucket. What was never set is an answer too. */
final class BucketReader {

	private static final String NO_POLICY = "NoSuchBucketPolicy";

	private static final String BLOCK = "s3:GetPublicAccessBlock";

	private static final String GROUPS = "/groups/";

	private static final List<String> EVERYBODY = List.of("global/AllUsers", "global/AuthenticatedUsers");

	private static final List<String> SERVICES = List.of("s3/LogDelivery");

	private static final int YEAR_DAYS = 365;

	private final OwnedBucket bucket;

	BucketReader(OwnedBucket bucket) {
		this.bucket = bucket;
	}

	/**
	 * Reads the bucket.
	 * @param arn its ARN
	 */
	TrailBucket read(String arn) {
		Optional<PublicAccessBlockConfiguration> block = block();
		Boolean isPublic = isPolicyPublic();
		TransportDemand transport = policy().map((policy) -> TransportPolicy.of(arn, policy))
			.orElse(TransportDemand.NONE);
		List<String> grants = publicGrants();
		String logBucket = logBucket();
		GetBucketVersioningResponse versioning = this.bucket.ask((s3) -> s3.getBucketVersioning(
				(request) -> request.bucket(this.bucket.name()).expectedBucketOwner(this.bucket.owner())));
		Optional<ObjectLockConfiguration> lock = lock();
		Optional<DefaultRetention> retention = lock.map(ObjectLockConfiguration::rule)
			.map(ObjectLockRule::defaultRetention);
		return new TrailBucket(arn, true, this.bucket.region().id(), isPublic, grants,
				block.map(PublicAccessBlockConfiguration::ignorePublicAcls).orElse(false),
				block.map(PublicAccessBlockConfiguration::restrictPublicBuckets).orElse(false), transport, logBucket,
				Vocabulary.known("s3:GetBucketVersioning: Status", BucketVersioningStatus.class,
						versioning.statusAsString()),
				MFADeleteStatus.ENABLED.toString()
					.equals(Vocabulary.known("s3:GetBucketVersioning: MFADelete", MFADeleteStatus.class,
							versioning.mfaDeleteAsString())),
				lock.isPresent(), retention.map(BucketReader::mode).orElse(null),
				retention.map(BucketReader::days).orElse(null));
	}

	private Optional<PublicAccessBlockConfiguration> block() {
		Optional<PublicAccessBlockConfiguration> block = this.bucket
			.askUnless("NoSuchPublicAccessBlockConfiguration",
					(s3) -> s3.getPublicAccessBlock(
							(request) -> request.bucket(this.bucket.name()).expectedBucketOwner(this.bucket.owner()))
						.publicAccessBlockConfiguration());
		block.ifPresent((set) -> {
			said(BLOCK, set.ignorePublicAcls());
			said(BLOCK, set.restrictPublicBuckets());
		});
		return block;
	}

	/** Of a bucket without a policy S3 says nothing. */
	private @Nullable Boolean isPolicyPublic() {
		return this.bucket
			.askUnless(NO_POLICY,
					(s3) -> s3.getBucketPolicyStatus(
							(request) -> request.bucket(this.bucket.name()).expectedBucketOwner(this.bucket.owner()))
						.policyStatus())
			.map((status) -> said("s3:GetBucketPolicyStatus", status.isPublic()))
			.orElse(false);
	}

	private Optional<String> policy() {
		return this.bucket
			.askUnless(NO_POLICY,
					(s3) -> s3.getBucketPolicy(
							(request) -> request.bucket(this.bucket.name()).expectedBucketOwner(this.bucket.owner()))
						.policy());
	}

	private List<String> publicGrants() {
		GetBucketAclResponse acl = this.bucket.ask((s3) -> s3
			.getBucketAcl((request) -> request.bucket(this.bucket.name()).expectedBucketOwner(this.bucket.owner())));
		if (!acl.hasGrants()) {
			throw new UnexpectedAnswerException("s3:GetBucketAcl does not say whom it grants anything");
		}
		return acl.grants().stream().flatMap((grant) -> publicGrant(grant).stream()).distinct().sorted().toList();
	}

	/** What a grant gives everybody; empty where it is somebody's. */
	private static Optional<String> publicGrant(Grant grant) {
		String permission = Vocabulary.required("s3:GetBucketAcl: Permission", Permission.class,
				grant.permissionAsString());
		String group = (grant.grantee() != null) ? grant.grantee().uri() : null;
		if (group == null) {
			return Optional.empty();
		}
		String name = group.substring(group.indexOf(GROUPS) + GROUPS.length());
		if (!EVERYBODY.contains(name) && !SERVICES.contains(name)) {
			throw new UnexpectedAnswerException(
					"s3:GetBucketAcl answered '" + group + "', a group that this version does not know");
		}
		return EVERYBODY.contains(name) ? Optional.of(permission + " to " + name.replaceAll(".*/", ""))
				: Optional.empty();
	}

	private @Nullable String logBucket() {
		LoggingEnabled logging = this.bucket
			.ask((s3) -> s3.getBucketLogging(
					(request) -> request.bucket(this.bucket.name()).expectedBucketOwner(this.bucket.owner())))
			.loggingEnabled();
		return (logging != null) ? said("s3:GetBucketLogging", logging.targetBucket()) : null;
	}

	private Optional<ObjectLockConfiguration> lock() {
		Optional<ObjectLockConfiguration> lock = this.bucket
			.askUnless("ObjectLockConfigurationNotFoundError",
					(s3) -> s3.getObjectLockConfiguration(
							(request) -> request.bucket(this.bucket.name()).expectedBucketOwner(this.bucket.owner()))
						.objectLockConfiguration());
		lock.ifPresent((there) -> Vocabulary.required("s3:GetObjectLockConfiguration: ObjectLockEnabled",
				ObjectLockEnabled.class, there.objectLockEnabledAsString()));
		return lock;
	}

	private static String mode(DefaultRetention retention) {
		return Vocabulary.required("s3:GetObjectLockConfiguration: Mode", ObjectLockRetentionMode.class,
				retention.modeAsString());
	}

	/** In days or in years; the less of both, should it ever be both. */
	private static Integer days(DefaultRetention retention) {
		return Stream
			.of(Optional.ofNullable(retention.days()),
					Optional.ofNullable(retention.years()).map((years) -> years * YEAR_DAYS))
			.flatMap(Optional::stream)
			.min(Comparator.naturalOrder())
			.orElseThrow(() -> new UnexpectedAnswerException(
					"s3:GetObjectLockConfiguration does not say for how long objects are locked"));
	}

	private static <T> T said(String operation, @Nullable T answer) {
		if (answer == null) {
			throw new UnexpectedAnswerException(operation + " does not say what it was asked for");
		}
		return answer;
	}

}
