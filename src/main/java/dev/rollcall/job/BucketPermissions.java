package dev.rollcall.job;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a night needs of the bucket in which nights are kept, and of the key that encrypts
 * it.
 */
final class BucketPermissions {

	private final String partition;

	private final String bucket;

	private final String objects;

	/**
	 * Creates permissions.
	 * @param partition of the ARNs
	 * @param output {@code s3://BUCKET/PREFIX}
	 */
	BucketPermissions(String partition, URI output) {
		this.partition = partition;
		this.bucket = "arn:" + partition + ":s3:::" + output.getAuthority();
		String prefix = output.getPath().replaceAll("^/+|/+$", "");
		this.objects = this.bucket + "/" + (prefix.isEmpty() ? "" : prefix + "/");
	}

	/**
	 * The statements.
	 * @param key the ARN of the key that encrypts the bucket; null for whichever does,
	 * through S3 and for this bucket alone
	 * @param retained whether published objects are locked
	 */
	List<Statement> statements(@Nullable String key, boolean retained) {
		List<String> passing = List.of(this.objects + "staging/*", this.objects + "lease/*");
		List<String> all = List.of(this.objects + "*");
		List<Statement> statements = new ArrayList<>();
		statements.add(Statement.allow("ListNights", List.of("s3:ListBucket"), List.of(this.bucket)));
		statements.add(Statement.allow("KeepNights", List.of("s3:GetObject", "s3:PutObject"), all));
		statements.add(Statement.allow("CleanStaging", List.of("s3:DeleteObject"), passing));
		statements.add(encryption(key));
		if (retained) {
			statements.add(Statement.allow("AskForObjectLock", List.of("s3:GetBucketObjectLockConfiguration"),
					List.of(this.bucket)));
			statements.add(Statement.allow("RetainNights", List.of("s3:PutObjectRetention"), all));
			statements.add(Statement.deny("RetainNothingElse", List.of("s3:PutObjectRetention"), passing));
		}
		statements.add(Statement.deny("KeepWhatIsPublished",
				List.of("s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"), all));
		statements.add(Statement.deny("LeaveTheBucketAlone", List.of("s3:PutBucket*", "s3:DeleteBucket*"),
				List.of(this.bucket)));
		return statements;
	}

	/**
	 * S3 calls KMS as whoever calls S3, and says for what: the object, or the bucket
	 * where it has a bucket key.
	 */
	private Statement encryption(@Nullable String key) {
		String resource = (key != null) ? key : "arn:" + this.partition + ":kms:*:*:key/*";
		Map<String, Object> asked = new TreeMap<>();
		asked.put("kms:EncryptionContext:aws:s3:arn", List.of(this.bucket, this.objects + "*"));
		asked.put("kms:ViaService", "s3.*");
		return Statement.allow("EncryptNights", List.of("kms:Decrypt", "kms:GenerateDataKey"), List.of(resource))
			.where(Map.of("StringLike", asked));
	}

}
