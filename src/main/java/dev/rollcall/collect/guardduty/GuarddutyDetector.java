package dev.rollcall.collect.guardduty;

import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * The detector of an account in a Region, which is GuardDuty itself there.
 *
 * @param detectorId GuardDuty's id of it
 * @param status ENABLED, or DISABLED while it is suspended
 * @param publishingFrequency how often it publishes findings that recur; null where its
 * administrator answered, who does not say
 * @param administratorId the administrator of the Region that answered for the account;
 * null where the account itself did
 */
public record GuarddutyDetector(String detectorId, String status, @Nullable String publishingFrequency,
		@Nullable String administratorId) implements Keyed {

	/** Of a detector that looks. */
	static final String ENABLED = "ENABLED";

	@Override
	public List<?> naturalKey() {
		return List.of(this.detectorId);
	}

}
