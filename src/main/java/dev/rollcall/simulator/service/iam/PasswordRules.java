package dev.rollcall.simulator.service.iam;

import dev.rollcall.simulator.world.Facet;
import org.jspecify.annotations.Nullable;

/**
 * What IAM asks of passwords.
 *
 * @param minimumLength the fewest characters
 * @param reusePrevention how many earlier passwords are refused; null: none
 * @param maxAgeDays after how many days a password ends; null: never
 */
record PasswordRules(int minimumLength, @Nullable Integer reusePrevention, @Nullable Integer maxAgeDays) {

	/** An account that has never set any. */
	static final PasswordRules NEVER_SET = new PasswordRules(0, null, null);

	/** In order: long passwords that do not come back. */
	static final Facet<PasswordRules> FACET = Facet.of(new PasswordRules(14, 24, null),
			(draw) -> draw.account().with("password rules").percent(85) ? new PasswordRules(14, 24, null) : NEVER_SET);

	boolean isSet() {
		return this.minimumLength > 0;
	}

}
