package dev.rollcall.collect.cloudtrail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Arn;
import dev.rollcall.account.ErrorCode;
import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.DistinctSource;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Thing;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/**
 * Reads the buckets to which trails deliver. No API says whose a bucket is: the trail's
 * owner is asked, then the account that people named as everybody's log archive, and then
 * those whose id is in the bucket's name. Where none of them owns it, every account is
 * asked which buckets it has.
 */
@Component
class TrailBucketSource implements DistinctSource {

	/** The most that S3 gives in a page. */
	private static final int PAGE = 10_000;

	private static final String NO_BUCKET = "NoSuchBucket";

	private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

	/** The kinds of policies of the asking account, as refusals name them. */
	private static final List<String> OWN_POLICIES = List.of("identity-based policy", "permissions boundary",
			"session policy", "service control policy");

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.distinct("cloudtrail-bucket", S3Client.class)
			.operations("0.3.0", "s3:GetPublicAccessBlock", "s3:GetBucketPolicyStatus", "s3:GetBucketPolicy",
					"s3:GetBucketAcl", "s3:GetBucketLogging", "s3:GetBucketVersioning", "s3:GetObjectLockConfiguration")
			.operations("0.4.0", "s3:ListBuckets")
			.evidence(TrailBucket.class)
			.dependsOn(TrailSource.NAME, TrailElsewhereSource.NAME)
			.whenEmpty("–")
			.build();
	}

	@Override
	public List<Thing> things(EvidenceRow row, NightScope night) {
		if (!(row.evidence() instanceof Trail trail)) {
			return List.of();
		}
		String name = trail.bucket();
		return (name != null) ? List.of(thing(trail, name, night)) : List.of();
	}

	private static Thing thing(Trail trail, String name, NightScope night) {
		Arn home = Arn.parse(trail.arn())
			.orElseThrow(() -> new UnexpectedAnswerException("'" + trail.arn() + "' is no trail's ARN"));
		List<AccountId> owners = new ArrayList<>();
		owners.add(new AccountId(home.account()));
		night.logArchive().ifPresent(owners::add);
		ACCOUNT.matcher(name)
			.results()
			.map((found) -> new AccountId(found.group()))
			.filter(night::isOnRoster)
			.forEach(owners::add);
		return new Thing(arn(home.partition(), name), Cell.GLOBAL, owners);
	}

	private static String arn(String partition, String bucket) {
		return new Arn(partition, "s3", "", "", bucket).toString();
	}

	@Override
	public Answer collect(CellScope cell) {
		OwnedBucket bucket = new OwnedBucket((region) -> cell.client(S3Client.class, region), cell.region(),
				Arn.parse(cell.thing()).orElseThrow().resource(), cell.account().id());
		try {
			cell.emit(new BucketReader(bucket).read(cell.thing()));
		}
		catch (AwsServiceException ex) {
			if (ex.statusCode() == 404 && ErrorCode.of(ex).equals(NO_BUCKET)) {
				cell.emit(TrailBucket.gone(cell.thing()));
			}
			else if (!bucket.isOwned() && !cell.isOwner() && isForeign(ex)) {
				return Answer.NOT_OWNER;
			}
			else {
				throw ex;
			}
		}
		return Answer.READ;
	}

	@Override
	public boolean canList() {
		return true;
	}

	@Override
	public Set<String> owned(Set<String> sought, CellScope account) {
		Map<String, String> byName = sought.stream()
			.collect(Collectors.toMap((arn) -> Arn.parse(arn).orElseThrow().resource(), (arn) -> arn));
		S3Client client = account.client(S3Client.class);
		Set<String> owned = new HashSet<>();
		Pages.each((token) -> client.listBuckets((request) -> request.maxBuckets(PAGE).continuationToken(token)),
				ListBucketsResponse::continuationToken, (page) -> page.buckets()
					.forEach((bucket) -> Optional.ofNullable(byName.get(bucket.name())).ifPresent(owned::add)));
		return owned;
	}

	/**
	 * Whether it may be that the account does not own the bucket: S3 refuses the question
	 * about a stranger's as it refuses one that nobody permitted, unless it names the
	 * policy of the account that did not.
	 */
	private static boolean isForeign(AwsServiceException refusal) {
		String message = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
		return refusal.statusCode() == 403 && ErrorCode.of(refusal).equals("AccessDenied")
				&& OWN_POLICIES.stream().noneMatch(message::contains);
	}

}
