package dev.rollcall.export;

import java.time.LocalDate;
import java.util.List;

import dev.rollcall.control.Severity;
import dev.rollcall.control.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A compliance finding (class 2003) of OCSF 1.8.0 with the profile cloud. Members are
 * named as the components, in snake_case; times are milliseconds since 1970 in UTC. What
 * is null is left out.
 */
record ComplianceFinding(int activityId, String activityName, int categoryUid, String categoryName, int classUid,
		String className, int typeUid, String typeName, long time, int severityId, String severity,
		@Nullable Integer statusId, @Nullable String status, String message, Metadata metadata, FindingInfo findingInfo,
		Compliance compliance, @Nullable Remediation remediation, List<Resource> resources, Cloud cloud,
		Unmapped unmapped) {

	record Metadata(String version, Product product, List<String> profiles, List<String> labels, String uid,
			String correlationUid, String eventCode, @Nullable String tenantUid) {

	}

	record Product(String uid, String name, String vendorName, String version) {

	}

	record FindingInfo(String uid, String title, String desc, long createdTime, long firstSeenTime, long lastSeenTime) {

	}

	record Compliance(String control, List<String> standards, List<String> requirements, int statusId, String status,
			String statusCode, List<String> statusDetails, List<Check> checks) {

	}

	record Check(String uid, String name, String version, int severityId, String severity, int statusId,
			String status) {

	}

	record Remediation(String desc) {

	}

	record Resource(String uid, String type, @Nullable String region, String cloudPartition) {

	}

	record Cloud(String provider, @Nullable String region, String cloudPartition, Account account,
			@Nullable Organization org) {

	}

	record Account(String uid, @Nullable String name, String type, int typeId) {

	}

	record Organization(String uid, @Nullable String ouUid, @Nullable String ouName) {

	}

	/** What OCSF has no name for, under the names of the Parquet. */
	record Unmapped(LocalDate snapshotDate, long attempt, String runId, boolean simulated, boolean partial,
			Verdict verdict, Severity severity, String resourceId, @Nullable Verdict lastKnownVerdict,
			boolean expectedGap, String csf11Primary, List<String> csf20Secondary, List<String> csf11Secondary,
			@Nullable String environment, @Nullable String workload, @Nullable String businessUnit,
			@Nullable String billing, @Nullable WaiverFacts waiver) {

	}

}
