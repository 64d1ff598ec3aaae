package dev.rollcall.dataset;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.rollcall.dataset.ConditionalPut.Ours;
import dev.rollcall.dataset.ConditionalPut.Outcome;
import dev.rollcall.dataset.ConditionalPut.Refused;
import dev.rollcall.dataset.ConditionalPut.Unsaid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An output under a prefix of an S3 bucket, written with our own credentials. */
final class S3Output implements Output, ConditionalObjects {

	static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

	/** How a bucket refuses a version that it does not have. */
	private static final Set<Integer> NO_VERSION = Set.of(400, 404, 405);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final Logger logger = LoggerFactory.getLogger(S3Output.class);

	private final S3Client s3;

	private final String bucket;

	private final String prefix;

	private final ConditionalPut conditional;

	/**
	 * Creates an output.
	 * @param prefix empty, or ending with a slash
	 * @param pause how long another writer is waited for at first
	 */
	S3Output(S3Client s3, String bucket, String prefix, Duration pause) {
		this.s3 = s3;
		this.bucket = bucket;
		this.prefix = prefix;
		this.conditional = new ConditionalPut(s3, bucket, pause);
	}

	static S3Output at(String location) {
		URI uri = URI.create(location);
		String bucket = uri.getAuthority();
		if (bucket == null || !BUCKET.matcher(bucket).matches()) {
			throw new IllegalArgumentException("'" + location + "' names no bucket: s3://BUCKET/PREFIX was expected");
		}
		String path = uri.getPath().replaceAll("^/+|/+$", "");
		return new S3Output(client(), bucket, path.isEmpty() ? "" : path + "/", PAUSE);
	}

	private static S3Client client() {
		return S3Client.builder()
			.httpClientBuilder(ApacheHttpClient.builder().maxConnections(8))
			.crossRegionAccessEnabled(true)
			.forcePathStyle(isEndpointOverridden())
			.overrideConfiguration((configuration) -> configuration.retryStrategy(RetryMode.STANDARD)
				.apiCallAttemptTimeout(Duration.ofMinutes(2))
				.apiCallTimeout(Duration.ofMinutes(10)))
			.build();
	}

	/** An endpoint of one's own seldom has a name for each bucket. */
	private static boolean isEndpointOverridden() {
		return System.getenv("AWS_ENDPOINT_URL") != null || System.getenv("AWS_ENDPOINT_URL_S3") != null;
	}

	@Override
	public @Nullable String put(String key, Path file, @Nullable Retention retention) {
		try {
			return this.s3
				.putObject((request) -> retain(request.bucket(this.bucket).key(this.prefix + key), retention),
						RequestBody.fromFile(file))
				.versionId();
		}
		catch (SdkException ex) {
			throw cannotWrite(key, ex);
		}
	}

	private static void retain(PutObjectRequest.Builder request, @Nullable Retention retention) {
		if (retention != null) {
			request.objectLockMode(retention.mode().name()).objectLockRetainUntilDate(retention.until());
		}
	}

	@Override
	public PutIfAbsent putIfAbsent(String key, byte[] content, @Nullable Retention retention) {
		Outcome outcome = this.conditional.put(this.prefix + key, content, null,
				(request) -> retain(request, retention));
		if (outcome instanceof Refused refused) {
			throw cannotWrite(key, refused.failure());
		}
		if (outcome instanceof Unsaid unsaid) {
			logger.warn("S3 did not say whether {} was written: {}", locate(key), unsaid.failure().getMessage());
			return PutIfAbsent.UNKNOWN;
		}
		return (outcome instanceof Ours) ? PutIfAbsent.WRITTEN : PutIfAbsent.PRESENT;
	}

	@Override
	public Optional<Versioned> readVersioned(String key) {
		try {
			return this.conditional.read(this.prefix + key);
		}
		catch (SdkException ex) {
			throw cannotRead(key, ex);
		}
	}

	@Override
	public Optional<String> replaceIf(String key, byte[] content, @Nullable String tag) {
		Outcome outcome = this.conditional.put(this.prefix + key, content, tag, (request) -> {
		});
		if (outcome instanceof Refused refused) {
			throw cannotWrite(key, refused.failure());
		}
		if (outcome instanceof Unsaid unsaid) {
			throw cannotWrite(key, unsaid.failure());
		}
		return (outcome instanceof Ours ours) ? Optional.of(ours.tag()) : Optional.empty();
	}

	@Override
	public boolean retains() {
		try {
			this.s3.getObjectLockConfiguration((request) -> request.bucket(this.bucket));
			return true;
		}
		catch (SdkException ex) {
			if (ex instanceof S3Exception answer
					&& "ObjectLockConfigurationNotFoundError".equals(answer.awsErrorDetails().errorCode())) {
				return false;
			}
			throw S3Failure.of("Cannot ask the bucket " + this.bucket + " for Object Lock",
					"s3:GetBucketObjectLockConfiguration", ex);
		}
	}

	private OutputException cannotWrite(String key, SdkException failure) {
		return S3Failure.of("Cannot write " + locate(key), "s3:PutObject", failure);
	}

	private OutputException cannotRead(String key, SdkException failure) {
		return S3Failure.of("Cannot read " + locate(key), "s3:GetObject", failure);
	}

	@Override
	public Optional<byte[]> read(String key) {
		return readVersioned(key).map(Versioned::content);
	}

	@Override
	public Optional<InputStream> open(String key) {
		return open(key, null);
	}

	@Override
	public Optional<InputStream> openVersion(String key, String version) {
		return open(key, version);
	}

	private Optional<InputStream> open(String key, @Nullable String version) {
		try {
			return Optional.of(new S3Content(this.s3
				.getObject((request) -> request.bucket(this.bucket).key(this.prefix + key).versionId(version))));
		}
		catch (NoSuchKeyException ex) {
			return Optional.empty();
		}
		catch (SdkException ex) {
			if (version != null && ex instanceof S3Exception answer && NO_VERSION.contains(answer.statusCode())) {
				return Optional.empty();
			}
			throw cannotRead(key, ex);
		}
	}

	@Override
	public boolean fetch(String key, Path to) {
		try {
			this.s3.getObject((request) -> request.bucket(this.bucket).key(this.prefix + key), to);
			return true;
		}
		catch (NoSuchKeyException ex) {
			return false;
		}
		catch (SdkException ex) {
			throw S3Failure.of("Cannot copy " + locate(key) + " to " + to, "s3:GetObject", ex);
		}
	}

	@Override
	public List<String> list(String start) {
		try {
			return this.s3.listObjectsV2Paginator((request) -> request.bucket(this.bucket).prefix(this.prefix + start))
				.contents()
				.stream()
				.map(S3Object::key)
				.map((key) -> key.substring(this.prefix.length()))
				.toList();
		}
		catch (SdkException ex) {
			throw S3Failure.of("Cannot list " + locate(start), "s3:ListBucket", ex);
		}
	}

	@Override
	public void delete(String key) {
		try {
			this.s3.deleteObject((request) -> request.bucket(this.bucket).key(this.prefix + key));
		}
		catch (SdkException ex) {
			throw S3Failure.of("Cannot delete " + locate(key), "s3:DeleteObject", ex);
		}
	}

	@Override
	public Lease lease(String key, String owner) {
		return ObjectLease.take(this, key, owner, (duration) -> Thread.sleep(duration.toMillis()));
	}

	@Override
	public String locate(String key) {
		return "s3://" + this.bucket + "/" + this.prefix + key;
	}

	@Override
	public String toString() {
		return "s3://" + this.bucket + "/" + this.prefix;
	}

}
