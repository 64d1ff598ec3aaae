package dev.rollcall.account;

import java.util.Optional;

/**
 * The parts of an Amazon Resource Name that Rollcall reads:
 * {@code arn:partition:service:region:account:resource}.
 */
public record Arn(String partition, String service, String region, String account, String resource) {

	/** An ARN's parts; empty when the text is no ARN. */
	public static Optional<Arn> parse(String text) {
		String[] parts = text.split(":", 6);
		if (parts.length < 6 || !parts[0].equals("arn")) {
			return Optional.empty();
		}
		return Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]));
	}

	public static Arn role(String partition, AccountId account, String roleName) {
		return new Arn(partition, "iam", "", account.value(), "role/" + roleName);
	}

	@Override
	public String toString() {
		return String.join(":", "arn", this.partition, this.service, this.region, this.account, this.resource);
	}

}
