package dev.rollcall.collect.guardduty;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * An open finding of high or critical severity. The row stands at the account and Region
 * in which something was found; one that an administrator and the account itself show is
 * there twice.
 *
 * @param findingId GuardDuty's id of it
 * @param type such as {@code CryptoCurrency:EC2/BitcoinTool.B!DNS}
 * @param severity CRITICAL from a score of 9 on, else HIGH
 * @param score GuardDuty's own number from 7 to 10, such as {@code 8.0}
 * @param title what happened, in GuardDuty's words
 * @param resourceType such as {@code Instance} or {@code AccessKey}; null where it does
 * not say
 * @param createdAt since when it is open: what happens again is added to it
 * @param updatedAt when it last happened, or something was changed; null where it does
 * not say
 * @param occurrences how often it happened; null where it does not say
 * @param sample whether somebody had GuardDuty make it for a trial, and nothing happened
 * @param administratorId the administrator of the Region that shows it; null where the
 * account itself does
 */
public record GuarddutyFinding(String findingId, String type, String severity, String score, @Nullable String title,
		@Nullable String resourceType, Instant createdAt, @Nullable Instant updatedAt, @Nullable Integer occurrences,
		boolean sample, @Nullable String administratorId) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.findingId);
	}

}
