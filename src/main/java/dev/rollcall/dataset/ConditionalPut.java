package dev.rollcall.dataset;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Puts small objects into a bucket under a condition. A 409 says that somebody writes at
 * the same time, and an answer that was lost says nothing: both are asked again, which
 * the condition makes harmless. Whatever else is answered, the object itself says whose
 * it is: a 412 may be about our own write, whose answer was lost.
 */
final class ConditionalPut {

	private static final int CONFLICT = 409;

	private static final int PRECONDITION_FAILED = 412;

	private static final int SERVER_ERROR = 500;

	private static final int ATTEMPTS = 5;

	private final S3Client s3;

	private final String bucket;

	private final Duration pause;

	/**
	 * Creates a put.
	 * @param pause before the second attempt; twice as long before each that follows
	 */
	ConditionalPut(S3Client s3, String bucket, Duration pause) {
		this.s3 = s3;
		this.bucket = bucket;
		this.pause = pause;
	}

	/** An object with its tag; empty where there is none. */
	Optional<Versioned> read(String key) {
		try {
			ResponseBytes<GetObjectResponse> object = this.s3
				.getObjectAsBytes((request) -> request.bucket(this.bucket).key(key));
			return Optional.of(new Versioned(object.asByteArray(), object.response().eTag()));
		}
		catch (NoSuchKeyException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Puts an object.
	 * @param content unlike anything that others put there
	 * @param tag what the object must still have; null where there must be none
	 * @param more what else is asked for
	 */
	Outcome put(String key, byte[] content, @Nullable String tag, Consumer<PutObjectRequest.Builder> more) {
		boolean maybeWritten = false;
		for (int attempt = 1;; attempt++) {
			try {
				return new Ours(this.s3.putObject((request) -> {
					more.accept(
							request.bucket(this.bucket).key(key).ifMatch(tag).ifNoneMatch((tag == null) ? "*" : null));
				}, RequestBody.fromBytes(content)).eTag());
			}
			catch (SdkException ex) {
				maybeWritten |= !isRefusal(ex);
				Outcome outcome = readBack(key, content, tag, ex);
				boolean again = outcome instanceof Unsaid && (maybeWritten || isStatus(ex, CONFLICT));
				if (!again || attempt == ATTEMPTS || !pause(attempt)) {
					return (outcome instanceof Unsaid && !maybeWritten) ? new Refused(ex) : outcome;
				}
			}
		}
	}

	/** What the object says after a put that did not succeed. */
	private Outcome readBack(String key, byte[] content, @Nullable String tag, SdkException failure) {
		Optional<Versioned> present;
		try {
			present = read(key);
		}
		catch (SdkException ex) {
			failure.addSuppressed(ex);
			return new Unsaid(failure);
		}
		if (present.isPresent() && Arrays.equals(present.get().content(), content)) {
			return new Ours(present.get().tag());
		}
		boolean unchanged = Objects.equals(tag, present.map(Versioned::tag).orElse(null));
		return unchanged ? new Unsaid(failure) : new Others();
	}

	/**
	 * Whether S3 said that it did not do it, and was asked once only: what it answers to
	 * a second try may be about the first.
	 */
	private static boolean isRefusal(SdkException failure) {
		return failure instanceof S3Exception answer && answer.statusCode() < SERVER_ERROR
				&& answer.statusCode() != PRECONDITION_FAILED
				&& Objects.requireNonNullElse(answer.numAttempts(), 1) == 1;
	}

	private static boolean isStatus(SdkException failure, int status) {
		return failure instanceof S3Exception answer && answer.statusCode() == status;
	}

	/** Waits; false where somebody wants us to end. */
	private boolean pause(int attempt) {
		try {
			Thread.sleep(this.pause.toMillis() << (attempt - 1));
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** What became of a put. */
	sealed interface Outcome {

	}

	/**
	 * The object is ours.
	 *
	 * @param tag what it has now
	 */
	record Ours(String tag) implements Outcome {

	}

	/** Another writer was there before us, or after us. */
	record Others() implements Outcome {

	}

	/** It was not put. */
	record Refused(SdkException failure) implements Outcome {

	}

	/** The bucket did not say, and the object does not either. */
	record Unsaid(SdkException failure) implements Outcome {

	}

}
