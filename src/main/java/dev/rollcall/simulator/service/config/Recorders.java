package dev.rollcall.simulator.service.config;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.Past;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;

/** How AWS Config describes a recorder. */
final class Recorders {

	private static final List<String> SOME_TYPES = List.of("AWS::EC2::Instance", "AWS::S3::Bucket");

	private final Past past;

	Recorders(Past past) {
		this.past = past;
	}

	ConfigurationRecorder described(Member member, String region, Recorder recorder) {
		Partition partition = Partition.of(region);
		boolean all = recorder != Recorder.PARTIAL;
		return ConfigurationRecorder.builder()
			.name(ConfigService.DEFAULT)
			.arn(partition.arn("config", region, member.id(), "configuration-recorder/default/rollcall"))
			.roleARN(partition.arn("iam", "", member.id(),
					all ? "role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
							: "role/config-recorder"))
			.recordingScope("PAID")
			.recordingMode((mode) -> mode.recordingFrequency((recorder == Recorder.DAILY) ? "DAILY" : "CONTINUOUS"))
			.recordingGroup((group) -> group.allSupported(all)
				.includeGlobalResourceTypes(all)
				.resourceTypesWithStrings(all ? List.of() : SOME_TYPES)
				.recordingStrategy((strategy) -> strategy
					.useOnly(all ? "ALL_SUPPORTED_RESOURCE_TYPES" : "INCLUSION_BY_RESOURCE_TYPES")))
			.build();
	}

	/** What it last recorded was delivered since. */
	ConfigurationRecorderStatus status(Member member, String region, Recorder recorder) {
		Dice own = Dice.of(member.position()).with("changed" + region);
		boolean stopped = recorder == Recorder.STOPPED;
		Instant changed = this.past.lately(member.position(), "attempt").minus(Duration.ofMinutes(1 + own.below(300)));
		return ConfigurationRecorderStatus.builder()
			.name(ConfigService.DEFAULT)
			.recording(!stopped)
			.lastStatus("SUCCESS")
			.lastStartTime(this.past.once(member.position(), "started" + region))
			.lastStopTime(stopped ? changed : null)
			.lastStatusChangeTime(changed)
			.build();
	}

}
