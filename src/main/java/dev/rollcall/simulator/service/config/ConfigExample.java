package dev.rollcall.simulator.service.config;

import java.util.List;
import java.util.stream.IntStream;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/** What AWS Config does in {@code example}. */
final class ConfigExample implements Script {

	/** The resource rows of the fat account: so many rules, each broken so often. */
	private static final int FAT_RULES = 20;

	private static final int FAT_RESOURCES = 10_000;

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		cast.part("監査 Audit").has(Aggregation.FACET, new Aggregation(2, 2));
		breakRule(cast.part("identity").during(1, 1));
		breakRule(cast.part("identity").during(3, 3));
		cast.part("root-unread").during(1, 1).change(0, Recording.FACET, (own) -> own.with(Recorder.STOPPED));
		cast.part("trail-delivery").during(1, 1).denied("config:DescribeConfigRules");
		cast.part("config-shapes")
			.change(0, Recording.FACET, (own) -> own.with(Recorder.NONE))
			.change(1, Recording.FACET, (own) -> own.with(Recorder.STOPPED))
			.change(2, Recording.FACET, (own) -> own.with(Recorder.PARTIAL));
		cast.part("../../fat-data")
			.change(0, Recording.FACET, (own) -> own.with(fat()))
			.change(1, Recording.FACET, (own) -> own.with(Delivery.FAILING))
			.change(2, Recording.FACET,
					(own) -> own.with(List.of(Rule.of("VPC_FLOW_LOGS_ENABLED", 0).saying("NOT_APPLICABLE"),
							Rule.of("RDS_STORAGE_ENCRYPTED", 0).saying("INSUFFICIENT_DATA"),
							Rule.of("EC2_IMDSV2_CHECK", 3))));
	}

	/** Has two volumes in the first Region unencrypted. */
	private static void breakRule(Part part) {
		part.change(0, Recording.FACET,
				(own) -> own.with(List.of(Rule.of("ENCRYPTED_VOLUMES", 2), Rule.of("IAM_PASSWORD_POLICY", 0))));
	}

	private static List<Rule> fat() {
		return IntStream.rangeClosed(1, FAT_RULES)
			.mapToObj((number) -> Rule.of("S3_BUCKET_PUBLIC_READ_PROHIBITED", FAT_RESOURCES).numbered(number))
			.toList();
	}

}
