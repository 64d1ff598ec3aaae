package dev.rollcall.simulator.service.account;

import dev.rollcall.simulator.world.Facet;
import org.jspecify.annotations.Nullable;

/**
 * Whom AWS tells of security matters of an account.
 *
 * @param domain of the address; null where nobody is told
 */
record SecurityContact(@Nullable String domain) {

	/** Nobody. */
	static final SecurityContact NONE = new SecurityContact(null);

	/** In order: a mailbox of the company. */
	static final Facet<SecurityContact> FACET = Facet.of(new SecurityContact("example.com"),
			(draw) -> draw.account().with("security contact").percent(90) ? new SecurityContact("example.com") : NONE);

}
