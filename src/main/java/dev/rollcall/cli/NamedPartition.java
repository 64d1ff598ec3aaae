package dev.rollcall.cli;

import java.util.regex.Pattern;

import dev.rollcall.account.Arn;
import dev.rollcall.input.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * The partition of an organization, from all that names one: an organization lies in one
 * partition, and policies that mix two let nobody in.
 */
final class NamedPartition {

	private static final Pattern PARTITION = Pattern.compile("aws(-[a-z]+)*");

	private static final String DEFAULT = "aws";

	private @Nullable String named;

	private String by = "";

	/**
	 * Takes the partition that a flag names.
	 * @throws BadInputException where it is none, or another one than was named before
	 */
	void flag(String flag, String partition) {
		require(flag, partition, partition);
	}

	/**
	 * Takes the partition of an ARN; what is no ARN names none.
	 * @param place where it stands: a flag or a key
	 * @throws BadInputException where it is malformed, or of another partition than was
	 * named before
	 */
	void arn(String place, String text) {
		if (text.startsWith("arn:")) {
			String partition = Arn.parse(text).map(Arn::partition).orElse("");
			require(place, text, partition);
		}
	}

	String partition() {
		return (this.named != null) ? this.named : DEFAULT;
	}

	private void require(String place, String text, String partition) {
		if (!PARTITION.matcher(partition).matches()) {
			throw new BadInputException(place + ": '" + text + "': a partition such as aws or aws-cn was expected"
					+ (text.startsWith("arn:") ? " behind arn:, and six parts" : ""));
		}
		if (this.named != null && !this.named.equals(partition)) {
			throw new BadInputException(
					place + ": '" + text + "' lies in " + partition + ", and " + this.by + " in " + this.named);
		}
		if (this.named == null) {
			this.named = partition;
			this.by = place;
		}
	}

}
