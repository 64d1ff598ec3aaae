package dev.rollcall.collect.securityhub;

import java.util.Locale;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import software.amazon.awssdk.services.securityhub.model.InvalidAccessException;

/**
 * What an InvalidAccessException says. Security Hub has one code for two facts: that the
 * account has not turned it on, and that it does not administer it for others.
 */
enum Refused {

	/** Security Hub is off in the account and Region that asked. */
	OFF,

	/** The account that asked administers Security Hub for nobody. */
	NO_ADMINISTRATOR,

	/** Anything else. */
	OTHER;

	static Refused by(InvalidAccessException refusal) {
		String words = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
		if (words.contains("not subscribed")) {
			return OFF;
		}
		return words.contains("not an administrator") ? NO_ADMINISTRATOR : OTHER;
	}

	/** Whether Security Hub is off where the account asked. */
	static boolean isOff(InvalidAccessException refusal) {
		return by(refusal) == OFF;
	}

	/**
	 * What an account is told that management's list calls an administrator: where it is
	 * told that it is none, the two contradict each other.
	 */
	static RuntimeException atAdministrator(InvalidAccessException refusal, CellScope cell) {
		return (by(refusal) == NO_ADMINISTRATOR) ? new UnexpectedAnswerException(
				"Management's list names " + cell.account().id() + " the administrator of Security Hub; Security Hub"
						+ " answers it that it is none: " + refusal.getMessage())
				: refusal;
	}

}
