package dev.rollcall.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A finding of the AWS Security Finding Format. Members are named as the components, with
 * an upper-case letter first; what is null is left out.
 */
record SecurityFinding(String schemaVersion, String id, String productArn, String generatorId, String awsAccountId,
		@Nullable String awsAccountName, Instant firstObservedAt, Instant lastObservedAt, Instant createdAt,
		Instant updatedAt, String title, String description, @Nullable Remediation remediation,
		Map<String, String> productFields, List<Resource> resources, Compliance compliance, @Nullable Workflow workflow,
		String recordState, ProviderFields findingProviderFields, @Nullable Boolean sample) {

	record Remediation(Recommendation recommendation) {

	}

	record Recommendation(String text) {

	}

	record Resource(String type, String id, String partition, @Nullable String region) {

	}

	record Compliance(String status, List<String> relatedRequirements, List<StatusReason> statusReasons,
			String securityControlId) {

	}

	record StatusReason(String reasonCode, String description) {

	}

	record Workflow(String status) {

	}

	record ProviderFields(Severity severity, List<String> types) {

	}

	record Severity(String label, String original) {

	}

}
