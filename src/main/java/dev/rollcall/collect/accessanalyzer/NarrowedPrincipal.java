package dev.rollcall.collect.accessanalyzer;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.NightScope;

/**
 * Everybody ({@code *}), whom a statement's condition narrows so far that Access Analyzer
 * does not call it public. A finding has the keys and values of the condition without
 * their operators; a negated one ("everybody but our organization") would be public.
 *
 * @param condition of the finding
 */
record NarrowedPrincipal(Map<String, String> condition) {

	private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");

	NarrowedPrincipal {
		condition = Map.copyOf(condition);
	}

	/** Who is left; unknown where the condition names more or other than one owner. */
	Exposure exposure(NightScope night) {
		if (this.condition.size() != 1) {
			return Exposure.UNKNOWN;
		}
		Map.Entry<String, String> only = this.condition.entrySet().iterator().next();
		return switch (only.getKey().toLowerCase(Locale.ROOT)) {
			case "aws:principalorgid" -> ofOrganization(only.getValue(), night);
			case "aws:principalorgpaths" -> ofOrganization(only.getValue().split("/", 2)[0], night);
			case "aws:principalaccount" -> ofAccount(only.getValue(), night);
			default -> Exposure.UNKNOWN;
		};
	}

	private static Exposure ofOrganization(String id, NightScope night) {
		String own = night.discovery().organizationId();
		if (own == null || !ORGANIZATION.matcher(id).matches()) {
			return Exposure.UNKNOWN;
		}
		return id.equals(own) ? Exposure.INSIDE_ORGANIZATION : Exposure.OUTSIDE_ORGANIZATION;
	}

	/** Another account's principal, as the roster has it. */
	static Exposure ofAccount(String id, NightScope night) {
		if (!night.knowsOrganization() || !AccountId.isAccountId(id)) {
			return Exposure.UNKNOWN;
		}
		return night.isOnRoster(new AccountId(id)) ? Exposure.INSIDE_ORGANIZATION : Exposure.OUTSIDE_ORGANIZATION;
	}

}
