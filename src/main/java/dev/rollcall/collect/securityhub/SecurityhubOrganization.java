package dev.rollcall.collect.securityhub;

import org.jspecify.annotations.Nullable;

/**
 * How the administrator of a Region has Security Hub configured for the organization.
 *
 * @param configurationType CENTRAL where policies decide, LOCAL where each Region does;
 * null where it does not say
 * @param configurationStatus PENDING, ENABLED or FAILED; null where it does not say
 * @param configurationStatusMessage why it failed
 * @param autoEnable whether it is turned on in new accounts; CENTRAL makes it false,
 * which then says nothing
 * @param autoEnableStandards whether new accounts get the DEFAULT standards or NONE;
 * CENTRAL makes it NONE, which then says nothing
 * @param memberAccountLimitReached whether no more members can be taken in
 */
public record SecurityhubOrganization(@Nullable String configurationType, @Nullable String configurationStatus,
		@Nullable String configurationStatusMessage, @Nullable Boolean autoEnable, @Nullable String autoEnableStandards,
		@Nullable Boolean memberAccountLimitReached) {

	static final String CENTRAL = "CENTRAL";

}
