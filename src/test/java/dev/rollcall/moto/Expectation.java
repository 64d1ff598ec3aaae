package dev.rollcall.moto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
			truth.get("tags").properties().forEach((tag) -> tags.put(tag.getKey(), tag.getValue().asString()));
			rows.add(String.join("|", id, truth.get("name").asString(), truth.get("state").asString(),
					truth.get("ou_path").asString(), String.valueOf(id.equals(this.organization.managementAccount())),
					isActive(truth) ? tags.toString() : "null"));
		});
		return rows;
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

	/** {@code account|region|source|status|operation} of every cell. */
	List<String> coverage() {
		List<String> rows = new ArrayList<>();
		this.organization.accounts().forEach((id, truth) -> {
			for (String source : Set.of("account-regions", "account-tags", "iam-root-user", "iam-root-mfa-devices",
					"iam-credential-report", "cloudtrail-elsewhere")) {
				rows.add(String.join("|", id, "global", source, status(truth, source, "")));
			}
			for (String region : MotoOrganization.REGIONS) {
				for (String source : Set.of("access-analyzer", "access-analyzer-findings", "config-recorder",
						"config-delivery", "config-rules", "config-rule-details", "cloudtrail")) {
					rows.add(String.join("|", id, region, source, status(truth, source, region)));
				}
			}
		});
		String management = this.organization.managementAccount();
		rows.add(management + "|global|organizations-delegation|READ|null");
		rows.add(management + "|global|iam-centralized-root|FAILED|iam:ListOrganizationsFeatures");
		MotoOrganization.REGIONS
			.forEach((region) -> rows.add(management + "|" + region + "|config-aggregator|NOT_ENABLED|null"));
		return rows.stream().sorted().toList();
	}

	/** What moto cannot answer is FAILED with its operation. */
	private static String status(JsonNode truth, String source, String region) {
		if (!isActive(truth)) {
			return "ACCOUNT_NOT_ACTIVE|null";
		}
		boolean recorder = !region.isEmpty() && !recorder(truth, region).equals("none");
		return switch (source) {
			case "account-regions" -> "FAILED|account:ListRegions";
			case "iam-credential-report" -> "FAILED|iam:GetCredentialReport";
			case "access-analyzer", "access-analyzer-findings" -> "FAILED|access-analyzer:ListAnalyzers";
			case "config-rules", "config-rule-details" -> "FAILED|config:DescribeComplianceByConfigRule";
			case "config-recorder" -> recorder ? "READ|null" : "NOT_ENABLED|null";
			case "config-delivery" -> recorder ? "FAILED|config:DescribeDeliveryChannelStatus" : "NOT_ENABLED|null";
			default -> "READ|null";
		};
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
		return List.of(
				verdict("cloudtrail.log_validation", id, home,
						judged(true, trail.get("log_file_validation").asBoolean())),
				verdict("cloudtrail.delivery_ok", id, home,
						shape.equals("multi-stopped") ? "NOT_APPLICABLE" : "COMPLIANT"));
	}

	private static String verdict(String control, String id, String region, String verdict) {
		return String.join("|", control, id, region, verdict);
	}

	private static String judged(boolean active, boolean good) {
		return !active ? "NOT_APPLICABLE" : good ? "COMPLIANT" : "NON_COMPLIANT";
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
