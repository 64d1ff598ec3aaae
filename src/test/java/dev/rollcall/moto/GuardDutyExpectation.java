package dev.rollcall.moto;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * What a night must say of GuardDuty. moto does not know how an administrator runs it for
 * the organization, so that each account answers for itself; nor what was found.
 */
final class GuardDutyExpectation {

	static final List<String> FOUNDATION = List.of("CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS");

	/** What {@code guardduty.features} wants where it is not told otherwise. */
	private static final List<String> ALL = List.of("CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS", "S3_DATA_EVENTS",
			"EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS",
			"RUNTIME_MONITORING");

	private final MotoOrganization organization;

	GuardDutyExpectation(MotoOrganization organization) {
		this.organization = organization;
	}

	/** {@code account|region|status} of every detector. */
	List<String> detectors() {
		List<String> rows = new ArrayList<>();
		forEachDetector((id, region, detector) -> rows
			.add(String.join("|", id, region, detector.get("enabled").asBoolean() ? "ENABLED" : "DISABLED")));
		return rows.stream().sorted().toList();
	}

	/** {@code account|region|feature|status|data_source_status} of every detector. */
	List<String> features() {
		List<String> rows = new ArrayList<>();
		forEachDetector((id, region, detector) -> {
			Set<String> names = new TreeSet<>();
			detector.get("features").propertyNames().forEach(names::add);
			detector.get("data_sources").propertyNames().forEach(names::add);
			names.forEach((name) -> {
				String older = MotoOrganization.text(detector.get("data_sources"), name);
				String newer = MotoOrganization.text(detector.get("features"), name);
				rows.add(String.join("|", id, region, name, (newer != null) ? newer : String.valueOf(older),
						String.valueOf(older)));
			});
		});
		return rows.stream().sorted().toList();
	}

	private void forEachDetector(DetectorConsumer consumer) {
		for (String id : this.organization.accounts().keySet()) {
			if (this.organization.isActive(id)) {
				MotoOrganization.REGIONS.forEach((region) -> detectors(this.organization.place(id, region))
					.forEach((detector) -> consumer.accept(id, region, detector)));
			}
		}
	}

	/** {@code region|administrator} of GuardDuty's own lists. */
	List<String> administrators() {
		return MotoOrganization.REGIONS.stream()
			.flatMap((region) -> this.organization.listed("guardduty", region)
				.stream()
				.map((administrator) -> region + "|" + administrator))
			.sorted()
			.toList();
	}

	List<String> verdicts() {
		AdministratorVerdict administrator = new AdministratorVerdict(this.organization, "guardduty");
		List<String> rows = new ArrayList<>();
		for (String id : this.organization.accounts().keySet()) {
			boolean active = this.organization.isActive(id);
			for (String region : MotoOrganization.REGIONS) {
				rows.add(Expectation.verdict("guardduty.enabled", id, region,
						Expectation.judged(active, active && isOn(this.organization.place(id, region)))));
				rows.add(Expectation.verdict("guardduty.features", id, region,
						active ? looks(this.organization.place(id, region)) : "NOT_APPLICABLE"));
				rows.add(Expectation.verdict("guardduty.delegated_admin", id, region, administrator.of(id, region)));
				rows.add(Expectation.verdict("guardduty.auto_enable_org", id, region, joins(id, region)));
				rows.add(Expectation.verdict("guardduty.open_high_findings", id, region,
						active ? "INSUFFICIENT_DATA" : "NOT_APPLICABLE"));
			}
		}
		return rows;
	}

	/** A detector that is suspended looks at nothing, whichever other there is. */
	static boolean isOn(JsonNode place) {
		return !place.get("detectors").isEmpty()
				&& detectors(place).stream().allMatch((detector) -> detector.get("enabled").asBoolean());
	}

	private String looks(JsonNode place) {
		List<String> wanted = (this.organization.featuresWanted() != null) ? this.organization.featuresWanted() : ALL;
		if (!isOn(place) || wanted.stream().anyMatch((feature) -> isOff(place, feature))) {
			return "NON_COMPLIANT";
		}
		return wanted.stream().anyMatch((feature) -> isContradicted(place, feature)) ? "INSUFFICIENT_DATA"
				: "COMPLIANT";
	}

	/** Whether all that speaks of a feature says that it is off. */
	static boolean isOff(JsonNode place, String feature) {
		return said(place, feature).equals(Set.of("DISABLED"));
	}

	static boolean isContradicted(JsonNode place, String feature) {
		return said(place, feature).size() > 1;
	}

	private static Set<String> said(JsonNode place, String feature) {
		Set<String> said = new TreeSet<>();
		for (JsonNode detector : detectors(place)) {
			for (String list : List.of("features", "data_sources")) {
				if (detector.get(list).has(feature)) {
					said.add(detector.get(list).get(feature).asString());
				}
			}
		}
		return said;
	}

	/**
	 * How accounts that join get it: nobody who can say it does, but that there is
	 * nobody, or nobody who has it.
	 */
	private String joins(String account, String region) {
		if (!this.organization.isActive(account)) {
			return "NOT_APPLICABLE";
		}
		List<String> administrators = this.organization.listed("guardduty", region);
		String management = this.organization.managementAccount();
		boolean owner = administrators.isEmpty() ? account.equals(management) : administrators.contains(account);
		if (owner) {
			return (administrators.isEmpty() || detectors(this.organization.place(account, region)).isEmpty())
					? "NON_COMPLIANT" : "INSUFFICIENT_DATA";
		}
		boolean answered = administrators.isEmpty()
				|| administrators.stream().allMatch((each) -> hasNone(each, region));
		return answered ? "NOT_APPLICABLE" : "INSUFFICIENT_DATA";
	}

	private boolean hasNone(String administrator, String region) {
		return this.organization.accounts().containsKey(administrator) && this.organization.isActive(administrator)
				&& detectors(this.organization.place(administrator, region)).isEmpty();
	}

	private static List<JsonNode> detectors(JsonNode place) {
		return place.get("detectors").valueStream().toList();
	}

	/** Takes a detector with its account and Region. */
	@FunctionalInterface
	private interface DetectorConsumer {

		void accept(String id, String region, JsonNode detector);

	}

}
