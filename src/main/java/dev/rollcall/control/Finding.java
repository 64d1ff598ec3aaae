package dev.rollcall.control;

import dev.rollcall.account.AccountId;

/**
 * A control's verdict on a resource, or on an account. The first four columns are its
 * key.
 *
 * @param region {@code global} where there is none
 * @param resourceId an ARN, else the account's id
 * @param reason what the verdict rests on, in a sentence
 * @param csf20Primary the Subcategory of CSF 2.0 that it counts for
 * @param csf11Primary the Subcategory of CSF 1.1 that it counts for
 */
public record Finding(String controlId, AccountId accountId, String region, String resourceId, Verdict verdict,
		Severity severity, String reason, String csf20Primary, String csf11Primary) {

}
