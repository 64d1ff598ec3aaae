package dev.rollcall.control;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A waiver as it was that night: the row of the dataset {@code waiver}.
 *
 * @param waiverId the waiver's id
 * @param controlId the control whose findings it accepts
 * @param scope as {@code part=value}, the parts separated by semicolons; {@code *} for
 * everything
 * @param owner who answers for it
 * @param reason why it is accepted
 * @param ticket where that was decided; null where nothing is named
 * @param grantedOn the first day on which it holds
 * @param expiresOn the last day on which it holds
 * @param state whether it holds on that day
 * @param findings how many NON_COMPLIANT findings of the night it matches, whether it
 * holds or not
 * @param unused whether it holds and nothing NON_COMPLIANT is left for it to accept
 * @param overBroad whether neither who nor what narrows it: no account, tag or unit but
 * the root, and no rule or resource but a pattern of {@code *} and {@code ?} alone
 * @param remarks what in it answers to nothing here, a sentence each
 * @param judgedOn the day that its state is of: the one on which the night began
 * @param timeZone whose day that is
 */
public record WaiverEntry(String waiverId, String controlId, String scope, String owner, String reason,
		@Nullable String ticket, LocalDate grantedOn, LocalDate expiresOn, Waiver.State state, long findings,
		boolean unused, boolean overBroad, List<String> remarks, LocalDate judgedOn, String timeZone) {

	public WaiverEntry {
		remarks = List.copyOf(remarks);
	}

}
