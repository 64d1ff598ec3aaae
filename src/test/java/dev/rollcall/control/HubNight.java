package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;

/**
 * What Security Hub is in an organization whose management account is {@link #MANAGEMENT}
 * and which {@link #AUDIT} administers, put down on a night: in order, in one Region,
 * unless a test says otherwise.
 */
final class HubNight {

	static final String MANAGEMENT = "999999999999";

	static final String AUDIT = "555555555555";

	static final String MEMBER = "111111111111";

	static final String REGION = "eu-west-1";

	/** A policy that turns it on. */
	static final String POLICY = "policy-on";

	/** Where every account has a row that says nothing. */
	private static final String ELSEWHERE = "ap-northeast-3";

	private final TestNight night;

	HubNight(TestNight night) {
		this.night = night.management(MANAGEMENT).account(AUDIT, "ACTIVE").account(MEMBER, "ACTIVE");
		for (String account : List.of(MANAGEMENT, AUDIT, MEMBER)) {
			night.cell(account, "securityhub", ELSEWHERE, CellStatus.REGION_DISABLED)
				.cell(account, "securityhub-standards", ELSEWHERE, CellStatus.REGION_DISABLED);
		}
	}

	/** Management names the administrator, which answers in the Regions. */
	HubNight administered(String... regions) {
		for (String region : regions) {
			named(region, AUDIT);
			this.night.read(AUDIT, "securityhub-organization", region);
		}
		return this;
	}

	/** Management names an administrator in a Region. */
	HubNight named(String region, String administrator) {
		this.night.read(MANAGEMENT, "securityhub-administrators", region)
			.row("securityhub_administrator", MANAGEMENT, region,
					Map.of("administrator_id", administrator, "status", "ENABLED"));
		return this;
	}

	/** Organizations names administrators. */
	HubNight delegated(String... administrators) {
		this.night.read(AUDIT, "organizations-delegation", "global");
		for (String administrator : administrators) {
			this.night.row("delegated_administrator", AUDIT, "global",
					Map.of("administrator_id", administrator, "service_principal", "securityhub.amazonaws.com"));
		}
		return this;
	}

	/** A recorder of the account's own that runs, or is stopped. */
	HubNight recorder(String account, String region, boolean recording) {
		this.night.read(account, "config-recorder", region)
			.row("config_recorder", account, region,
					Map.of("name", "default", "recording", recording, "last_status", "SUCCESS"));
		return this;
	}

	/** The administrator has an aggregator at home in a Region. */
	HubNight aggregates(String home, String mode, String... regions) {
		this.night.read(AUDIT, "securityhub-aggregator", "global");
		return aggregator(AUDIT, home, mode, regions);
	}

	/** An administrator's list of aggregators has one with its home in a Region. */
	HubNight aggregator(String administrator, String home, String mode, String... regions) {
		this.night.row("securityhub_aggregator", administrator, "global",
				Map.of("finding_aggregator_arn", "arn:aggregator", "finding_aggregation_region", home,
						"region_linking_mode", mode, "regions", List.of(regions)));
		return this;
	}

	/** What the administrator calls an account in a Region. */
	HubNight member(String account, String region, String status) {
		this.night.row("securityhub_member", account, region,
				Map.of("member_id", account, "administrator_id", AUDIT, "member_status", status));
		return this;
	}

	/** An account says that it is on. */
	HubNight on(String account, String region) {
		this.night.read(account, "securityhub", region)
			.row("securityhub_hub", account, region, Map.of("hub_arn", "arn:hub"));
		return this;
	}

	/** A policy proves that it is on. */
	HubNight proven(String account, String region) {
		this.night.read(account, "securityhub", region)
			.row("securityhub_hub", account, region, Map.of("policy_id", POLICY));
		return this;
	}

	/** An account says that it is off. */
	HubNight off(String account, String region) {
		this.night.cell(account, "securityhub", region, CellStatus.NOT_ENABLED)
			.cell(account, "securityhub-standards", region, CellStatus.NOT_ENABLED);
		return this;
	}

	/** An account has standards, none or one. */
	HubNight standards(String account, String region, String... standard) {
		this.night.read(account, "securityhub-standards", region);
		for (String name : standard) {
			standard(account, region, name, "READY", "");
		}
		return this;
	}

	/** An account has a standard in a state. */
	HubNight standard(String account, String region, String name, String status, String reason) {
		Map<String, Object> row = new HashMap<>(Map.of("standards_arn",
				"arn:aws:securityhub:" + region + "::standards/" + name + "/v/1.0.0", "standards_status", status));
		if (!reason.isEmpty()) {
			row.put("status_reason", reason);
		}
		this.night.row("securityhub_standard", account, region, row);
		return this;
	}

	/** Findings were read to their end in a Region, unless capped. */
	HubNight findings(String region, boolean capped) {
		return findings(AUDIT, region, capped);
	}

	/** Findings were read at an administrator. */
	HubNight findings(String administrator, String region, boolean capped) {
		this.night.row("securityhub_finding_total", administrator, region,
				Map.of("severity", "CRITICAL", "failed", 0, "capped", capped));
		return this;
	}

	/** What a control says where it has anything to say. */
	List<Judgement> judge(String control) {
		return this.night.judge(control).stream().filter((judgement) -> !judgement.region().equals(ELSEWHERE)).toList();
	}

	/** What a control says of an account in a Region. */
	Judgement judge(String control, String account, String region) {
		return judge(control).stream()
			.filter((judgement) -> judgement.account().equals(account) && judgement.region().equals(region))
			.findFirst()
			.orElseThrow();
	}

}
