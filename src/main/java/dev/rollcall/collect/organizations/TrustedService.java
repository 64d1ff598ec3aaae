package dev.rollcall.collect.organizations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A service that the organization lets act in its accounts.
 *
 * @param servicePrincipal the service, such as {@code config.amazonaws.com}
 * @param enabledAt since when
 */
public record TrustedService(String servicePrincipal, @Nullable Instant enabledAt) {

}
