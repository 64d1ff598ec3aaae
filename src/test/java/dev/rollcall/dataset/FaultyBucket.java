package dev.rollcall.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket between which and the unmodified SDK things go wrong: what S3 answers, what is
 * lost, and what is changed on its way.
 */
public final class FaultyBucket implements AutoCloseable {

	private final SdkHttpClient sound = ApacheHttpClient.create();

	private final List<Fault> faults = new ArrayList<>();

	private final S3Client s3;

	private final S3Client others;

	private final String bucket;

	private final String prefix;

	/**
	 * Reaches a bucket.
	 * @param prefix ends with a slash
	 */
	public FaultyBucket(URI endpoint, String accessKey, String bucket, String prefix) {
		this.bucket = bucket;
		this.prefix = prefix;
		this.s3 = client(endpoint, accessKey, new FaultyHttp());
		this.others = client(endpoint, accessKey, this.sound);
	}

	private static S3Client client(URI endpoint, String accessKey, SdkHttpClient http) {
		return S3Client.builder()
			.endpointOverride(endpoint)
			.forcePathStyle(true)
			.crossRegionAccessEnabled(true)
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
			.httpClient(http)
			.overrideConfiguration(
					(configuration) -> configuration.retryStrategy(AwsRetryStrategy.standardRetryStrategy()
						.toBuilder()
						.backoffStrategy(BackoffStrategy.retryImmediately())
						.throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
						.build()))
			.build();
	}

	/** The bucket as nights see it. */
	public Output output() {
		return new S3Output(this.s3, this.bucket, this.prefix, Duration.ZERO);
	}

	/** The bucket as others see it, for whom nothing goes wrong. */
	public Output others() {
		return new S3Output(this.others, this.bucket, this.prefix, Duration.ZERO);
	}

	/** The bucket as leases see it. */
	S3Output s3Output() {
		return new S3Output(this.s3, this.bucket, this.prefix, Duration.ZERO);
	}

	/**
	 * Lets something go wrong with requests.
	 * @param which those that are meant
	 * @param after how many of them are spared
	 * @param times how many then go wrong
	 */
	public FaultyBucket with(Predicate<SdkHttpRequest> which, int after, int times, Wrong wrong) {
		this.faults.add(new Fault(which, after, times, wrong));
		return this;
	}

	/** Nothing goes wrong any longer. */
	public void heal() {
		this.faults.clear();
	}

	@Override
	public void close() {
		this.s3.close();
		this.others.close();
		this.sound.close();
	}

	/** Puts, of an object whose key ends so. */
	public static Predicate<SdkHttpRequest> puts(String end) {
		return (request) -> request.method() == SdkHttpMethod.PUT && request.encodedPath().endsWith(end);
	}

	/** Reads, of an object whose key ends so. */
	public static Predicate<SdkHttpRequest> gets(String end) {
		return (request) -> request.method() == SdkHttpMethod.GET && request.encodedPath().endsWith(end);
	}

	/** S3 answers with an error and does nothing. */
	public static Wrong answers(int status, String code) {
		return (request, call) -> answer(status, code);
	}

	/** S3 says that the bucket is in another Region. */
	public static Wrong redirects() {
		return (request, call) -> HttpExecuteResponse.builder()
			.response(
					SdkHttpFullResponse.builder().statusCode(301).putHeader("x-amz-bucket-region", "eu-west-1").build())
			.responseBody(body(301, "PermanentRedirect"))
			.build();
	}

	/** S3 does what is asked, and its answer is lost. */
	public static Wrong losesAnswer() {
		return (request, call) -> {
			close(call.call());
			throw new SocketTimeoutException("Read timed out");
		};
	}

	/** S3 does what is asked, and answers something else. */
	public static Wrong doesAndAnswers(int status, String code) {
		return (request, call) -> {
			close(call.call());
			return answer(status, code);
		};
	}

	/** S3 is not reached. */
	public static Wrong losesRequest() {
		return (request, call) -> {
			throw new SocketTimeoutException("Connect timed out");
		};
	}

	/** Something else happens first. */
	public static Wrong after(Runnable first, Wrong then) {
		return (request, call) -> {
			first.run();
			return then.call(request, call);
		};
	}

	private static void close(HttpExecuteResponse response) throws IOException {
		if (response.responseBody().isPresent()) {
			response.responseBody().get().close();
		}
	}

	private static HttpExecuteResponse answer(int status, String code) {
		return HttpExecuteResponse.builder()
			.response(SdkHttpFullResponse.builder().statusCode(status).putHeader("x-amz-request-id", "R1").build())
			.responseBody(body(status, code))
			.build();
	}

	private static AbortableInputStream body(int status, String code) {
		String xml = "<Error><Code>%s</Code><Message>%s, as a test wants it</Message></Error>".formatted(code, status);
		return AbortableInputStream.create(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	private SdkHttpClient sound() {
		return this.sound;
	}

	private static final class Fault {

		private final Predicate<SdkHttpRequest> which;

		private int spared;

		private int times;

		private final Wrong wrong;

		Fault(Predicate<SdkHttpRequest> which, int spared, int times, Wrong wrong) {
			this.which = which;
			this.spared = spared;
			this.times = times;
			this.wrong = wrong;
		}

		boolean meets(SdkHttpRequest request) {
			if (!this.which.test(request) || this.times == 0) {
				return false;
			}
			if (this.spared > 0) {
				this.spared--;
				return false;
			}
			this.times--;
			return true;
		}

	}

	/** What goes wrong with a request. */
	@FunctionalInterface
	public interface Wrong {

		/** Answers in place of S3, or by it. */
		HttpExecuteResponse call(HttpExecuteRequest request, Real real) throws IOException;

	}

	/** What S3 itself does and answers. */
	@FunctionalInterface
	public interface Real {

		HttpExecuteResponse call() throws IOException;

	}

	private final class FaultyHttp implements SdkHttpClient {

		@Override
		public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
			AtomicReference<ExecutableHttpRequest> sent = new AtomicReference<>();
			Real real = () -> {
				sent.set(sound().prepareRequest(request));
				return sent.get().call();
			};
			Wrong wrong = FaultyBucket.this.faults.stream()
				.filter((fault) -> fault.meets(request.httpRequest()))
				.findFirst()
				.map((fault) -> fault.wrong)
				.orElse((asked, answered) -> answered.call());
			return new ExecutableHttpRequest() {

				@Override
				public HttpExecuteResponse call() throws IOException {
					return wrong.call(request, real);
				}

				@Override
				public void abort() {
					Optional.ofNullable(sent.get()).ifPresent(ExecutableHttpRequest::abort);
				}

			};
		}

		@Override
		public void close() {
		}

	}

	/** A byte of the content is another one when it arrives. */
	public Wrong flipsAByte() {
		return (request, call) -> {
			ContentStreamProvider sent = request.contentStreamProvider().orElseThrow();
			return sound()
				.prepareRequest(HttpExecuteRequest.builder()
					.request(request.httpRequest())
					.contentStreamProvider(() -> new ByteArrayInputStream(flipped(sent)))
					.build())
				.call();
		};
	}

	/**
	 * The first line of what is sent tells the length of a chunk; what follows is
	 * content.
	 */
	private static byte[] flipped(ContentStreamProvider sent) {
		try (var stream = sent.newStream()) {
			byte[] content = stream.readAllBytes();
			int at = new String(content, StandardCharsets.ISO_8859_1).indexOf("\r\n") + 6;
			content[at] ^= 1;
			return content;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
