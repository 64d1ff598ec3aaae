package dev.rollcall.control;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A resource that somebody can reach from outside, as a finding says, put together by
 * {@code derived/exposed_resource.sql}.
 *
 * @param accountId who owns the resource, where that is on the roster; else who found it
 * @param resourceId {@code RESOURCE|TYPE:PRINCIPAL}
 * @param exposure PUBLIC, OUTSIDE_ORGANIZATION, INSIDE_ORGANIZATION, FEDERATED, SERVICE
 * or UNKNOWN
 * @param principal as {@code TYPE:PRINCIPAL}; null where the finding names none
 * @param error why the analyzer could not tell
 */
public record ExposedResource(AccountId accountId, String region, String resourceId, String findingId, String exposure,
		@Nullable String principal, @Nullable String error) {

}
