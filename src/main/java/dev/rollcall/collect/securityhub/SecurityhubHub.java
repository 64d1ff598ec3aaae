package dev.rollcall.collect.securityhub;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * That Security Hub (CSPM, as AWS now calls this one) is on in an account and Region. Of
 * one that the organization's policies prove, only the policy is known.
 *
 * @param hubArn the hub
 * @param subscribedAt since when it is on
 * @param autoEnableControls whether it takes up new controls of its standards by itself
 * @param controlFindingGenerator SECURITY_CONTROL where a control has one finding,
 * STANDARD_CONTROL where it has one for each standard: the two count differently
 * @param policyId the configuration policy that proves it; null where the account itself
 * was asked
 */
public record SecurityhubHub(@Nullable String hubArn, @Nullable Instant subscribedAt,
		@Nullable Boolean autoEnableControls, @Nullable String controlFindingGenerator, @Nullable String policyId) {

	static SecurityhubHub provenBy(String policyId) {
		return new SecurityhubHub(null, null, null, null, policyId);
	}

}
