package dev.rollcall.moto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rollcall.collect.Cells;
import dev.rollcall.collect.Fixtures;
import dev.rollcall.collect.SourceDefinition;
import tools.jackson.databind.JsonNode;

/**
 * What a night over a moto organization must say, derived from the truth and from what
 * moto cannot answer: never from the program's output.
 */
final class Expectation {

	private final MotoOrganization organization;

	Expectation(MotoOrganization organization) {
		this.organization = organization;
	}

	/**
	 * {@code account|name|state|path|management|tags}; a suspended account is not asked.
	 */
	List<String> roster() {
		List<String> rows = new ArrayList<>();
		this.organization.accounts().forEach((id, truth) -> {
			Map<String, String> tags = new TreeMap<>();
			truth.get("tags").properties().forEach((tag) -> tags.put(tag.getKey(), shown(tag.getValue().asString())));
			rows.add(String.join("|", id, truth.get("name").asString(), truth.get("state").asString(),
					truth.get("ou_path").asString(), String.valueOf(id.equals(this.organization.managementAccount())),
					isActive(truth) ? tags.toString() : "null"));
		});
		return rows;
	}

	/** DuckDB writes an empty value of a map with its quotes. */
	private static String shown(String value) {
		return value.isEmpty() ? "''" : value;
	}

	/** {@code account|region|recording|all_supported|resource_types} */
	List<String> recorders() {
		List<String> rows = new ArrayList<>();
		forEachActiveRegion((id, truth, region) -> {
			switch (recorder(truth, region)) {
				case "recording" -> rows.add(id + "|" + region + "|true|true|");
				case "stopped" -> rows.add(id + "|" + region + "|false|true|");
				case "partial" -> rows.add(id + "|" + region + "|true|false|AWS::EC2::Instance");
				default -> {
				}
			}
		});
		return rows;
	}

	/** {@code account|region|name|multi_region|logging|log_file_validation|events} */
	List<String> trails() {
		List<String> rows = new ArrayList<>();
		this.organization.accounts().forEach((id, truth) -> {
			JsonNode trail = truth.get("cloudtrail");
			String shape = trail.get("shape").asString();
			if (isActive(truth) && !shape.equals("none")) {
				rows.add(String.join("|", id, trail.get("home").asString(), "audit",
						String.valueOf(!shape.equals("single")), String.valueOf(!shape.equals("multi-stopped")),
						String.valueOf(trail.get("log_file_validation").asBoolean()),
						trail.get("management_events").asString()));
			}
		});
		return rows;
	}

	/** {@code account|region|covered|management_events} */
	List<String> trailCoverage() {
		List<String> rows = new ArrayList<>();
		this.organization.accounts().forEach((id, truth) -> MotoOrganization.REGIONS.forEach((region) -> {
			boolean covered = isActive(truth) && isCovered(truth, region);
			String events = covered ? truth.get("cloudtrail").get("management_events").asString() : "NONE";
			rows.add(String.join("|", id, region, String.valueOf(covered), events));
		}));
		return rows;
	}

	/**
	 * {@code account|region|source|status|operation} of every cell; a trail of moto's
	 * names a bucket of its account's, and no key.
	 */
	List<String> coverage() {
		List<String> rows = new ArrayList<>();
		this.organization.accounts().forEach((id, truth) -> {
			for (SourceDefinition source : Cells.shipped().definitions()) {
				if (!source.isOrganizational()) {
					rows.addAll(cells(source, id, truth));
				}
			}
		});
		OwnerCells owners = new OwnerCells(this.organization);
		Cells.shipped()
			.definitions()
			.stream()
			.filter(SourceDefinition::isOrganizational)
			.forEach((source) -> rows.addAll(owners.of(source)));
		return rows.stream().sorted().toList();
	}

	private static List<String> cells(SourceDefinition source, String id, JsonNode truth) {
		if (source.isDistinct()) {
			return hasBucket(truth) && source.name().equals("cloudtrail-bucket")
					? List.of(cell(source, id, "global", truth, truth)) : List.of();
		}
		if (!source.isRegional()) {
			return List.of(cell(source, id, "global", truth, truth));
		}
		return MotoOrganization.REGIONS.stream()
			.map((region) -> cell(source, id, region, truth, truth.get("regions").get(region)))
			.toList();
	}

	private static String cell(SourceDefinition source, String id, String region, JsonNode truth, JsonNode place) {
		if (!isActive(truth)) {
			return String.join("|", id, region, source.name(), "ACCOUNT_NOT_ACTIVE", "null");
		}
		return Fixtures.of(source).moto(place).row(id, region, source.name());
	}

	/** The controls whose verdicts moto's truth decides. */
	Set<String> controls() {
		return verdicts().stream().map((row) -> row.substring(0, row.indexOf('|'))).collect(Collectors.toSet());
	}

	/**
	 * {@code control|account|region|verdict} of every finding, as a person would judge.
	 */
	List<String> verdicts() {
		Set<String> rows = new TreeSet<>();
		this.organization.accounts().forEach((id, truth) -> {
			boolean active = isActive(truth);
			boolean management = id.equals(this.organization.managementAccount());
			// moto's root has no MFA and no keys; moto does not say whether it has a
			// password
			rows.add(verdict("root.mfa", id, "global", active ? "NON_COMPLIANT" : "NOT_APPLICABLE"));
			rows.add(verdict("root.mfa.hardware", id, "global", active ? "NON_COMPLIANT" : "NOT_APPLICABLE"));
			rows.add(verdict("root.access_keys", id, "global", active ? "COMPLIANT" : "NOT_APPLICABLE"));
			rows.add(verdict("root.credentials_removed", id, "global",
					(active && !management) ? "INSUFFICIENT_DATA" : "NOT_APPLICABLE"));
			for (String region : MotoOrganization.REGIONS) {
				rows.addAll(regional(id, truth, region));
			}
			rows.addAll(trailVerdicts(id, truth));
		});
		rows.addAll(new BasicsExpectation(this.organization).verdicts());
		rows.addAll(new GuardDutyExpectation(this.organization).verdicts());
		rows.addAll(new SecurityHubExpectation(this.organization).verdicts());
		rows.addAll(new DetectiveExpectation(this.organization).verdicts());
		return List.copyOf(rows);
	}

	private static List<String> regional(String id, JsonNode truth, String region) {
		boolean active = isActive(truth);
		boolean covered = isCovered(truth, region);
		boolean all = covered && truth.get("cloudtrail").get("management_events").asString().equals("ALL");
		String recorder = recorder(truth, region);
		boolean records = recorder.equals("recording") || recorder.equals("partial");
		boolean everyType = recorder.equals("recording") || recorder.equals("stopped");
		return List.of(verdict("cloudtrail.enabled", id, region, judged(active, covered)),
				verdict("cloudtrail.mgmt_events_rw", id, region, judged(active, all)),
				verdict("config.recorder_all_regions", id, region, judged(active, records)),
				verdict("config.recorder_all_resource_types", id, region, judged(active, everyType)),
				verdict("config.delivery_ok", id, region,
						!active ? "NOT_APPLICABLE" : recorder.equals("none") ? "NON_COMPLIANT" : "INSUFFICIENT_DATA"),
				verdict("config.rule_compliance", id, region, active ? "INSUFFICIENT_DATA" : "NOT_APPLICABLE"),
				verdict("accessanalyzer.enabled_every_region", id, region,
						active ? "INSUFFICIENT_DATA" : "NOT_APPLICABLE"),
				verdict("accessanalyzer.public_access", id, region, active ? "INSUFFICIENT_DATA" : "NOT_APPLICABLE"));
	}

	private static List<String> trailVerdicts(String id, JsonNode truth) {
		JsonNode trail = truth.get("cloudtrail");
		String shape = trail.get("shape").asString();
		if (!isActive(truth) || shape.equals("none")) {
			return List.of(verdict("cloudtrail.log_validation", id, "global", "NOT_APPLICABLE"),
					verdict("cloudtrail.delivery_ok", id, "global", "NOT_APPLICABLE"));
		}
		String home = trail.get("home").asString();
		return List.of(verdict("cloudtrail.log_validation", id, home, validation(trail, shape.equals("multi-stopped"))),
				verdict("cloudtrail.delivery_ok", id, home,
						shape.equals("multi-stopped") ? "NOT_APPLICABLE" : "COMPLIANT"));
	}

	/** Moto delivers no digest, ever. */
	private static String validation(JsonNode trail, boolean stopped) {
		if (!trail.get("log_file_validation").asBoolean()) {
			return "NON_COMPLIANT";
		}
		return stopped ? "NOT_APPLICABLE" : "INSUFFICIENT_DATA";
	}

	static String verdict(String control, String id, String region, String verdict) {
		return String.join("|", control, id, region, verdict);
	}

	static String judged(boolean active, boolean good) {
		return !active ? "NOT_APPLICABLE" : good ? "COMPLIANT" : "NON_COMPLIANT";
	}

	private static boolean hasBucket(JsonNode truth) {
		return isActive(truth) && !truth.get("cloudtrail").get("shape").asString().equals("none");
	}

	private static boolean isActive(JsonNode truth) {
		return truth.get("state").asString().equals("ACTIVE");
	}

	private static String recorder(JsonNode truth, String region) {
		return truth.get("regions").get(region).get("config_recorder").asString();
	}

	private static boolean isCovered(JsonNode truth, String region) {
		for (JsonNode covered : truth.get("cloudtrail").get("covered_regions")) {
			if (covered.asString().equals(region)) {
				return true;
			}
		}
		return false;
	}

	private void forEachActiveRegion(RegionConsumer consumer) {
		this.organization.accounts().forEach((id, truth) -> {
			if (isActive(truth)) {
				MotoOrganization.REGIONS.forEach((region) -> consumer.accept(id, truth, region));
			}
		});
	}

	/** Takes an account with its truth and a Region. */
	@FunctionalInterface
	private interface RegionConsumer {

		void accept(String id, JsonNode truth, String region);

	}

}
