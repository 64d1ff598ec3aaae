package dev.rollcall.collect.guardduty;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.guardduty.model.CloudTrailConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.DNSLogsConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.DataSourceConfigurationsResult;
import software.amazon.awssdk.services.guardduty.model.EbsVolumesResult;
import software.amazon.awssdk.services.guardduty.model.FlowLogsConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.KubernetesAuditLogsConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.KubernetesConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.MalwareProtectionConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.S3LogsConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.ScanEc2InstanceWithFindingsResult;

/**
 * The older list of what a detector looks at. Of members it alone says whether they look
 * at what every detector does.
 */
final class DataSources {

	static final String CLOUD_TRAIL = "CLOUD_TRAIL";

	static final String DNS_LOGS = "DNS_LOGS";

	static final String FLOW_LOGS = "FLOW_LOGS";

	private DataSources() {
	}

	/** Takes down what it says, under the names that features have. */
	static void read(@Nullable DataSourceConfigurationsResult sources, FeatureStates.Builder states) {
		if (sources == null) {
			return;
		}
		say(states, CLOUD_TRAIL, sources.cloudTrail(), CloudTrailConfigurationResult::statusAsString);
		say(states, DNS_LOGS, sources.dnsLogs(), DNSLogsConfigurationResult::statusAsString);
		say(states, FLOW_LOGS, sources.flowLogs(), FlowLogsConfigurationResult::statusAsString);
		say(states, "S3_DATA_EVENTS", sources.s3Logs(), S3LogsConfigurationResult::statusAsString);
		say(states, "EKS_AUDIT_LOGS",
				Optional.ofNullable(sources.kubernetes()).map(KubernetesConfigurationResult::auditLogs).orElse(null),
				KubernetesAuditLogsConfigurationResult::statusAsString);
		say(states, "EBS_MALWARE_PROTECTION",
				Optional.ofNullable(sources.malwareProtection())
					.map(MalwareProtectionConfigurationResult::scanEc2InstanceWithFindings)
					.map(ScanEc2InstanceWithFindingsResult::ebsVolumes)
					.orElse(null),
				EbsVolumesResult::statusAsString);
	}

	private static <S> void say(FeatureStates.Builder states, String feature, @Nullable S source,
			Function<S, @Nullable String> status) {
		if (source != null) {
			states.dataSource(feature, status.apply(source));
		}
	}

}
