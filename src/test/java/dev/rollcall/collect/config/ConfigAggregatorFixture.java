package dev.rollcall.collect.config;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.config.model.AggregatedSourceStatus;
import software.amazon.awssdk.services.config.model.ConfigurationAggregator;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorSourcesStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code config-aggregator}. */
class ConfigAggregatorFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(
				new PagedOperation("config:DescribeConfigurationAggregators",
						DescribeConfigurationAggregatorsResponse::builder, "ConfigurationAggregators",
						ConfigAggregatorFixture::aggregator),
				new PagedOperation("config:DescribeConfigurationAggregatorSourcesStatus",
						DescribeConfigurationAggregatorSourcesStatusResponse::builder, "AggregatedSourceStatusList",
						ConfigAggregatorFixture::source));
	}

	private static Object aggregator(int n) {
		return ConfigurationAggregator.builder()
			.configurationAggregatorName("all-" + n)
			.configurationAggregatorArn("arn:all/" + n)
			.build();
	}

	private static Object source(int n) {
		return AggregatedSourceStatus.builder().sourceId("%012d".formatted(n)).lastUpdateStatus("FAILED").build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.empty();
	}

}
