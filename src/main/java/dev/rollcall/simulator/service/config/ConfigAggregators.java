package dev.rollcall.simulator.service.config;

import java.util.List;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Partition;
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

	private static final int LARGEST_PAGE = 100;

	private static final Cap CAP = new Cap(LARGEST_PAGE, LARGEST_PAGE, ConfigService.BAD_LIMIT);

	private final World world;

	private final Paging paging;

	ConfigAggregators(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	List<Operation<?>> operations() {
		return List.of(
				Operation.named("DescribeConfigurationAggregators", DescribeConfigurationAggregatorsRequest::builder,
						this::aggregators),
				Operation.named("DescribeConfigurationAggregatorSourcesStatus",
						DescribeConfigurationAggregatorSourcesStatusRequest::builder, this::aggregatorSources));
	}

	/** Management and the audit account are asked in every Region. */
	void onceCalls(FewestCalls calls) {
		for (String region : this.world.regions()) {
			for (int owner : List.of(World.MANAGEMENT, World.AUDIT)) {
				boolean has = hasAggregator(owner, region);
				if (isServed(region)) {
					calls.paged(owner, region, "config:DescribeConfigurationAggregators", "", has ? 1 : 0,
							LARGEST_PAGE);
				}
				else {
					calls.add(owner, region, "config:DescribeConfigurationAggregators", 1);
				}
				if (has) {
					calls.paged(owner, region, "config:DescribeConfigurationAggregatorSourcesStatus", "",
							this.world.size() * aggregatedRegions().size(), LARGEST_PAGE);
				}
			}
		}
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

	private ConfigurationAggregator aggregator(Caller caller) {
		return ConfigurationAggregator.builder()
			.configurationAggregatorName(NAME)
			.configurationAggregatorArn(Partition.of(caller.region())
				.arn("config", caller.region(), caller.member().id(), "config-aggregator/config-aggregator-rollcall"))
			.organizationAggregationSource((source) -> source.allAwsRegions(aggregation().isWhole())
				.awsRegions(aggregation().isWhole() ? List.of() : aggregatedRegions())
				.roleArn(Partition.of(caller.region()).arn("iam", "", caller.member().id(), "role/ConfigAggregator")))
			.accountAggregationSources(List.of())
			.build();
	}

	private List<String> aggregatedRegions() {
		return this.world.regions().subList(0, Math.min(aggregation().regions(), this.world.regions().size()));
	}

	private Aggregation aggregation() {
		return this.world.of(this.world.member(World.AUDIT), Aggregation.FACET);
	}

	private boolean hasAggregator(Caller caller) {
		return hasAggregator(caller.member().position(), caller.region());
	}

	private boolean hasAggregator(int position, String region) {
		return position == World.AUDIT && region.equals(this.world.home());
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
		boolean recorded = this.world.of(member, region, Recording.FACET).recorder() != Recorder.NONE;
		return AggregatedSourceStatus.builder()
			.sourceId(member.id())
			.sourceType("ACCOUNT")
			.awsRegion(region)
			.lastUpdateStatus(recorded ? "SUCCEEDED" : "FAILED")
			.lastUpdateTime(this.world.past().lately(member.position(), "aggregated"))
			.lastErrorCode(recorded ? null : "NoSuchConfigurationRecorder")
			.build();
	}

	private void requireServed(Caller caller) {
		if (!isServed(caller.region())) {
			throw new ErrorAnswer(400, "UnknownOperationException", "The operation is not known in this Region.");
		}
	}

	private boolean isServed(String region) {
		return this.world.regions().indexOf(region) != aggregation().unserved();
	}

}
