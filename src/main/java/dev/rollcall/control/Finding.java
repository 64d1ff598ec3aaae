package dev.rollcall.control;

import java.time.LocalDate;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A control's verdict on a resource, or on an account. The first four columns are its
 * key.
 *
 * @param controlId the control that judged
 * @param accountId the account that is judged
 * @param region {@code global} where there is none
 * @param resourceId an ARN, else the account's id
 * @param verdict COMPLIANT, NON_COMPLIANT, NOT_APPLICABLE or INSUFFICIENT_DATA
 * @param severity the control's, of that night: CRITICAL, HIGH, MEDIUM or LOW
 * @param reason what the verdict rests on, in a sentence
 * @param csf20Primary the Subcategory of CSF 2.0 that it counts for
 * @param csf11Primary the Subcategory of CSF 1.1 that it counts for
 * @param waiverId the waiver that accepts it tonight; of NON_COMPLIANT findings, and of
 * those that were so when they were last seen
 * @param firstSeenOn the first night of the last known verdict; nights on which nobody
 * could look do not interrupt it
 * @param lastKnownVerdict the verdict when somebody last could look: tonight's, else an
 * earlier night's; null where nobody ever could
 * @param findingId names it on every night: made of the key under which it was first
 * published
 * @param expectedGap whether nobody could judge because a policy of the organization
 * closes a Region that the configuration expects to be closed
 */
public record Finding(String controlId, AccountId accountId, String region, String resourceId, Verdict verdict,
		Severity severity, String reason, String csf20Primary, String csf11Primary, @Nullable String waiverId,
		LocalDate firstSeenOn, @Nullable Verdict lastKnownVerdict, String findingId, boolean expectedGap) {

}
