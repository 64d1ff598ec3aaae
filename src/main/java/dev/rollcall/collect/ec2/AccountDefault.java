package dev.rollcall.collect.ec2;

import java.util.List;
import java.util.Locale;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * What EC2 does in a Region of an account where nobody says otherwise, or lets nobody say
 * otherwise.
 *
 * @param name which default: IMDS_HTTP_TOKENS, IMDS_HTTP_ENDPOINT, IMDS_HOP_LIMIT,
 * IMDS_TAGS, IMAGE_PUBLIC_ACCESS, SNAPSHOT_PUBLIC_ACCESS, EBS_ENCRYPTION, SERIAL_CONSOLE,
 * VPC_PUBLIC_ACCESS, VPC_PUBLIC_ACCESS_EXCLUSIONS or ALLOWED_IMAGES
 * @param state EC2's word for it in capitals, such as BLOCK_NEW_SHARING, ENABLED or
 * REQUIRED; NO_PREFERENCE where the account has set none; a number for the hop limit
 * @param managedBy who has set it: ACCOUNT, or DECLARATIVE_POLICY where only the
 * organization can change it; null where EC2 does not say
 */
public record AccountDefault(String name, String state, @Nullable String managedBy) implements Keyed {

	/** A default of EC2's words, which are written in capitals. */
	static AccountDefault of(String name, String state, @Nullable String managedBy) {
		return new AccountDefault(name, capitals(state), (managedBy != null) ? capitals(managedBy) : null);
	}

	private static String capitals(String word) {
		return word.toUpperCase(Locale.ROOT).replace('-', '_');
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.name);
	}

}
