package dev.rollcall.collect.account;

import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * Whether AWS knows whom to tell beside the owner of the root user's address. Names,
 * titles, telephone numbers and addresses are personal, decide nothing, and are not kept.
 *
 * @param contactType SECURITY
 * @param present whether there is one
 * @param emailDomain what follows the @ of its address: it tells notices that leave the
 * company from others, and names nobody; null where there is none
 */
public record AlternateContact(String contactType, boolean present, @Nullable String emailDomain) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.contactType);
	}

}
