package dev.rollcall.collect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the catalog to the table of sources in the design, and both to what is called.
 */
class SourceOperationsTests {

	/** Source, scope, asked in, operations. */
	private static final String TABLE = """
			account-regions | GLOBAL | ACCOUNT | account:ListRegions
			account-tags | GLOBAL | READER | organizations:ListTagsForResource
			iam-root-user | GLOBAL | ACCOUNT | iam:GetAccountSummary
			iam-root-mfa-devices | GLOBAL | ACCOUNT | iam:ListVirtualMFADevices
			iam-credential-report | GLOBAL | ACCOUNT | iam:GenerateCredentialReport, iam:GetCredentialReport
			access-analyzer | REGION | ACCOUNT | access-analyzer:ListAnalyzers
			access-analyzer-findings | REGION | ACCOUNT | access-analyzer:ListFindings
			config-recorder | REGION | ACCOUNT | config:DescribeConfigurationRecorders, config:DescribeConfigurationRecorderStatus
			config-delivery | REGION | ACCOUNT | config:DescribeDeliveryChannels, config:DescribeDeliveryChannelStatus
			config-rules | REGION | ACCOUNT | config:DescribeConfigRules, config:DescribeComplianceByConfigRule
			config-rule-details | REGION | ACCOUNT | config:GetComplianceDetailsByConfigRule
			cloudtrail | REGION | ACCOUNT | cloudtrail:DescribeTrails, cloudtrail:GetTrailStatus, cloudtrail:GetEventSelectors
			cloudtrail-elsewhere | GLOBAL | ACCOUNT | cloudtrail:DescribeTrails, cloudtrail:GetTrailStatus, cloudtrail:GetEventSelectors
			organizations-delegation | ORGANIZATION | READER | organizations:ListDelegatedAdministrators, organizations:ListDelegatedServicesForAccount, organizations:ListAWSServiceAccessForOrganization
			iam-centralized-root | ORGANIZATION | ADMINISTRATOR_OR_MANAGEMENT | iam:ListOrganizationsFeatures
			config-aggregator | ORGANIZATION_REGION | MANAGEMENT_AND_ADMINISTRATORS | config:DescribeConfigurationAggregators, config:DescribeConfigurationAggregatorSourcesStatus
			""";

	/** Source, datasets. */
	private static final String DATASETS = """
			account-regions | account_region
			account-tags | account_tags
			iam-root-user | account_summary
			iam-root-mfa-devices | virtual_mfa_device
			iam-credential-report | credential
			access-analyzer | analyzer
			access-analyzer-findings | external_access
			config-recorder | config_recorder
			config-delivery | config_delivery
			config-rules | config_rule_compliance
			config-rule-details | config_resource_compliance
			cloudtrail | trail
			cloudtrail-elsewhere | trail_shadow, trail
			organizations-delegation | delegated_administrator, trusted_service
			iam-centralized-root | centralized_root
			config-aggregator | config_aggregator
			""";

	private final SourceCatalog catalog = Cells.shipped();

	@Test
	void theCatalogIsTheDesignsTable() {
		assertThat(this.catalog.definitions().stream().map(SourceOperationsTests::row))
			.containsExactlyInAnyOrderElementsOf(TABLE.lines().toList());
	}

	@Test
	void theSourcesGiveTheDesignsDatasets() {
		assertThat(this.catalog.definitions()
			.stream()
			.map((source) -> source.name() + " | "
					+ source.evidence().stream().map(SourceOperationsTests::dataset).collect(Collectors.joining(", "))))
			.containsExactlyInAnyOrderElementsOf(DATASETS.lines().toList());
	}

	@Test
	void sourcesComeAfterTheOnesThatTheyDependOn() {
		List<String> names = List.copyOf(this.catalog.names());
		assertThat(this.catalog.named("access-analyzer-findings").definition().dependsOn())
			.containsExactly("access-analyzer");
		assertThat(this.catalog.named("config-rule-details").definition().dependsOn()).containsExactly("config-rules");
		assertThat(names.indexOf("access-analyzer")).isLessThan(names.indexOf("access-analyzer-findings"));
		assertThat(names.indexOf("config-rules")).isLessThan(names.indexOf("config-rule-details"));
	}

	@ParameterizedTest
	@MethodSource("names")
	void callsTheOperationsThatItDeclaresAndNoOther(String name) {
		FakeAws aws = FakeOrganization.in(new FakeAws(new FakeTime()));
		Source source = this.catalog.named(name);
		Cells cells = new Cells(aws);
		List<Source> needed = source.definition().dependsOn().stream().map(this.catalog::named).toList();
		Set<String> before = Set.of("sts:GetCallerIdentity", "sts:AssumeRole");
		CellResult result = cells.read(source, needed.toArray(Source[]::new));
		Set<String> called = new LinkedHashSet<>(aws.calls().stream().map(FakeAws.Call::operation).toList());
		called.removeAll(before);
		needed.forEach((dependency) -> called.removeAll(dependency.definition().operations()));
		assertThat(result.status())
			.as("%s: FakeOrganization has to answer each of %s with one thing", name, source.definition().operations())
			.isEqualTo(CellStatus.READ);
		assertThat(called).containsExactlyInAnyOrderElementsOf(source.definition().operations());
	}

	static Stream<String> names() {
		return Cells.shipped().names().stream();
	}

	private static String row(SourceDefinition source) {
		return String.join(" | ", source.name(), source.scope().name(), source.askedIn().name(),
				String.join(", ", source.operations()));
	}

	private static String dataset(Class<?> evidence) {
		return evidence.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

}
