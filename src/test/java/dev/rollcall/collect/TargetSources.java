package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Arn;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.collect.cloudtrail.Trail;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.config.ConfigClient;

import software.amazon.awssdk.services.config.model.GetDiscoveredResourceCountsResponse;
import software.amazon.awssdk.services.config.model.ListConformancePackComplianceScoresResponse;
import software.amazon.awssdk.services.config.model.ListStoredQueriesRequest;
import software.amazon.awssdk.services.config.model.ListStoredQueriesResponse;

/**
 * Sources about what trails deliver to: buckets, whose names do not say whose they are,
 * and keys, whose ARNs do. A bucket is its trail's owner's, else the archive's, else it
 * has to be looked for.
 */
public final class TargetSources {

	/** What may own any bucket. */
	public static final String ARCHIVE = "666666666666";

	/** What an account is asked about a bucket; a refusal says that it is not its own. */
	public static final String OF_BUCKETS = "config:ListStoredQueries";

	/** What an account is asked for its buckets. */
	public static final String OF_LISTS = "config:ListConformancePackComplianceScores";

	/** What an account is asked about a key. */
	public static final String OF_KEYS = "config:GetDiscoveredResourceCounts";

	/** All of these. */
	public static final List<String> OPERATIONS = List.of(OF_BUCKETS, OF_LISTS, OF_KEYS);

	private static final String BUCKET = "arn:aws:s3:::";

	private TargetSources() {
	}

	/** All of them. */
	public static List<Source> all() {
		return List.of(buckets(), keys());
	}

	/**
	 * Answers them, in an organization whose accounts have a trail each at most, in
	 * eu-west-1.
	 * @param trails by account, the bucket and, behind a blank, the key that its trail
	 * names
	 * @param buckets by bucket, the account that owns it
	 */
	public static FakeAws in(FakeAws aws, Map<String, String> trails, Map<String, String> buckets) {
		return aws.on("cloudtrail:DescribeTrails", (call) -> trails(call, trails))
			.on(OF_BUCKETS, (call) -> bucket(call, buckets))
			.on(OF_LISTS, (call) -> ListConformancePackComplianceScoresResponse.builder()
				.nextToken(String.join(" ",
						buckets.keySet().stream().filter((name) -> call.account().equals(buckets.get(name))).toList()))
				.build())
			.on(OF_KEYS, Answer.of(GetDiscoveredResourceCountsResponse.builder().build()));
	}

	private static DescribeTrailsResponse trails(Call call, Map<String, String> trails) {
		String target = trails.get(call.account());
		if (target == null || !call.region().equals("eu-west-1")
				|| call.request(DescribeTrailsRequest.class).includeShadowTrails()) {
			return DescribeTrailsResponse.builder().build();
		}
		String[] names = target.split(" ");
		return DescribeTrailsResponse.builder()
			.trailList((trail) -> trail.trailARN("arn:aws:cloudtrail:eu-west-1:" + call.account() + ":trail/t")
				.name("t")
				.homeRegion("eu-west-1")
				.isMultiRegionTrail(true)
				.isOrganizationTrail(false)
				.s3BucketName(names[0])
				.kmsKeyId((names.length > 1) ? names[1] : null))
			.build();
	}

	private static ListStoredQueriesResponse bucket(Call call, Map<String, String> buckets) {
		String name = call.request(ListStoredQueriesRequest.class).nextToken();
		if (!call.account().equals(buckets.get(name))) {
			throw FakeAws.refusal(403, "AccessDeniedException", "not the bucket's owner");
		}
		return ListStoredQueriesResponse.builder().build();
	}

	/** The bucket that a call was about; empty where it was about none. */
	public static Optional<String> bucketOf(Call call) {
		return call.operation().equals(OF_BUCKETS)
				? Optional.of(call.request(ListStoredQueriesRequest.class).nextToken()) : Optional.empty();
	}

	/** A bucket's ARN. */
	public static String arn(String bucket) {
		return BUCKET + bucket;
	}

	static DistinctSource buckets() {
		return new Buckets();
	}

	static DistinctSource keys() {
		return new Keys();
	}

	/** Buckets of which another one is named whenever it is asked what a row names. */
	public static Source forgetful() {
		AtomicInteger asked = new AtomicInteger();
		return new Buckets() {

			@Override
			public List<Thing> things(EvidenceRow row, NightScope night) {
				return List.of(new Thing(BUCKET + asked.incrementAndGet(), Cell.GLOBAL, List.of()));
			}

		};
	}

	private static class Buckets implements DistinctSource {

		@Override
		public SourceDefinition definition() {
			return SourceDefinition.distinct("target-bucket", ConfigClient.class)
				.operations("0.2.0", OF_BUCKETS, OF_LISTS)
				.evidence(TargetBucket.class)
				.dependsOn("cloudtrail", "cloudtrail-elsewhere")
				.build();
		}

		@Override
		public List<Thing> things(EvidenceRow row, NightScope night) {
			if (!(row.evidence() instanceof Trail trail) || trail.bucket() == null) {
				return List.of();
			}
			List<AccountId> owners = new ArrayList<>();
			owners.add(new AccountId(Arn.parse(trail.arn()).orElseThrow().account()));
			owners.add(new AccountId(ARCHIVE));
			return List.of(new Thing(BUCKET + trail.bucket(), Cell.GLOBAL, owners));
		}

		@Override
		public Answer collect(CellScope cell) {
			try {
				cell.client(ConfigClient.class)
					.listStoredQueries((request) -> request.nextToken(cell.thing().substring(BUCKET.length())));
			}
			catch (AwsServiceException ex) {
				if (ex.statusCode() == 403) {
					return Answer.NOT_OWNER;
				}
				throw ex;
			}
			cell.emit(new TargetBucket(cell.thing(), cell.account().id(), !cell.thing().endsWith("shared")));
			return Answer.READ;
		}

		@Override
		public boolean canList() {
			return true;
		}

		@Override
		public Set<String> owned(Set<String> sought, CellScope account) {
			Set<String> owned = new HashSet<>();
			String names = account.client(ConfigClient.class).listConformancePackComplianceScores((request) -> {
			}).nextToken();
			for (String name : names.split(" ")) {
				owned.add(BUCKET + name);
			}
			owned.retainAll(sought);
			return owned;
		}

	}

	private static final class Keys implements DistinctSource {

		@Override
		public SourceDefinition definition() {
			return SourceDefinition.distinct("target-key", ConfigClient.class)
				.operations("0.2.0", OF_KEYS)
				.evidence(TargetKey.class)
				.dependsOn("cloudtrail")
				.build();
		}

		@Override
		public List<Thing> things(EvidenceRow row, NightScope night) {
			String key = ((Trail) row.evidence()).kmsKeyId();
			if (key == null) {
				return List.of();
			}
			Arn arn = Arn.parse(key).orElseThrow();
			return List.of(new Thing(key, arn.region(), List.of(new AccountId(arn.account()))));
		}

		@Override
		public Answer collect(CellScope cell) {
			cell.client(ConfigClient.class).getDiscoveredResourceCounts();
			cell.emit(new TargetKey(cell.thing(), cell.region().id()));
			return Answer.READ;
		}

	}

	/**
	 * A bucket, who said that it is its own, and whether it keeps versions, which the one
	 * named {@code shared} does not.
	 */
	public record TargetBucket(String arn, AccountId owner, boolean versioned) implements OfThing {

	}

	/** A key, and where it was asked about. */
	public record TargetKey(String arn, String askedIn) implements OfThing {

	}

}
