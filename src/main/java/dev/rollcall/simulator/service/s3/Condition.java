package dev.rollcall.simulator.service.s3;

import dev.rollcall.simulator.service.s3.ObjectStore.Stored;
import dev.rollcall.simulator.wire.ErrorAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the object that is there.
 *
 * @param ifMatch the entity tag that it has; null where that does not matter
 * @param ifNoneMatch the entity tag that it does not have, or {@code *}: that there is
 * none; null where that does not matter
 */
record Condition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

	private static final String ANY = "*";

	/**
	 * Holds a read to it.
	 * @throws ErrorAnswer where it does not hold
	 */
	void requireToRead(Stored present) {
		if (this.ifMatch != null && !isTag(this.ifMatch, present)) {
			throw failed();
		}
		if (this.ifNoneMatch != null && isTag(this.ifNoneMatch, present)) {
			throw new ErrorAnswer(304, "NotModified", "Not Modified");
		}
	}

	/**
	 * Holds a write to it, which may ask for absence but not for another tag.
	 * @throws ErrorAnswer where it does not hold
	 */
	void requireToWrite(@Nullable Stored present) {
		if (this.ifNoneMatch != null && !this.ifNoneMatch.equals(ANY)) {
			throw ErrorAnswer.notImplemented();
		}
		if (this.ifMatch != null && present == null) {
			throw ObjectStore.noSuchKey();
		}
		if (present != null && (this.ifNoneMatch != null || (this.ifMatch != null && !isTag(this.ifMatch, present)))) {
			throw failed();
		}
	}

	/** Tags come with their quotes or without. */
	private static boolean isTag(String asked, Stored present) {
		return asked.equals(ANY) || asked.replace("\"", "").equals(present.etag().replace("\"", ""));
	}

	private static ErrorAnswer failed() {
		return new ErrorAnswer(412, "PreconditionFailed",
				"At least one of the pre-conditions you specified did not hold");
	}

}
