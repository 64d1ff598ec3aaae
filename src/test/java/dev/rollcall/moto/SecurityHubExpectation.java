package dev.rollcall.moto;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a night must say of Security Hub. moto does not know standards, so that nobody can
 * say that nothing fails. Its administrator answers and has members though its own is
 * off, which AWS lets nobody: what such a one says is contradicted by that.
 */
final class SecurityHubExpectation {

	private final MotoOrganization organization;

	SecurityHubExpectation(MotoOrganization organization) {
		this.organization = organization;
	}

	/** {@code account|region} where it is on. */
	List<String> hubs() {
		return places((id, region) -> isOn(id, region) ? id + "|" + region : null);
	}

	/** {@code account|region|failed} of critical severity, where any were found. */
	List<String> failed() {
		return places((id, region) -> (failed(id, region) > 0) ? id + "|" + region + "|" + failed(id, region) : null);
	}

	List<String> verdicts() {
		AdministratorVerdict administrator = new AdministratorVerdict(this.organization, "securityhub");
		List<String> rows = new ArrayList<>();
		for (String id : this.organization.accounts().keySet()) {
			for (String region : MotoOrganization.REGIONS) {
				rows.add(Expectation.verdict("securityhub.delegated_admin", id, region, administrator.of(id, region)));
				rows.add(verdict("securityhub.enabled", id, region, enabled(id, region)));
				rows.add(verdict("securityhub.standards", id, region,
						isOn(id, region) ? "INSUFFICIENT_DATA" : "NON_COMPLIANT"));
				rows.add(verdict("securityhub.auto_enable_org", id, region, joins(id, region)));
				rows.add(verdict("securityhub.finding_aggregation", id, region, arrives(id, region)));
				rows.add(verdict("securityhub.failed_critical", id, region,
						(failed(id, region) > 0) ? "NON_COMPLIANT" : "INSUFFICIENT_DATA"));
			}
		}
		return rows;
	}

	private String verdict(String control, String id, String region, String verdict) {
		return Expectation.verdict(control, id, region, this.organization.isActive(id) ? verdict : "NOT_APPLICABLE");
	}

	private String enabled(String id, String region) {
		if (isOn(id, region)) {
			return "COMPLIANT";
		}
		return isContradicted(id, region) ? "INSUFFICIENT_DATA" : "NON_COMPLIANT";
	}

	/** Off by the account's own answer, and looked after by its administrator's. */
	boolean isContradicted(String id, String region) {
		return !isOn(id, region) && tell(id, region) == Tells.MEMBER;
	}

	private String joins(String id, String region) {
		Tells tells = tell(id, region);
		return switch (tells) {
			case NOTHING -> "INSUFFICIENT_DATA";
			case NOBODY -> isManagement(id) ? "NON_COMPLIANT" : "NOT_APPLICABLE";
			case OFF -> isAdministrator(id, region) ? "INSUFFICIENT_DATA" : "NOT_APPLICABLE";
			case MEMBER, STRANGER -> "NOT_APPLICABLE";
			case ITSELF -> isCentral(id) ? "INSUFFICIENT_DATA"
					: this.organization.place(id, region).get("securityhub_auto_enable").asBoolean() ? "COMPLIANT"
							: "NON_COMPLIANT";
		};
	}

	private String arrives(String id, String region) {
		return switch (tell(id, region)) {
			case NOTHING, OFF -> "INSUFFICIENT_DATA";
			case NOBODY -> isManagement(id) ? "NON_COMPLIANT" : "NOT_APPLICABLE";
			case STRANGER -> "NON_COMPLIANT";
			case ITSELF -> hasHome(id) ? "COMPLIANT" : "NON_COMPLIANT";
			case MEMBER -> {
				if (!hasHome(administrator(region))) {
					yield "NOT_APPLICABLE";
				}
				yield isOn(id, region) ? "COMPLIANT" : "INSUFFICIENT_DATA";
			}
		};
	}

	/** What is known of an account from whoever administers its Region. */
	private Tells tell(String id, String region) {
		List<String> administrators = this.organization.administrators("securityhub", region);
		if (administrators == null) {
			return Tells.NOTHING;
		}
		if (administrators.isEmpty()) {
			return Tells.NOBODY;
		}
		String administrator = administrator(region);
		if (!this.organization.place(administrator, region).has("securityhub_auto_enable")) {
			return Tells.NOTHING;
		}
		if (!isOn(administrator, region)) {
			return Tells.OFF;
		}
		if (id.equals(administrator)) {
			return Tells.ITSELF;
		}
		return this.organization.place(id, region).has("securityhub_member") ? Tells.MEMBER : Tells.STRANGER;
	}

	private String administrator(String region) {
		return this.organization.listed("securityhub", region).get(0);
	}

	private boolean isAdministrator(String id, String region) {
		return administrator(region).equals(id);
	}

	private boolean isManagement(String id) {
		return id.equals(this.organization.managementAccount());
	}

	private boolean isCentral(String administrator) {
		return "CENTRAL".equals(MotoOrganization.text(this.organization.account(administrator), "securityhub_type"));
	}

	private boolean hasHome(String administrator) {
		return MotoOrganization.text(this.organization.account(administrator), "securityhub_home") != null;
	}

	boolean isOn(String id, String region) {
		return this.organization.place(id, region).get("securityhub").asBoolean();
	}

	private int failed(String id, String region) {
		JsonNode failed = this.organization.place(id, region).get("securityhub_failed_critical");
		return (failed != null) ? failed.asInt() : 0;
	}

	private List<String> places(PlaceFunction function) {
		List<String> rows = new ArrayList<>();
		for (String id : this.organization.accounts().keySet()) {
			if (this.organization.isActive(id)) {
				for (String region : MotoOrganization.REGIONS) {
					String row = function.apply(id, region);
					if (row != null) {
						rows.add(row);
					}
				}
			}
		}
		return rows;
	}

	private enum Tells {

		/** The administrator, or who it is, could not be read. */
		NOTHING,

		/** Nobody administers the Region. */
		NOBODY,

		/** The administrator's own is off, and it answers. */
		OFF,

		/** The account is the administrator. */
		ITSELF,

		/** It lists the account. */
		MEMBER,

		/** It does not. */
		STRANGER

	}

	/** Makes a row of an account and a Region, or none. */
	@FunctionalInterface
	private interface PlaceFunction {

		@Nullable String apply(String id, String region);

	}

}
