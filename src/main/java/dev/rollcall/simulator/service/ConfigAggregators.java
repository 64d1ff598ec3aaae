package dev.rollcall.simulator.service;

import java.util.List;

import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Recorder;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.config.model.AggregatedSourceStatus;
import software.amazon.awssdk.services.config.model.ConfigurationAggregator;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorSourcesStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorSourcesStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorsRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorsResponse;

/** AWS Config's aggregators: one, in the audit account at home. */
final class ConfigAggregators {

	private static final String NAME = "organization";

	private static final Cap CAP = new Cap(100, 100, ConfigService.BAD_LIMIT);

	private final World world;

	private final Paging paging;

	private ConfigAggregators(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	static List<Operation<?>> operations(World world, Paging paging) {
		ConfigAggregators aggregators = new ConfigAggregators(world, paging);
		return List.of(
				Operation.named("DescribeConfigurationAggregators", DescribeConfigurationAggregatorsRequest::builder,
						aggregators::aggregators),
				Operation.named("DescribeConfigurationAggregatorSourcesStatus",
						DescribeConfigurationAggregatorSourcesStatusRequest::builder, aggregators::aggregatorSources));
	}

	private Reply aggregators(Ask<DescribeConfigurationAggregatorsRequest> ask) {
		requireServed(ask.caller());
		List<ConfigurationAggregator> aggregators = hasAggregator(ask.caller()) ? List.of(aggregator(ask.caller()))
				: List.of();
		ConfigService.requireKnown(ask.request().configurationAggregatorNames(), NAME, !aggregators.isEmpty(),
				"NoSuchConfigurationAggregatorException");
		Page<ConfigurationAggregator> page = this.paging.page(ask.caller(), "DescribeConfigurationAggregators", "",
				aggregators.size(), aggregators::get, ask.request().nextToken(), ask.request().limit(), CAP,
				ConfigService.BAD_TOKEN);
		return Reply.of(DescribeConfigurationAggregatorsResponse.builder()
			.configurationAggregators(page.items())
			.nextToken(page.next())
			.build());
	}

	/** The aggregator takes in the first two Regions only. */
	private ConfigurationAggregator aggregator(Caller caller) {
		return ConfigurationAggregator.builder()
			.configurationAggregatorName(NAME)
			.configurationAggregatorArn("arn:aws:config:" + caller.region() + ":" + caller.member().id()
					+ ":config-aggregator/config-aggregator-rollcall")
			.organizationAggregationSource((source) -> source.allAwsRegions(false)
				.awsRegions(aggregatedRegions())
				.roleArn("arn:aws:iam::" + caller.member().id() + ":role/ConfigAggregator"))
			.accountAggregationSources(List.of())
			.build();
	}

	private List<String> aggregatedRegions() {
		return this.world.regions().subList(0, Math.min(2, this.world.regions().size()));
	}

	private boolean hasAggregator(Caller caller) {
		return caller.member().position() == World.AUDIT && caller.region().equals(this.world.home());
	}

	private Reply aggregatorSources(Ask<DescribeConfigurationAggregatorSourcesStatusRequest> ask) {
		requireServed(ask.caller());
		if (!hasAggregator(ask.caller()) || !NAME.equals(ask.request().configurationAggregatorName())) {
			throw new ErrorAnswer(400, "NoSuchConfigurationAggregatorException",
					"The configuration aggregator does not exist.");
		}
		List<String> regions = aggregatedRegions();
		Page<AggregatedSourceStatus> page = this.paging.page(ask.caller(),
				"DescribeConfigurationAggregatorSourcesStatus", "", this.world.size() * regions.size(),
				(i) -> sourceStatus(this.world.nth(i / regions.size()), regions.get(i % regions.size())),
				ask.request().nextToken(), ask.request().limit(), CAP, ConfigService.BAD_TOKEN);
		return Reply.of(DescribeConfigurationAggregatorSourcesStatusResponse.builder()
			.aggregatedSourceStatusList(page.items())
			.nextToken(page.next())
			.build());
	}

	private AggregatedSourceStatus sourceStatus(Member member, String region) {
		boolean recorded = this.world.state(member, region).recorder() != Recorder.NONE;
		return AggregatedSourceStatus.builder()
			.sourceId(member.id())
			.sourceType("ACCOUNT")
			.awsRegion(region)
			.lastUpdateStatus(recorded ? "SUCCEEDED" : "FAILED")
			.lastUpdateTime(Times.of(member.position(), "aggregated"))
			.lastErrorCode(recorded ? null : "NoSuchConfigurationRecorder")
			.build();
	}

	/**
	 * Of the third Region's endpoint it is played that it does not have aggregators yet.
	 */
	private void requireServed(Caller caller) {
		if (this.world.regions().indexOf(caller.region()) == 2) {
			throw new ErrorAnswer(400, "UnknownOperationException", "The operation is not known in this Region.");
		}
	}

}
