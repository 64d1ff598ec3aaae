package dev.rollcall.collect.iam;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A virtual MFA device that is assigned to somebody.
 *
 * @param serialNumber its ARN
 * @param userArn whose it is
 * @param root whether it is the root user's
 * @param enabledAt since when
 */
public record VirtualMfaDevice(String serialNumber, @Nullable String userArn, boolean root,
		@Nullable Instant enabledAt) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.serialNumber);
	}

}
