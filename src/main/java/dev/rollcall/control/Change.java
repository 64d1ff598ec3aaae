package dev.rollcall.control;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A difference to the previous full night. The first four columns are a finding's key; of
 * an account only its id is given, of a control only its id.
 *
 * @param controlId the control; null of an account
 * @param accountId the account; null of a control
 * @param region the Region; null of an account or a control
 * @param resourceId the resource; null of an account or a control
 * @param change what became of it
 * @param fromVerdict the verdict of the previous night; null where there was no finding
 * @param toVerdict tonight's verdict; null where there is no finding
 */
public record Change(@Nullable String controlId, @Nullable AccountId accountId, @Nullable String region,
		@Nullable String resourceId, Kind change, @Nullable Verdict fromVerdict, @Nullable Verdict toVerdict) {

	/** What became of a finding, an account or a control since the previous night. */
	public enum Kind {

		/** NON_COMPLIANT, and was not when somebody last could look. */
		NEW,

		/** COMPLIANT, and was NON_COMPLIANT when somebody last could look. */
		FIXED,

		/** Was judged, and tonight nobody could look or was asked to. */
		NOT_SEEN,

		/** NON_COMPLIANT again, after it was fixed or gone in the last 30 nights. */
		REAPPEARED,

		/** NON_COMPLIANT, and a waiver accepts it that did not before. */
		WAIVED,

		/** NON_COMPLIANT, and no waiver accepts it any longer. */
		WAIVER_ENDED,

		/** Was judged, and where somebody looked there is nothing to judge any longer. */
		RESOURCE_GONE,

		ACCOUNT_ADDED, ACCOUNT_GONE, CONTROL_ADDED,

		/** Its version, a limit, its severity or Subcategories are others. */
		CONTROL_CHANGED

	}

}
