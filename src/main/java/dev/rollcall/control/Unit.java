package dev.rollcall.control;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What scores count: a control with a Subcategory in an account, by its worst verdict
 * there. A row of the dataset {@code unit}, from which {@code score} is put together.
 *
 * @param csfVersion by the Subcategories of which version, such as {@code 2.0}
 * @param subcategory the Subcategory that the control counts for
 * @param controlId the control
 * @param accountId the account
 * @param verdict the worst verdict of the control in the account
 * @param outside why no score counts it; null where scores do
 * @param verdictBefore what it was the night that this one is compared with; null where
 * there was none, or where the control judges otherwise since
 */
public record Unit(String csfVersion, String subcategory, String controlId, AccountId accountId, Verdict verdict,
		@Nullable Outside outside, @Nullable Verdict verdictBefore) {

	/** What leaves a unit outside scores. */
	public enum Outside {

		/** An account or a source is left out by configuration or flags. */
		EXCLUDED,

		/** A policy of the organization closes a Region, as the configuration expects. */
		EXPECTED_GAP,

		/** A source that the role is permitted in no account. */
		NOT_PERMITTED,

		/** The control says {@code scored: false}. */
		NOT_SCORED

	}

}
