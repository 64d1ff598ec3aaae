package dev.rollcall.moto;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person says of who administers a service in a Region, who has two lists:
 * Organizations', and the service's own of each Region.
 */
final class AdministratorVerdict {

	private final MotoOrganization organization;

	private final String service;

	AdministratorVerdict(MotoOrganization organization, String service) {
		this.organization = organization;
		this.service = service;
	}

	/** The verdict of an account in a Region: management's, on which the lists are. */
	String of(String account, String region) {
		if (!this.organization.isActive(account)) {
			return "NOT_APPLICABLE";
		}
		List<String> administrators = this.organization.administrators(this.service, region);
		if (administrators == null) {
			return "INSUFFICIENT_DATA";
		}
		return account.equals(this.organization.managementAccount()) ? ofRegion(administrators) : "NOT_APPLICABLE";
	}

	private String ofRegion(List<String> administrators) {
		if (administrators.size() != 1 || isUnfit(administrators.get(0))) {
			return "NON_COMPLIANT";
		}
		Set<String> anywhere = new TreeSet<>();
		MotoOrganization.REGIONS.forEach((region) -> anywhere.addAll(this.organization.listed(this.service, region)));
		Set<String> delegated = this.organization.delegated(this.service);
		if (!delegated.containsAll(anywhere)) {
			return "INSUFFICIENT_DATA";
		}
		if (anywhere.size() > 1) {
			return "NON_COMPLIANT";
		}
		return delegated.equals(anywhere) ? "COMPLIANT" : "INSUFFICIENT_DATA";
	}

	/** Management itself, or an account that does nothing any longer. */
	private boolean isUnfit(String administrator) {
		return administrator.equals(this.organization.managementAccount())
				|| (this.organization.accounts().containsKey(administrator)
						&& !this.organization.isActive(administrator));
	}

}
