package dev.rollcall.simulator.service.guardduty;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.guardduty.model.DataSourceConfigurationsResult;
import software.amazon.awssdk.services.guardduty.model.DetectorAdditionalConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;

/** What GuardDuty answers of a detector. */
final class DetectorAnswers {

	private DetectorAnswers() {
	}

	/** The caller's own; empty where it has none. */
	static Optional<String> id(World world, Caller caller) {
		return id(world.of(caller.member(), caller.region(), Guard.FACET), caller.member(), caller.region());
	}

	static Optional<String> id(Guard guard, Member member, String region) {
		return (guard.detector() != Guard.State.NONE)
				? Optional
					.of("%016x%016x".formatted(Dice.of(member.position()).with(region).with("detector").with(1).state(),
							Dice.of(member.position()).with(region).with("detector").with(2).state()))
				: Optional.empty();
	}

	/** Holds a request to the caller's own detector. */
	static void requireOwn(World world, Caller caller, String detectorId) {
		if (!id(world, caller).equals(Optional.ofNullable(detectorId))) {
			throw new ErrorAnswer(400, GuardDutyService.REFUSAL,
					"The request is rejected because the input detectorId" + " is not owned by the current account.");
		}
	}

	static GetDetectorResponse of(World world, Caller caller) {
		Guard guard = world.of(caller.member(), caller.region(), Guard.FACET);
		return GetDetectorResponse.builder()
			.createdAt(world.past().once(caller.member().position(), "detector").toString())
			.updatedAt(world.past().once(caller.member().position(), "detector").toString())
			.serviceRole(world.partition()
				.arn("iam", "", caller.member().id(),
						"role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty"))
			.status((guard.detector() == Guard.State.SUSPENDED) ? "DISABLED" : "ENABLED")
			.findingPublishingFrequency("SIX_HOURS")
			.dataSources(dataSources(guard))
			.features(features(world, caller, guard))
			.build();
	}

	private static Collection<DetectorFeatureConfigurationResult> features(World world, Caller caller, Guard guard) {
		return Stream.concat(Features.FOUNDATION.stream(), Features.optional(caller.region()).stream())
			.map((feature) -> DetectorFeatureConfigurationResult.builder()
				.name(feature)
				.status(status(guard, feature))
				.additionalConfiguration(feature.equals(Features.RUNTIME_MONITORING) ? agents(guard) : List.of())
				.updatedAt(world.past().once(caller.member().position(), feature))
				.build())
			.toList();
	}

	private static List<DetectorAdditionalConfigurationResult> agents(Guard guard) {
		return Features.AGENTS.stream()
			.map((agent) -> DetectorAdditionalConfigurationResult.builder()
				.name(agent)
				.status(status(guard, agent))
				.build())
			.toList();
	}

	static String status(Guard guard, String feature) {
		return guard.off().contains(feature) ? "DISABLED" : "ENABLED";
	}

	/** The older list, which has no more than these. */
	static DataSourceConfigurationsResult dataSources(Guard guard) {
		return DataSourceConfigurationsResult.builder()
			.cloudTrail((trail) -> trail.status("ENABLED"))
			.dnsLogs((dns) -> dns.status("ENABLED"))
			.flowLogs((flow) -> flow.status("ENABLED"))
			.s3Logs((s3) -> s3.status(status(guard, "S3_DATA_EVENTS")))
			.kubernetes((eks) -> eks.auditLogs((logs) -> logs.status(status(guard, "EKS_AUDIT_LOGS"))))
			.malwareProtection((malware) -> malware.scanEc2InstanceWithFindings(
					(scan) -> scan.ebsVolumes((ebs) -> ebs.status(status(guard, "EBS_MALWARE_PROTECTION")))))
			.build();
	}

}
