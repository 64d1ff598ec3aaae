package dev.rollcall.simulator.service.guardduty;

import java.util.List;
import java.util.Map;

/** The features of detectors, and which Regions have them. */
final class Features {

	/** Of every detector. */
	static final List<String> FOUNDATION = List.of("CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS");

	static final String RUNTIME_MONITORING = "RUNTIME_MONITORING";

	/** What installs the agents of runtime monitoring. */
	static final List<String> AGENTS = List.of("EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT",
			"EC2_AGENT_MANAGEMENT");

	private static final List<String> OPTIONAL = List.of("S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION",
			"RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS", RUNTIME_MONITORING);

	/** Played: which Regions lack what changes from year to year. */
	private static final Map<String, String> LACKING = Map.of("eu-south-1", "RDS_LOGIN_EVENTS", "ap-northeast-3",
			"RDS_LOGIN_EVENTS");

	private Features() {
	}

	/** What can be turned on and off in a Region. */
	static List<String> optional(String region) {
		return OPTIONAL.stream().filter((feature) -> !feature.equals(LACKING.get(region))).toList();
	}

}
