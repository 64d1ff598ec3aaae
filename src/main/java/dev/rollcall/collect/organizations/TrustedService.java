package dev.rollcall.collect.organizations;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A service that the organization lets act in its accounts.
 *
 * @param servicePrincipal the service, such as {@code config.amazonaws.com}
 * @param enabledAt since when
 */
public record TrustedService(String servicePrincipal, @Nullable Instant enabledAt) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.servicePrincipal);
	}

}
