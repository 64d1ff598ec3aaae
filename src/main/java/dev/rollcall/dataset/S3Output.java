package dev.rollcall.dataset;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An output under a prefix of an S3 bucket, written with our own credentials. */
final class S3Output implements Output {

	private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

	private static final int CONFLICT = 409;

	private static final int PRECONDITION_FAILED = 412;

	private static final int ATTEMPTS = 5;

	private final S3Client s3;

	private final String bucket;

	private final String prefix;

	S3Output(S3Client s3, String bucket, String prefix) {
		this.s3 = s3;
		this.bucket = bucket;
		this.prefix = prefix;
	}

	static S3Output at(String location) {
		URI uri = URI.create(location);
		String bucket = uri.getAuthority();
		if (bucket == null || !BUCKET.matcher(bucket).matches()) {
			throw new IllegalArgumentException("'" + location + "' names no bucket: s3://BUCKET/PREFIX was expected");
		}
		String path = uri.getPath().replaceAll("^/+|/+$", "");
		return new S3Output(client(), bucket, path.isEmpty() ? "" : path + "/");
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
	public @Nullable String put(String key, Path file) {
		try {
			return this.s3
				.putObject((request) -> request.bucket(this.bucket).key(this.prefix + key), RequestBody.fromFile(file))
				.versionId();
		}
		catch (SdkException ex) {
			throw new OutputException("Cannot write " + locate(key) + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Writes with If-None-Match. A 409 says that somebody writes at the same time: asked
	 * again. Whatever else is answered, the object itself says whose it is: a 412 may be
	 * about our own write whose answer was lost.
	 */
	@Override
	public PutIfAbsent putIfAbsent(String key, byte[] content) {
		for (int attempt = 1;; attempt++) {
			try {
				this.s3.putObject((request) -> request.bucket(this.bucket).key(this.prefix + key).ifNoneMatch("*"),
						RequestBody.fromBytes(content));
				return PutIfAbsent.WRITTEN;
			}
			catch (SdkException ex) {
				boolean conflict = ex instanceof S3Exception answer && answer.statusCode() == CONFLICT;
				if (!conflict || attempt == ATTEMPTS) {
					return readBack(key, content, ex);
				}
			}
		}
	}

	private PutIfAbsent readBack(String key, byte[] content, SdkException failure) {
		boolean refused = failure instanceof S3Exception answer && answer.statusCode() < 500;
		Optional<byte[]> present;
		try {
			present = read(key);
		}
		catch (OutputException ex) {
			ex.addSuppressed(failure);
			boolean present412 = failure instanceof S3Exception answer && answer.statusCode() == PRECONDITION_FAILED;
			if (refused && !present412) {
				throw new OutputException("Cannot write " + locate(key) + ": " + failure.getMessage(), failure);
			}
			return PutIfAbsent.UNKNOWN;
		}
		if (present.isPresent()) {
			return Arrays.equals(present.get(), content) ? PutIfAbsent.WRITTEN : PutIfAbsent.PRESENT;
		}
		if (refused) {
			throw new OutputException("Cannot write " + locate(key) + ": " + failure.getMessage(), failure);
		}
		return PutIfAbsent.UNKNOWN;
	}

	@Override
	public Optional<byte[]> read(String key) {
		try {
			ResponseBytes<GetObjectResponse> object = this.s3
				.getObjectAsBytes((request) -> request.bucket(this.bucket).key(this.prefix + key));
			return Optional.of(object.asByteArray());
		}
		catch (NoSuchKeyException ex) {
			return Optional.empty();
		}
		catch (SdkException ex) {
			throw new OutputException("Cannot read " + locate(key) + ": " + ex.getMessage(), ex);
		}
	}

	@Override
	public void fetch(String key, Path to) {
		try {
			this.s3.getObject((request) -> request.bucket(this.bucket).key(this.prefix + key), to);
		}
		catch (SdkException ex) {
			throw new OutputException("Cannot copy " + locate(key) + " to " + to + ": " + ex.getMessage(), ex);
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
			throw new OutputException("Cannot list " + locate(start) + ": " + ex.getMessage(), ex);
		}
	}

	@Override
	public void delete(String key) {
		try {
			this.s3.deleteObject((request) -> request.bucket(this.bucket).key(this.prefix + key));
		}
		catch (SdkException ex) {
			throw new OutputException("Cannot delete " + locate(key) + ": " + ex.getMessage(), ex);
		}
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
