package dev.rollcall.collect.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.AggregatedSourceStatus;
import software.amazon.awssdk.services.config.model.AggregatedSourceStatusType;
import software.amazon.awssdk.services.config.model.AggregatorFilters;
import software.amazon.awssdk.services.config.model.ConfigurationAggregator;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorSourcesStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorsResponse;
import software.amazon.awssdk.services.config.model.NoSuchConfigurationAggregatorException;
import org.springframework.stereotype.Component;

/** Reads the aggregators at their owners, and which accounts and Regions fail them. */
@Component
class ConfigAggregatorSource implements Source {

	/** The largest page that Config allows for either operation. */
	private static final int PAGE = 100;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.organizational("config-aggregator", Scope.ORGANIZATION_REGION, ConfigClient.class)
			.askedIn(AskedIn.MANAGEMENT_AND_ADMINISTRATORS, "config.amazonaws.com",
					"config-multiaccountsetup.amazonaws.com")
			.operations("0.1.0", "config:DescribeConfigurationAggregators",
					"config:DescribeConfigurationAggregatorSourcesStatus")
			.evidence(ConfigAggregator.class, ConfigAggregatorState.class)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		ConfigClient client = cell.client(ConfigClient.class);
		try {
			cell.parts(aggregators(cell, client), ConfigurationAggregator::configurationAggregatorName,
					NoSuchConfigurationAggregatorException.class, ConfigAggregatorSource::collect);
			return cell.notEnabledWhenEmpty();
		}
		catch (NoSuchConfigurationAggregatorException ex) {
			return Answer.NOT_ENABLED;
		}
	}

	private static List<ConfigurationAggregator> aggregators(CellScope cell, ConfigClient client) {
		List<ConfigurationAggregator> aggregators = new ArrayList<>();
		Pages.each(
				(token) -> client.describeConfigurationAggregators((request) -> request.limit(PAGE).nextToken(token)),
				DescribeConfigurationAggregatorsResponse::nextToken, (page) -> {
					aggregators.addAll(page.configurationAggregators());
					cell.holds(aggregators.size());
				});
		return aggregators;
	}

	private static void collect(ConfigurationAggregator aggregator, CellScope cell) {
		ConfigClient client = cell.client(ConfigClient.class);
		Sources sources = new Sources();
		Pages.each(
				(token) -> client.describeConfigurationAggregatorSourcesStatus(
						(request) -> request.configurationAggregatorName(aggregator.configurationAggregatorName())
							.limit(PAGE)
							.nextToken(token)),
				DescribeConfigurationAggregatorSourcesStatusResponse::nextToken,
				(page) -> page.aggregatedSourceStatusList().forEach((status) -> {
					sources.add(status);
					cell.emit(state(aggregator, status));
				}));
		cell.emit(aggregator(aggregator, sources));
	}

	private static ConfigAggregatorState state(ConfigurationAggregator aggregator, AggregatedSourceStatus status) {
		return new ConfigAggregatorState(aggregator.configurationAggregatorArn(), status.sourceId(),
				status.sourceTypeAsString(), status.awsRegion(), status.lastUpdateStatusAsString(),
				status.lastUpdateTime(), status.lastErrorCode(), status.lastErrorMessage());
	}

	private static ConfigAggregator aggregator(ConfigurationAggregator aggregator, Sources sources) {
		var organization = aggregator.organizationAggregationSource();
		Set<String> regions = new LinkedHashSet<>();
		Set<String> accounts = new LinkedHashSet<>();
		boolean allRegions = organization != null && Boolean.TRUE.equals(organization.allAwsRegions());
		if (organization != null) {
			regions.addAll(organization.awsRegions());
		}
		for (var source : aggregator.accountAggregationSources()) {
			regions.addAll(source.awsRegions());
			accounts.addAll(source.accountIds());
			allRegions |= Boolean.TRUE.equals(source.allAwsRegions());
		}
		return new ConfigAggregator(aggregator.configurationAggregatorName(), aggregator.configurationAggregatorArn(),
				organization != null, allRegions, List.copyOf(regions), List.copyOf(accounts), sources.all.size(),
				List.copyOf(sources.failed), isFiltered(aggregator.aggregatorFilters()), aggregator.createdBy());
	}

	private static boolean isFiltered(@Nullable AggregatorFilters filters) {
		return filters != null && (filters.resourceType() != null || filters.servicePrincipal() != null);
	}

	private static final class Sources {

		private final Set<String> all = new HashSet<>();

		private final Set<String> failed = new LinkedHashSet<>();

		void add(AggregatedSourceStatus status) {
			this.all.add(status.sourceId() + "/" + status.awsRegion());
			if (status.lastUpdateStatus() != AggregatedSourceStatusType.SUCCEEDED) {
				this.failed.add(status.sourceId() + "/" + status.awsRegion());
			}
		}

	}

}
