package dev.rollcall.organization;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An account that administers a service for the organization.
 *
 * @param administratorId the account
 * @param servicePrincipal the service, such as {@code config.amazonaws.com}
 * @param delegatedAt since when
 */
public record DelegatedAdministrator(String administratorId, String servicePrincipal, @Nullable Instant delegatedAt) {

}
